import { expect } from '@open-wc/testing';
import { firstSegment, readMedia } from './hls-text.js';

const base = 'https://cdn.example/live/master.m3u8';

const playlist = (more = '', count = 6) =>
  `#EXTM3U\n#EXT-X-TARGETDURATION:2\n${more}${Array.from({ length: count }, (_, n) => `#EXTINF:2.000,\n${n}.m4s\n`).join('')}`;

describe('readMedia', () => {
  it('knows where each segment lies', () => {
    const { segments, map, live, holdBack, intricate } = readMedia(
      playlist('#EXT-X-MAP:URI="init.mp4"\n'),
      base,
    );
    expect(segments[2]).to.deep.equal({ url: 'https://cdn.example/live/2.m4s', start: 4, duration: 2 });
    expect([segments.length, map, live, holdBack, intricate]).to.deep.equal([
      ...[6, 'https://cdn.example/live/init.mp4', true, 6, false],
    ]);
  });

  for (const line of [
    '#EXT-X-KEY:METHOD=AES-128,URI="k"',
    '#EXT-X-BYTERANGE:100@0',
    '#EXT-X-DISCONTINUITY',
    '#EXT-X-GAP',
    '#EXT-X-PART:DURATION=0.2,URI="p"',
    '#EXT-X-MAP:URI="a",BYTERANGE="10@0"',
  ]) {
    it(`leaves a playlist with ${line.split(/[:,]/)[0]} to the engine`, () => {
      expect(readMedia(playlist(`${line}\n`), base).intricate).to.equal(true);
    });
  }

  it('takes none of what says nothing', () => {
    expect(readMedia('<p>Not here</p>', base).segments).to.deep.equal([]);
    expect(readMedia('', base).segments).to.deep.equal([]);
  });
});

describe('firstSegment', () => {
  const at = (text: string, startAt?: number) => firstSegment(readMedia(text, base), startAt)?.start;

  it('stays as far from the live edge as the stream asks', () => {
    expect(at(playlist())).to.equal(6);
    expect(at(playlist('#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,HOLD-BACK=8.0\n'))).to.equal(4);
    expect(at(playlist('', 2))).to.equal(0);
  });

  it('begins a recording at its beginning', () => {
    expect(at(`${playlist()}#EXT-X-ENDLIST\n`)).to.equal(0);
  });

  it('begins a recording where somebody wants to be', () => {
    const recording = `${playlist()}#EXT-X-ENDLIST\n`;
    expect([0, 1.9, 2, 7.5].map(time => at(recording, time))).to.deep.equal([0, 0, 2, 6]);
    expect(at(recording, 12), 'after its end').to.equal(undefined);
    expect(at(playlist(), 2), 'live: the engine knows the way').to.equal(undefined);
  });

  it('finds nothing in an empty playlist', () => {
    expect(at('#EXTM3U\n')).to.equal(undefined);
  });
});
