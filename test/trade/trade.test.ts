import assert from 'node:assert/strict';
import test from 'node:test';
import { rush } from './rush.js';

// `npm run test:trade` is the same with ten thousand over a minute.
const few = { viewers: 240, seconds: 4 };

for (const [store, strikes, what] of [
  ['sqlite', 1, 'a file whose server is killed'],
  ['redis', 2, 'two servers on a Redis, and one of each killed'],
] as const) {
  test(`claims, reservations, orders and changes of mind, on ${what}: every promise kept, and every piece somewhere`, async () => {
    const { won, coupons, kept, sold, held, pieces } = await rush({ store, strikes, ...few });
    assert.equal(won, coupons);
    // Some were kept twice: what one gave back another got.
    assert.ok(kept > pieces / 2 && sold > 0 && sold + held <= pieces);
  });
}
