// The first script of every page: when its video, wherever it stands, has shown a frame, and how it went on from there.
const seen = { frame: 0, longest: 0, blocked: 0, stalled: 0, watched: 0 };
window.seen = seen;

/** So long after its first frame a picture is watched, ms. */
const AFTER_MS = 5000;

try {
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) {
      if (seen.frame) return;
      seen.longest = Math.max(seen.longest, duration);
      seen.blocked += duration - 50;
    }
  }).observe({ type: 'longtask', buffered: true });
} catch {
  // Not every browser tells.
}

function find(place) {
  for (const element of place.querySelectorAll('*')) {
    if (element instanceof HTMLVideoElement) return element;
    const inner = element.shadowRoot && find(element.shadowRoot);
    if (inner) return inner;
  }
  return undefined;
}

/** A picture that has begun stands still in the frames in which its time is the same as in the one before. */
function watch(video) {
  let { currentTime } = video;
  let at = performance.now();
  const look = () => {
    const now = performance.now();
    if (video.currentTime === currentTime) seen.stalled += now - at;
    ({ currentTime } = video);
    at = now;
    if (now - seen.frame < AFTER_MS) setTimeout(look, 100);
    else seen.watched = now;
  };
  setTimeout(look, 300);
}

function look() {
  const video = find(document);
  if (!video) return void requestAnimationFrame(look);
  video.requestVideoFrameCallback(now => {
    seen.frame = now;
    watch(video);
  });
}
requestAnimationFrame(look);
