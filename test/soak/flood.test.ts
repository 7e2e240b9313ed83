/** A thousand comments a second leave nothing in the page but the newest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildContenders } from '../bench/comments/build.js';
import { openShop } from '../bench/comments/shop.js';
import { flooded, grown, type FloodLook } from './flooded.js';

/** 4 s, and more messages than a crowd writes in ten minutes. */
const RATE = 2000;
const FLOOD = { rate: RATE, minutes: 4 / 60, looks: 2 };
/** What engines learn of code that runs often, bytes; one message kept is some 300, and 4,000 come between the looks. */
const LEARNT = 300_000;

for (const [kind, name] of [
  ['list', 'qun-comment-stream'],
  ['overlay', 'qun-danmaku-layer'],
] as const) {
  test(`${name} keeps nothing of a flood but the newest`, async () => {
    await buildContenders([name]);
    const shop = await openShop();
    try {
      const [first, ...rest] = await flooded(shop.url(kind, name), FLOOD);
      const last = rest[rest.length - 1]!;
      assert.ok(last.elements > 0 && last.elements < 300, `${last.elements} elements`);
      assert.ok(last.nodes - first!.nodes < 100, `${last.nodes} nodes, ${first!.nodes} before`);
      assert.ok(last.listeners - first!.listeners < 5, `${last.listeners} listeners`);
      assert.ok(last.heap - first!.heap < LEARNT, `${last.heap - first!.heap} bytes more`);
    } finally {
      shop.close();
    }
  });
}

test('what grows is seen', () => {
  const looks = (heapPerMinute: number): FloodLook[] =>
    Array.from({ length: 10 }, (_, minute) => ({
      minute,
      heap: 2e6 + minute * heapPerMinute,
      nodes: 900,
      listeners: 20,
      elements: 180,
    }));
  assert.deepEqual(grown(looks(0)), []);
  assert.equal(grown(looks(100_000)).length, 1);
});
