import { expect } from '@open-wc/testing';
import type { QunError } from '../protocol/index.js';
import { loadHls, type HlsConstructor } from './hls-loader.js';
import { chooseEngine } from './open-engine.js';
import { defaultPolicy } from './playback-policy.js';

const video = (native = '') => ({ canPlayType: () => native }) as unknown as HTMLVideoElement;
const able = { isSupported: () => true } as unknown as HlsConstructor;
const unable = { isSupported: () => false } as unknown as HlsConstructor;
const choose = (src: string, hls: HlsConstructor | Error, native = '', engine?: 'native' | 'hls') => {
  let fetched = 0;
  const hlsLoader = () => {
    fetched += 1;
    return hls instanceof Error ? Promise.reject(hls) : Promise.resolve(hls);
  };
  const choice = chooseEngine(video(native), src, { policy: defaultPolicy, hlsLoader, engine });
  return choice.then(
    () => ({ fetched, code: 'fine' }),
    (error: QunError) => ({ fetched, code: error.code }),
  );
};

describe('the choice of an engine', () => {
  it('fetches hls.js for a playlist, even where the browser claims to play it', async () => {
    expect(await choose('https://a.example/live.m3u8', able, 'maybe')).to.deep.equal({
      fetched: 1,
      code: 'fine',
    });
  });

  it('fetches nothing for a file', async () => {
    expect(await choose('https://a.example/clip.mp4', able)).to.deep.equal({ fetched: 0, code: 'fine' });
  });

  it('leaves a playlist to a browser that can, where the page asks for that', async () => {
    const src = 'https://a.example/live.m3u8';
    expect(await choose(src, able, 'maybe', 'native')).to.deep.equal({ fetched: 0, code: 'fine' });
    expect(await choose(src, able, '', 'native')).to.deep.equal({ fetched: 1, code: 'fine' });
  });

  it('falls back on the browser where hls.js cannot work, and says when there is nothing', async () => {
    expect((await choose('https://a.example/live.m3u8', unable, 'maybe')).code).to.equal('fine');
    expect((await choose('https://a.example/live.m3u8', unable)).code).to.equal('stream-unsupported');
  });

  it('says that the engine failed when it did not come, or is something else', async () => {
    expect((await choose('https://a.example/live.m3u8', new Error('offline'))).code).to.equal(
      'engine-failed',
    );
    const other = await loadHls(() => Promise.resolve({ default: {} as HlsConstructor })).catch(
      (e: QunError) => e.code,
    );
    expect(other).to.equal('engine-failed');
  });
});
