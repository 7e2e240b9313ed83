/** Tencent's old X5 kernel, in WeChat on Android until about 2021 and in some shells still. */
const isX5 = (userAgent: string) => /\bTBS\//.test(userAgent) && /Android/.test(userAgent);

/** A video that stays in the page, whatever the browser would like to do with one. */
export function createVideo(userAgent = navigator.userAgent): HTMLVideoElement {
  const video = document.createElement('video');
  // X5 wants exactly one of its ways in; `h5-page` is the one that lets the page draw over the picture.
  if (isX5(userAgent)) video.setAttribute('x5-video-player-type', 'h5-page');
  else {
    video.setAttribute('playsinline', '');
    video.setAttribute('webkit-playsinline', '');
  }
  video.setAttribute('x-webkit-airplay', 'allow');
  video.preload = 'auto';
  return video;
}

/** Ends everything the element holds: requests, decoder, buffer. */
export function emptyVideo(video: HTMLVideoElement): void {
  if (!video.hasAttribute('src')) return;
  video.removeAttribute('src');
  video.load();
}
