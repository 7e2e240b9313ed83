import { expect } from '@open-wc/testing';

const KEY = 'qunlive:line';
let copies = 0;
/** As on a page that has just been opened. */
const open = () => import(`./line-speed.ts?${(copies += 1)}`) as Promise<typeof import('./line-speed.js')>;

describe('what is known of the line', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('is what the last stream of the page has learnt', async () => {
    const { lineSpeed, learnLineSpeed } = await open();
    expect(lineSpeed()).to.be.greaterThan(100_000);
    learnLineSpeed(5_300_000);
    expect(lineSpeed()).to.equal(5_300_000);
  });

  it('is kept on the device for a viewer who makes use of the player, and for nobody else', async () => {
    const first = await open();
    first.learnLineSpeed(5_330_000);
    expect(localStorage.getItem(KEY)).to.equal(null);
    first.keepLineSpeed();
    expect(localStorage.getItem(KEY)).to.match(/^5300000 \d+00000$/);
    const next = await open();
    expect(next.lineSpeed()).to.equal(5_300_000);
    next.learnLineSpeed(700_000);
    expect((await open()).lineSpeed(), 'kept fresh').to.equal(700_000);
  });

  for (const [name, text] of [
    ['old', `5000000 ${Date.now() - 25 * 3600_000}`],
    ['of tomorrow', `5000000 ${Date.now() + 25 * 3600_000}`],
    ['broken', 'fast'],
    ['empty', ''],
    ['negative', `-1 ${Date.now()}`],
  ] as const) {
    it(`is not what is ${name}`, async () => {
      const guess = (await open()).lineSpeed();
      localStorage.setItem(KEY, text);
      expect((await open()).lineSpeed()).to.equal(guess);
    });
  }
});
