import { expect } from '@open-wc/testing';
import { defaultPolicy } from './playback-policy.js';
import { Watchdog, type Sight } from './watchdog.js';

const sight: Sight = {
  time: 0,
  ahead: 3,
  edge: undefined,
  oldest: 0,
  toleranceS: 4,
  stallToleranceS: 1,
  behindByChoice: false,
};

/** One look a second, at `see(second)`, and what it led to: `second: remedy`. */
function watch(seconds: number, see: (second: number) => Partial<Sight>, starvedMs = 60_000): string[] {
  const dog = new Watchdog(defaultPolicy);
  const remedies: string[] = [];
  for (let s = 0; s <= seconds; s += 1) {
    const remedy = dog.look({ ...sight, ...see(s) }, starvedMs, s * 1000);
    if (remedy) remedies.push(`${s}: ${remedy}`);
  }
  return remedies;
}

describe('the watchdog', () => {
  it('lies still while the picture moves', () => {
    expect(watch(60, s => ({ time: s }))).to.deep.equal([]);
  });

  it('nudges a picture that hangs on media it has, then has it repaired', () => {
    const nudged = (s: number) => ({ time: s > 4 ? 5.1 : 5 });
    expect(watch(9, nudged)).to.deep.equal(['4: nudge', '8: repair']);
  });

  it('is content with a nudge that helped', () => {
    expect(watch(30, s => ({ time: s > 4 ? 5 + s : 5 }))).to.deep.equal(['4: nudge']);
  });

  it('asks for a new engine when nothing comes for as long as the engine is trusted', () => {
    expect(watch(25, () => ({ time: 5, ahead: 0 }), 10_000)).to.deep.equal(['10: reload', '20: reload']);
  });

  it('brings a picture that fell behind back to the edge, now and then', () => {
    expect(watch(30, s => ({ time: s, edge: s + 9 }))).to.deep.equal(['5: resync', '25: resync']);
  });

  it('takes a viewer who was kept waiting to the edge as soon as there is media up to it', () => {
    const dog = new Watchdog(defaultPolicy);
    const look = (s: number, ahead: number) =>
      dog.look({ ...sight, time: s, edge: s + 3, ahead }, 60_000, s * 1000);
    dog.stalled(0);
    expect(look(1, 2)).to.equal(undefined);
    expect(look(2, 5)).to.equal('resync');
    expect(look(3, 5)).to.equal(undefined);
    dog.stalled(3000);
    expect(look(3 + defaultPolicy.stallResyncMs / 1000, 5)).to.equal(undefined);
  });

  it('leaves a viewer who chose to be behind where they are, as long as there is something to see', () => {
    const behind = { behindByChoice: true };
    expect(watch(30, s => ({ ...behind, time: s, edge: s + 9 }))).to.deep.equal([]);
    expect(watch(1, s => ({ ...behind, time: s, edge: s + 40, oldest: s + 20 }))).to.deep.equal([
      '0: resync',
    ]);
  });

  it('concludes nothing from a gap between two looks', () => {
    const dog = new Watchdog(defaultPolicy);
    dog.look({ ...sight, time: 5 }, 60_000, 0);
    expect(dog.look({ ...sight, time: 5 }, 60_000, 600_000)).to.equal(undefined);
    expect(dog.stillMs).to.equal(0);
  });
});
