import { expect } from '@open-wc/testing';
import { LiveStream } from '../../test/fixtures/live-stream.js';
import { probe, readPlaylist } from './probe.js';
import { StreamLookout } from './stream-lookout.js';
import { defaultPolicy } from './playback-policy.js';

const look = (src: string) => probe(new URL(src, location.href).href, new AbortController().signal);

describe('a look at a stream', () => {
  it('tells a live one from one that was closed, through its master playlist', async () => {
    const stream = new LiveStream();
    const live = await look(stream.src);
    expect(live.found).to.equal('live');
    expect(live.end).to.be.greaterThan(0);
    await stream.set('closed', true);
    expect((await look(stream.src)).found).to.equal('over');
  });

  it('tells what is missing from what is refused and what is out of reach', async () => {
    const stream = new LiveStream();
    await stream.set('missing', true);
    expect((await look(stream.src)).found).to.equal('missing');
    await stream.set('missing', false);
    await stream.fail('playlist', 60, 403);
    expect((await look(stream.src)).found).to.equal('refused');
    await stream.fail('playlist', 60, 503);
    expect((await look(stream.src)).found).to.equal('unknown');
    expect((await look('http://127.0.0.1:1/live.m3u8')).found).to.equal('unknown');
  });

  it('takes a playlist without segments for a stream that has not begun', () => {
    expect(readPlaylist('#EXTM3U\n#EXT-X-TARGETDURATION:2\n').found).to.equal('missing');
    expect(readPlaylist('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n#EXTINF:2,\na.ts\n')).to.deep.equal({
      found: 'live',
      end: 8,
    });
  });

  it('asks another rendition where one is gone', async () => {
    const { fetch } = window;
    const playlists: Record<string, string> = {
      'm.m3u8': '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhi.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlo.m3u8\n',
      'lo.m3u8': '#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n#EXTINF:2,\na.ts\n',
    };
    window.fetch = url => {
      const text = playlists[String(url).split('/').pop()!];
      return Promise.resolve(new Response(text ?? 'no', { status: text ? 200 : 404 }));
    };
    try {
      const rendition = new URL('/lo.m3u8', location.href).href;
      expect(await look('/m.m3u8')).to.deep.equal({ found: 'live', end: 8, rendition, lost: true });
      delete playlists['lo.m3u8'];
      expect((await look('/m.m3u8')).found).to.equal('missing');
    } finally {
      window.fetch = fetch;
    }
  });

  it('finds files that are there', async () => {
    expect((await look('/demo/media/live/lo/init.mp4')).found).to.equal('file');
  });
});

describe('the lookout', () => {
  const policy = { ...defaultPolicy, lookMs: [1] };

  it('looks until it is satisfied, and no further', async () => {
    const answers = ['missing', 'over', 'live'] as const;
    let looks = 0;
    await new Promise<void>(resolve => {
      const lookout = new StreamLookout(() => Promise.resolve({ found: answers[looks++]! }), policy);
      lookout.start(({ found }) => {
        if (found === 'live') resolve();
        return found === 'live';
      });
    });
    expect(looks).to.equal(3);
  });

  it('does not judge what arrives after it was stopped', async () => {
    let answer: (probe: { found: 'live' }) => void = () => undefined;
    let judged = false;
    const asked = new Promise<void>(resolve => {
      const lookout = new StreamLookout(
        signal =>
          new Promise(found => {
            answer = found;
            signal.addEventListener('abort', () => resolve());
            queueMicrotask(() => lookout.stop());
          }),
        policy,
      );
      lookout.start(() => (judged = true));
      lookout.now();
    });
    await asked;
    answer({ found: 'live' });
    await Promise.resolve();
    expect(judged).to.equal(false);
  });
});
