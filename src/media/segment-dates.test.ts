import { expect } from '@open-wc/testing';
import { readDates } from './segment-dates.js';

const list = (...lines: string[]) => ['#EXTM3U', '#EXT-X-TARGETDURATION:2', ...lines, ''].join('\n');

describe('the dates of a playlist', () => {
  it('are found by address, and counted on where only some are stated', () => {
    const text = list(
      '#EXT-X-PROGRAM-DATE-TIME:2026-03-28T12:00:00.000Z',
      '#EXTINF:2,',
      'a.m4s',
      '#EXTINF:1.5,',
      'b.m4s',
      '#EXTINF:2,',
      'c.m4s',
    );
    const found = readDates(text, 'https://cdn.example/lo/live.m3u8?x=1');
    const noon = Date.UTC(2026, 2, 28, 12);
    expect([...found]).to.deep.equal([
      ['https://cdn.example/lo/a.m4s', { date: noon, duration: 2 }],
      ['https://cdn.example/lo/b.m4s', { date: noon + 2000, duration: 1.5 }],
      ['https://cdn.example/lo/c.m4s', { date: noon + 3500, duration: 2 }],
    ]);
  });

  it('are not counted on across a break, nor made up', () => {
    const text = list(
      '#EXTINF:2,',
      'a.m4s',
      '#EXT-X-PROGRAM-DATE-TIME:2026-03-28T12:00:00Z',
      '#EXTINF:2,',
      'b.m4s',
      '#EXT-X-DISCONTINUITY',
      '#EXTINF:2,',
      'c.m4s',
    );
    expect([...readDates(text, 'https://cdn.example/lo/live.m3u8').keys()]).to.deep.equal([
      'https://cdn.example/lo/b.m4s',
    ]);
  });
});
