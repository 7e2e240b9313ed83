import { expect } from '@open-wc/testing';
import { defaultPolicy } from './playback-policy.js';
import { RetryLadder } from './retry-ladder.js';

const quick = { ...defaultPolicy, retryMinMs: 2, retryMaxMs: 4, retries: 3 };

/** A ladder whose attempts can be awaited. */
function climb(policy = quick) {
  let attempted: () => void = () => undefined;
  let count = 0;
  const ladder = new RetryLadder(() => {
    count += 1;
    attempted();
  }, policy);
  return {
    ladder,
    count: () => count,
    attempt: () => new Promise<void>(resolve => (attempted = resolve)),
  };
}

describe('the ladder of retries', () => {
  it('tries as often as it may, and then says so', async () => {
    const { ladder, attempt, count } = climb();
    for (let i = 0; i < 3; i += 1) {
      const done = attempt();
      expect(ladder.fail()).to.equal(true);
      await done;
    }
    expect(ladder.fail()).to.equal(false);
    expect(count()).to.equal(3);
    expect(ladder.active).to.equal(true);
  });

  it('makes one attempt of several failures at once', async () => {
    const { ladder, attempt, count } = climb();
    const done = attempt();
    ladder.fail();
    ladder.fail();
    await done;
    expect(count()).to.equal(1);
  });

  it('has its patience back once something arrived', async () => {
    const { ladder, attempt } = climb({ ...quick, retries: 1 });
    const done = attempt();
    ladder.fail();
    await done;
    ladder.reset();
    expect(ladder.active).to.equal(false);
    expect(ladder.fail()).to.equal(true);
    ladder.reset();
  });

  it('does not wait when the network is back, and asks for nothing that did not fail', () => {
    const { ladder, count } = climb({ ...quick, retryMinMs: 60_000, retryMaxMs: 60_000 });
    ladder.now();
    expect(count()).to.equal(0);
    ladder.fail();
    ladder.now();
    expect(count()).to.equal(1);
    ladder.reset();
  });
});
