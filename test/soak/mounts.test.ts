/** Players that play a real stream and are taken out again leave nothing in the page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stage } from '../faults/stage.js';
import { leftovers } from './leftovers.js';
import { mount } from './mounts.js';
import { slope } from './slope.js';

const TIMES = 12;

test('players that come and go leave nothing', async () => {
  const stage = await Stage.open();
  try {
    const { before, after } = await mount(stage, TIMES);
    assert.deepEqual(leftovers(before, after, TIMES), []);
    assert.equal(after.workers, 0);
    assert.ok(after.sources <= 1, `${after.sources} media sources are alive`);
  } finally {
    await stage.close();
  }
});

test('what stays is seen', () => {
  const held = {
    heap: 1e6,
    nodes: 50,
    listeners: 9,
    timers: 2,
    sources: 0,
    buffers: 0,
    workers: 0,
    requests: 0,
    urls: 0,
  };
  assert.deepEqual(leftovers(held, held, TIMES), []);
  for (const [name, each] of [
    ['nodes', 60],
    ['listeners', 10],
    ['timers', 1],
    ['sources', 1],
    ['urls', 1],
  ] as const) {
    assert.equal(leftovers(held, { ...held, [name]: held[name] + TIMES * each }, TIMES).length, 1, name);
  }
  assert.equal(leftovers(held, { ...held, heap: 5e6 }, TIMES).length, 1);
});

test('a slope is what is added in a minute', () => {
  assert.ok(Math.abs(slope([1, 2, 3, 4], [10, 13, 16, 19]) - 3) < 1e-9);
  assert.equal(slope([1], [5]), 0);
});
