import { expect } from '@open-wc/testing';
import { line, LINE_KEY, lineSpeed } from './line-speed.js';

let copies = 0;

/** As on a page that has just been opened. */
async function open(): Promise<typeof import('./line-memory.js')> {
  delete line.learnt;
  return (await import(`./line-memory.ts?${(copies += 1)}`)) as typeof import('./line-memory.js');
}

describe('what is known of the line', () => {
  afterEach(() => localStorage.removeItem(LINE_KEY));

  it('is what the last stream of the page has learnt', async () => {
    const { learnLineSpeed } = await open();
    expect(lineSpeed()).to.be.greaterThan(100_000);
    learnLineSpeed(5_300_000);
    expect(lineSpeed()).to.equal(5_300_000);
  });

  it('is kept on the device for a viewer who makes use of the player, and for nobody else', async () => {
    const first = await open();
    first.learnLineSpeed(5_330_000);
    expect(localStorage.getItem(LINE_KEY)).to.equal(null);
    first.keepLineSpeed();
    expect(localStorage.getItem(LINE_KEY)).to.match(/^5300000 \d+00000$/);
    const next = await open();
    expect(lineSpeed()).to.equal(5_300_000);
    next.learnLineSpeed(700_000);
    await open();
    expect(lineSpeed(), 'kept fresh').to.equal(700_000);
  });

  for (const [name, text] of [
    ['old', `5000000 ${Date.now() - 25 * 3600_000}`],
    ['of tomorrow', `5000000 ${Date.now() + 25 * 3600_000}`],
    ['broken', 'fast'],
    ['empty', ''],
    ['half', '5000000'],
    ['negative', `-1 ${Date.now()}`],
  ] as const) {
    it(`is not what is ${name}`, async () => {
      await open();
      const guess = lineSpeed();
      localStorage.setItem(LINE_KEY, text);
      expect(lineSpeed()).to.equal(guess);
    });
  }
});
