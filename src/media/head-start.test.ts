import { expect, waitUntil } from '@open-wc/testing';
import { LiveStream } from '../../test/fixtures/live-stream.js';
import { Entry } from './entry.js';
import { HeadStart } from './head-start.js';
import { fragmentStart } from './mp4-times.js';
import { createVideo, emptyVideo } from './video-element.js';

const patience = { timeout: 20_000 };

const absolute = (src: string) => new URL(src, location.href).href;

/** A list of one rendition, at hand. */
const listing = (url: string) =>
  `data:application/vnd.apple.mpegurl,${encodeURIComponent(
    `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=500000,CODECS="avc1.4D401E,mp4a.40.2"\n${absolute(url)}\n`,
  )}`;

function begin(src: string, bandwidth = 1_000_000, startAt?: number) {
  const video = createVideo();
  video.muted = true;
  document.body.append(video);
  const entry = new Entry(absolute(src), bandwidth);
  return { video, head: new HeadStart({ video, entry, startAt }) };
}

describe('a head start', function () {
  this.timeout(40_000);
  afterEach(() => {
    for (const video of document.querySelectorAll('video')) {
      emptyVideo(video);
      video.remove();
    }
  });

  it('shows the first segment where its playlist has it, without any engine', async () => {
    const { video, head } = begin(new LiveStream().src);
    await waitUntil(() => video.readyState > 2, 'has a picture', patience);
    await video.play();
    await waitUntil(() => video.currentTime > video.buffered.start(0) + 0.2, 'moves', patience);
    const picture = await head.handOver();
    expect(picture!.source.readyState).to.equal('open');
    expect(picture!.buffer.timestampOffset).to.equal(0);
    const { start, duration } = { start: video.buffered.start(0), duration: 2 };
    expect(start % duration, 'at the beginning of a segment').to.be.lessThan(0.1);
    head.stop();
    expect(video.readyState, 'it is somebody else’s now').to.be.greaterThan(1);
  });

  it('begins a recording where somebody wants to be', async () => {
    const { video, head } = begin(listing(new LiveStream().recording), 1_000_000, 2.5);
    const picture = await head.handOver();
    expect(picture!.buffer.buffered.start(0), 'only the segment that is needed').to.be.closeTo(2, 0.1);
    expect(video.currentTime).to.equal(2.5);
  });

  it('chooses a rendition, and hands out each answer once', async () => {
    const stream = new LiveStream();
    const { head } = begin(stream.src, 100_000);
    await head.handOver();
    expect(head.variant).to.contain('/lo/');
    const master = absolute(stream.src);
    expect(head.take(master)?.url).to.equal(master);
    expect(head.take(master)).to.equal(undefined);
  });

  it('takes everything out again when it is stopped', async () => {
    const { video, head } = begin(new LiveStream().src);
    await waitUntil(() => video.readyState > 2, 'has a picture', patience);
    head.stop();
    expect([video.hasAttribute('src'), video.readyState]).to.deep.equal([false, 0]);
    expect(await head.handOver()).to.equal(undefined);
  });

  for (const [name, src] of [
    ['nothing', '/nowhere.m3u8'],
    ['a page', '/'],
  ] as const) {
    it(`leaves a stream that is ${name} to the engine`, async () => {
      const { video, head } = begin(src);
      expect(await head.handOver()).to.equal(undefined);
      expect(video.hasAttribute('src')).to.equal(false);
    });
  }
});

describe('fragmentStart', () => {
  it('tells nothing of what is no fragment', () => {
    const bytes = new Uint8Array([0, 0, 0, 16, 109, 111, 111, 102, 0, 0, 0, 8, 116, 114, 97, 102]);
    expect(fragmentStart(bytes, bytes)).to.equal(undefined);
    expect(fragmentStart(new Uint8Array(), new Uint8Array(3))).to.equal(undefined);
  });
});
