import assert from 'node:assert/strict';
import { couponContract } from './coupon-contract.js';
import { claim, receipt, ROOM, type Check } from './checked-contract.js';
import { noteContract } from './note-contract.js';
import { orderContract } from './order-contract.js';

/** What a store promises of the merchant's books, and of what they say to the room. */
export function ledgerContract(check: Check): void {
  couponContract(check);
  orderContract(check);
  noteContract(check);

  check('tells the books of every claim that was won, once and in order', 2, async store => {
    await store.claim(claim('v1', 'k1', { subject: 'Zoë "张"\n' }));
    await store.claim(claim('v1', 'k1', { subject: 'Zoë "张"\n' }));
    await store.claim(claim('v1', 'k2'));
    await store.claim(claim('v2', 'k1', { gate: { result: 'expired' } }));
    await store.claim(claim('v2', 'k2'));
    await store.claim(claim('v3', 'k1'));
    const entries = await store.ledger(ROOM, 0, 10);
    const won = (n: number, viewer: string, code: string, more = {}) => ({
      n,
      at: 2000,
      type: 'claim.won' as const,
      data: { couponId: 'plain', code, viewer, ...more },
    });
    assert.deepEqual(entries, [
      won(1, 'v1', 'CODE-v1-k1', { subject: 'Zoë "张"\n' }),
      won(2, 'v2', 'CODE-v2-k2'),
    ]);
    assert.deepEqual(await store.ledger(ROOM, 1, 10), entries.slice(1));
    assert.deepEqual(await store.ledger(ROOM, 0, 1), entries.slice(0, 1));
    assert.deepEqual(await store.ledger(ROOM, 2, 10), []);
    assert.deepEqual(await store.ledger('nowhere', 0, 10), []);
    await store.prune(Number.MAX_SAFE_INTEGER);
    assert.deepEqual(await store.ledger(ROOM, 0, 10), entries);
  });

  check('remembers how far each reader of the books has come, and never goes back', 2, async store => {
    assert.equal(await store.cursor(ROOM, 'hook'), 0);
    await store.setCursor(ROOM, 'hook', 7);
    await store.setCursor(ROOM, 'hook', 3);
    await store.setCursor(ROOM, 'other', 1);
    const read = [store.cursor(ROOM, 'hook'), store.cursor(ROOM, 'other'), store.cursor('nowhere', 'hook')];
    assert.deepEqual(await Promise.all(read), [7, 1, 0]);
  });

  check('lends a name to one holder at a time, for as long as it is asked again', 2, async store => {
    const holders = await Promise.all(['a', 'b', 'c'].map(holder => store.lease('sender', holder, 60_000)));
    assert.equal(holders.filter(Boolean).length, 1);
    const holder = ['a', 'b', 'c'][holders.indexOf(true)]!;
    assert.equal(await store.lease('another', 'z', 60_000), true);
    assert.equal(await store.lease('sender', holder, 1), true);
    while (!(await store.lease('sender', 'z', 60_000))) await new Promise(setImmediate);
    assert.equal(await store.lease('sender', holder, 60_000), false);
  });

  check('tells nothing of what did not happen', 1, async store => {
    await Promise.allSettled([
      store.claim(claim('v1', 'k1', { couponId: 'no-such-coupon' })),
      store.claim(claim('v2', 'k1', { receipt: receipt('k1', 'v2') })),
      store.claim(claim('v2', 'k1', { receipt: receipt('k1', 'v2', 'another') })),
    ]);
    assert.deepEqual(
      (await store.ledger(ROOM, 0, 10)).map(entry => entry.data.viewer),
      ['v2'],
    );
  });
}
