import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Ticker } from './ticker.js';

test('a hundred countdowns share one timer, and none is left when the last has gone', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const { setInterval: real } = globalThis;
  const set = mock.method(globalThis, 'setInterval', real);
  try {
    const ticker = new Ticker();
    let ticks = 0;
    const leave = Array.from({ length: 100 }, () => ticker.subscribe(() => (ticks += 1)));
    assert.equal(set.mock.callCount(), 1);
    mock.timers.tick(1000);
    assert.equal(ticks, 100);
    for (const go of leave) go();
    mock.timers.tick(5000);
    assert.equal(ticks, 100);
    ticker.subscribe(() => (ticks += 1))();
    assert.equal(set.mock.callCount(), 2);
  } finally {
    mock.restoreAll();
    mock.timers.reset();
  }
});

test('one that leaves while all are told does not disturb the others', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  try {
    const ticker = new Ticker();
    const heard: string[] = [];
    const leave = ticker.subscribe(() => {
      heard.push('a');
      leave();
    });
    const stop = ticker.subscribe(() => heard.push('b'));
    mock.timers.tick(2000);
    assert.deepEqual(heard, ['a', 'b', 'b']);
    stop();
  } finally {
    mock.timers.reset();
  }
});
