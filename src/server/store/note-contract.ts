import assert from 'node:assert/strict';
import type { Check } from './checked-contract.js';

/** What a store promises of what is noted for a while. */
export function noteContract(check: Check): void {
  check('keeps a note for its time, and the newest of its name', 1, async store => {
    assert.equal(await store.note('ticket'), undefined);
    await store.setNote('ticket', 'a', 60_000);
    await store.setNote('other', '票 "x"\n', 60_000);
    assert.deepEqual([await store.note('ticket'), await store.note('other')], ['a', '票 "x"\n']);
    await store.setNote('ticket', 'b', 60_000);
    assert.equal(await store.note('ticket'), 'b');
    await store.setNote('ticket', 'c', 1);
    while ((await store.note('ticket')) !== undefined) await new Promise(setImmediate);
    assert.equal(await store.note('other'), '票 "x"\n');
  });

  check('shows a note to whoever opens the store next', 1, async (store, { reopen }) => {
    await store.setNote('ticket', 'a', 60_000);
    if (!reopen) return;
    await store.close();
    const next = await reopen();
    try {
      assert.equal(await next.note('ticket'), 'a');
    } finally {
      await next.close();
    }
  });
}
