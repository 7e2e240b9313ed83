import assert from 'node:assert/strict';
import test from 'node:test';
import { SharedClock } from './shared-clock.js';

test('goes by the store, whatever its own clock says', async () => {
  for (const wrong of [-3_600_000, 0, 3_600_000]) {
    const clock = new SharedClock(
      () => Promise.resolve(1_000_000),
      () => 1_000_000 + wrong,
    );
    await clock.sample();
    assert.ok(Math.abs(clock.now() - 1_000_000) < 50);
  }
});

test('believes the answer that travelled least, and forgets old ones', async () => {
  let answer: () => Promise<number> = () => Promise.resolve(5000);
  const clock = new SharedClock(
    () => answer(),
    () => 0,
  );
  await clock.sample();
  answer = async () => {
    const until = performance.now() + 20;
    while (performance.now() < until) await Promise.resolve();
    return 9000;
  };
  await clock.sample();
  assert.ok(clock.now() < 5050);
  for (let i = 0; i < 8; i += 1) await clock.sample();
  assert.ok(clock.now() >= 9000);
});
