import { expect } from '@open-wc/testing';
import { MediaRepair } from './media-repair.js';
import { defaultPolicy } from './playback-policy.js';

function watch(repairEveryMs = 0) {
  const done: string[] = [];
  let next: () => void = () => undefined;
  const act = (what: string) => () => {
    done.push(what);
    next();
  };
  const actions = { repair: act('repair'), rebuild: act('rebuild'), giveUp: act('give up') };
  const repair = new MediaRepair(actions, { ...defaultPolicy, repairEveryMs, repairWindowMs: 60_000 });
  const fault = (now: number) =>
    new Promise<void>(resolve => {
      next = resolve;
      repair.fault(now);
    });
  return { repair, fault, done };
}

describe('repairs of the decoder', () => {
  it('are two, then one fresh engine, then an end', async () => {
    const { fault, done } = watch();
    for (const now of [0, 10_000, 20_000, 30_000]) await fault(now);
    expect(done).to.deep.equal(['repair', 'repair', 'rebuild', 'give up']);
  });

  it('count anew after a quiet minute', async () => {
    const { fault, done } = watch();
    for (const now of [0, 10_000, 80_000, 150_000]) await fault(now);
    expect(done).to.deep.equal(['repair', 'repair', 'repair', 'repair']);
  });

  it('do not follow each other at once, and forget what is over', async () => {
    const { repair, fault, done } = watch(60_000);
    await fault(0);
    repair.fault(1);
    repair.fault(2);
    expect(done).to.deep.equal(['repair']);
    repair.reset();
    await fault(3);
    expect(done).to.deep.equal(['repair', 'repair']);
  });
});
