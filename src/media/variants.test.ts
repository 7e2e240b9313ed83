import { expect } from '@open-wc/testing';
import { chooseVariant, readVariants } from './variants.js';

const base = 'https://cdn.example/live/master.m3u8';

describe('readVariants', () => {
  it('reads renditions with what a choice needs', () => {
    const text = `#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=1083000,AVERAGE-BANDWIDTH=938000,CODECS="avc1.64001F,mp4a.40.2",RESOLUTION=720x1280
hi/live.m3u8
#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=400000,AUDIO="sound"\r
# a remark
https://other.example/lo.m3u8
`;
    expect(readVariants(text, base)).to.deep.equal([
      {
        url: 'https://cdn.example/live/hi/live.m3u8',
        bandwidth: 1_083_000,
        codecs: 'avc1.64001F,mp4a.40.2',
        split: false,
      },
      { url: 'https://other.example/lo.m3u8', bandwidth: 400_000, codecs: '', split: true },
    ]);
  });

  it('finds none in a media playlist, and none in something else', () => {
    expect(readVariants('#EXTM3U\n#EXTINF:2,\n1.ts\n', base)).to.deep.equal([]);
    expect(readVariants('<!doctype html><p>Not here</p>', base)).to.deep.equal([]);
  });
});

describe('chooseVariant', () => {
  const variant = (bandwidth: number) => ({ url: `${bandwidth}`, bandwidth, codecs: '', split: false });
  const variants = [variant(2_000_000), variant(500_000), variant(1_000_000)];

  it('takes the best that leaves the line some air', () => {
    expect(chooseVariant(variants, 1_500_000)?.url).to.equal('1000000');
    expect(chooseVariant(variants, 9_000_000)?.url).to.equal('2000000');
  });

  it('takes the least where the line carries none of them, and nothing of nothing', () => {
    expect(chooseVariant(variants, 100_000)?.url).to.equal('500000');
    expect(chooseVariant([], 100_000)).to.equal(undefined);
  });
});
