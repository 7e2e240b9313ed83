import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../test/fixtures/live-stream.js';
import { PlayIntent } from './play-intent.js';
import { defaultPolicy } from './playback-policy.js';
import { Playback } from './playback.js';
import { createVideo } from './video-element.js';

describe('seeking in a playback', function () {
  this.timeout(40_000);

  it('goes where the viewer went before the engine had anything to show', async () => {
    const stream = new LiveStream(true);
    await stream.hold('segment');
    const video = createVideo();
    document.body.append(video);
    const intent = new PlayIntent(video, () => undefined);
    intent.startMuted();
    intent.want();
    const playback = new Playback({
      video,
      intent,
      src: new URL(stream.src, location.href).href,
      policy: defaultPolicy,
      changed: () => undefined,
      failed: () => undefined,
    });
    try {
      await waitUntil(() => playback.span !== undefined, 'knows its window', { timeout: 20_000 });
      const wanted = playback.span!.start + 20;
      playback.seek(wanted);
      await stream.hold();
      await waitUntil(() => video.readyState > 2 && !video.seeking, 'has a picture', { timeout: 20_000 });
      expect(video.currentTime).to.be.within(wanted - 0.5, wanted + 5);
      expect(playback.behind).to.equal(true);
    } finally {
      playback.destroy();
      video.remove();
    }
  });
});
