import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../test/fixtures/live-stream.js';
import { PlayIntent } from './play-intent.js';
import { defaultPolicy } from './playback-policy.js';
import { Playback } from './playback.js';
import { createVideo } from './video-element.js';

const patience = { timeout: 20_000 };
const open: Playback[] = [];

/** A playback that shows its picture, and lets itself be steered. */
async function stage(src = new LiveStream().src, live = true) {
  const video = createVideo();
  document.body.append(video);
  const intent = new PlayIntent(video, () => undefined);
  intent.startMuted();
  intent.want();
  const changed = () => undefined;
  const playback = new Playback({
    ...{ video, intent, changed, failed: changed, policy: defaultPolicy },
    src: new URL(src, location.href).href,
  });
  open.push(playback);
  const known = () => playback.qualities.length > 0 && playback.live === live && video.currentTime > 0;
  await waitUntil(known, 'can be steered', patience);
  return { video, playback };
}

describe('a playback that is steered', function () {
  this.timeout(40_000);

  afterEach(() => {
    for (const playback of open.splice(0)) playback.destroy();
    for (const video of document.querySelectorAll('video')) video.remove();
  });

  it('knows nothing before its first picture, and is content with that', () => {
    const video = createVideo();
    const nothing = () => undefined;
    const intent = new PlayIntent(video, nothing);
    const src = new URL(new LiveStream().src, location.href).href;
    const playback = new Playback({
      video,
      intent,
      src,
      changed: nothing,
      failed: nothing,
      policy: defaultPolicy,
    });
    open.push(playback);
    expect(playback.qualities).to.deep.equal([]);
    expect(playback.captions).to.deep.equal([]);
    expect(playback.date).to.equal(undefined);
    expect(playback.latencyS).to.equal(undefined);
    expect(playback.dateAt(0)).to.equal(undefined);
    expect(playback.timeAt(0)).to.equal(undefined);
    expect(playback.engineName).to.equal('hls');
    expect(playback.stats()).to.include({ stalls: 0, recoveries: 0, engine: 'hls', dated: false });
  });

  it('lists what the stream has, and stays with what is chosen of it', async () => {
    const { playback } = await stage();
    const [quality] = playback.qualities;
    expect(quality!.bitrate).to.be.greaterThan(0);
    expect(quality!.id).to.equal(`${quality!.width}x${quality!.height}@${quality!.bitrate}`);
    await waitUntil(() => playback.playingQuality?.id === quality!.id, 'tells what plays', patience);
    playback.chooseQuality(quality!.id);
    expect(playback.quality).to.equal(quality!.id);
    playback.saveData = true;
    expect(playback.saveData).to.equal(true);
    playback.chooseQuality(undefined);
    expect(playback.quality).to.equal(undefined);
  });

  it('tells how late its picture is, and figures that belong together', async () => {
    const { playback, video } = await stage();
    expect(Math.abs(Date.now() - playback.date! - playback.latencyS! * 1000)).to.be.lessThan(200);
    const { start, end } = playback.span!;
    expect(end).to.be.greaterThan(start);
    expect(playback.timeAt(playback.dateAt(video.currentTime)!)).to.be.closeTo(video.currentTime, 0.5);
    const stats = playback.stats();
    expect(stats.dated).to.equal(true);
    expect(stats.width).to.equal(video.videoWidth);
    expect(stats.targetLatencyS).to.be.greaterThan(0);
    expect(stats.totalFrames).to.be.greaterThan(0);
    expect(stats.bandwidth).to.be.greaterThan(0);
  });

  it('goes anywhere in a recording', async () => {
    const { playback, video } = await stage(new LiveStream().recording, false);
    const { start, end } = playback.span!;
    expect(start).to.equal(0);
    playback.seek(end / 2);
    expect(video.currentTime).to.be.closeTo(end / 2, 0.1);
    expect(playback.latencyS).to.equal(undefined);
  });
});
