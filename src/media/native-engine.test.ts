import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../test/fixtures/live-stream.js';
import type { Fault, PlaylistNews } from './engine.js';
import { NativeEngine } from './native-engine.js';
import { createVideo, emptyVideo } from './video-element.js';

/** Opens `src` in the browser's own player; Chromium has one for playlists, as Safari has. */
function open(src: string) {
  const video = createVideo();
  const news: PlaylistNews[] = [];
  const faults: Fault[] = [];
  let progress = 0;
  const engine = new NativeEngine({
    video,
    src: new URL(src, location.href).href,
    listener: {
      progressed: () => (progress += 1),
      refused: () => undefined,
      playlist: one => news.push(one),
      fault: one => faults.push(one),
      beyond: () => undefined,
    },
  });
  const close = () => {
    engine.destroy();
    emptyVideo(video);
  };
  return { video, engine, news, faults, close, moved: () => progress > 0 };
}

describe("the browser's own player", () => {
  it('plays a live stream and says that it is one', async () => {
    const { video, news, moved, close } = open(new LiveStream().src);
    video.muted = true;
    await video.play();
    await waitUntil(moved, 'moves', { timeout: 8000 });
    expect(news[0]).to.deep.equal({ live: true });
    close();
  });

  it('learns from the source why it does not play', async () => {
    const stream = new LiveStream();
    await stream.set('missing', true);
    const missing = open(stream.src);
    const nothing = open('/demo/media/live/live.m3u8.json');
    await waitUntil(() => missing.faults.length > 0 && nothing.faults.length > 0, 'faults', {
      timeout: 8000,
    });
    expect(missing.faults[0]!.kind).to.equal('missing');
    missing.close();
    nothing.close();
  });

  it('opens the source anew after an error', async () => {
    const stream = new LiveStream();
    await stream.set('missing', true);
    const { video, engine, faults, close } = open(stream.src);
    await waitUntil(() => faults.length > 0, 'a fault', { timeout: 8000 });
    await stream.set('missing', false);
    engine.resume();
    video.muted = true;
    await video.play();
    await waitUntil(() => video.currentTime > 0, 'moves', { timeout: 8000 });
    close();
  });

  it('is silent once it is let go', async () => {
    const stream = new LiveStream();
    await stream.set('missing', true);
    const { faults, close } = open(stream.src);
    close();
    await stream.asked();
    expect(faults).to.deep.equal([]);
  });
});
