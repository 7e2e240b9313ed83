import { expect } from '@open-wc/testing';
import { DeafCheck } from './deaf-check.js';
import { defaultPolicy } from './playback-policy.js';
import type { Probe } from './probe.js';

/** One check every 3 s of standing still, and what each look finds. */
async function checks(...found: Probe[]) {
  const rest = [...found];
  const check = new DeafCheck(() => Promise.resolve(rest.shift()!), defaultPolicy);
  const heard = [];
  for (let s = 3; rest.length > 0; s += 3) heard.push(await check.check(s * 1000, s * 1000));
  return { check, heard };
}

describe('the check for a deaf player', () => {
  it('finds one that stands still while its stream moves on', async () => {
    const { check, heard } = await checks({ found: 'live', end: 7 }, { found: 'live', end: 9 });
    expect(heard.map(one => one?.deaf)).to.deep.equal([false, true]);
    expect(check.quiet).to.equal(false);
  });

  it('does not blame a player for a stream that stands still, is gone, or is out of reach', async () => {
    const still = await checks({ found: 'live', end: 7 }, { found: 'live', end: 7 });
    expect(still.heard.map(one => one?.deaf)).to.deep.equal([false, false]);
    expect(still.check.quiet).to.equal(true);
    expect((await checks({ found: 'missing' })).check.quiet).to.equal(true);
    // Nothing is known: opening it anew may help.
    expect((await checks({ found: 'unknown' })).check.quiet).to.equal(false);
  });

  it('knows at once why a player stands still whose rendition is gone', async () => {
    const { heard } = await checks({ found: 'live', end: 7, rendition: '/lo.m3u8', lost: true });
    expect(heard[0]).to.deep.equal({ found: 'live', end: 7, rendition: '/lo.m3u8', lost: true, deaf: true });
  });

  it('gives a short stall its time', async () => {
    const ends = [7, 9];
    const check = new DeafCheck(() => Promise.resolve({ found: 'live', end: ends.shift()! }), defaultPolicy);
    await check.check(1000, 0);
    expect((await check.check(defaultPolicy.deafMs - 1, 3000))?.deaf).to.equal(false);
  });

  it('asks one question at a time, and not much more often than every other second', async () => {
    let asked = 0;
    const check = new DeafCheck(() => {
      asked += 1;
      return Promise.resolve({ found: 'unknown' });
    }, defaultPolicy);
    await Promise.all([check.check(1000, 0), check.check(1000, 0)]);
    await check.check(2000, 1000);
    expect(asked).to.equal(1);
    await check.check(3000, 2200);
    expect(asked).to.equal(2);
  });

  it('says nothing of a player that is gone', async () => {
    let found: (probe: Probe) => void = () => undefined;
    const check = new DeafCheck(() => new Promise(resolve => (found = resolve)), defaultPolicy);
    const heard = check.check(4000, 0);
    check.reset();
    found({ found: 'live', end: 7 });
    expect(await heard).to.equal(undefined);
  });
});
