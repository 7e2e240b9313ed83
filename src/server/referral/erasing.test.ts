import assert from 'node:assert/strict';
import test from 'node:test';
import { chainDigest, makeTraffic, numbers } from '../../../test/fixtures/referral-traffic.js';
import type { OrderRequest } from '../store/order-store.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import type { RoomStore } from '../store/room-store.js';
import { Chain } from './chain.js';
import { noReferral } from './config.js';

const ROOM = 'spring';

/** Lets the store hear of all that happened, in order. */
async function keepAll(store: RoomStore, visits: number): Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  for (const { row, entry } of makeTraffic({ seed: 7, visits, people: 3000, oneName: true })) {
    if (entry) last = store.order({ room: ROOM, at: entry.at, ...(entry.data as object) } as OrderRequest);
    else if (row!.kind === 'visit') last = store.visit(ROOM, row!, 30 * 60_000);
    else if (row!.kind === 'share') last = store.share(ROOM, row!);
    else last = store.intend(ROOM, row!);
    if (row && row.n % 500 === 0) await last;
  }
  await last;
}

async function readAll(store: RoomStore) {
  const rows = [];
  for (let n = 0, more = true; more; n = rows.length) {
    const page = await store.referrals(ROOM, n, 1000);
    rows.push(...page.rows);
    more = page.rows.length > 0;
  }
  return { rows, entries: await store.ledger(ROOM, 0, 100_000) };
}

function digest({ rows, entries }: Awaited<ReturnType<typeof readAll>>): unknown {
  const chain = new Chain(noReferral.policy);
  rows.forEach(row => chain.add(row));
  entries.forEach(entry => chain.hear(entry));
  assert.ok(chain.referred.orders > 100 && chain.visits > 9000);
  return chainDigest(chain);
}

test('whoever is erased from a chain of ten thousand openings is in no row, and every figure stays', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  try {
    await keepAll(store, 10_000);
    const before = await readAll(store);
    const random = numbers(11);
    const gone = new Set(Array.from({ length: 60 }, () => `v${3 * Math.floor(random() * 1000)}`));
    await Promise.all([...gone].map(viewer => store.erase(ROOM, viewer, 1e12)));
    const after = await readAll(store);
    assert.deepEqual(digest(after), digest(before));
    const words = new Set(JSON.stringify(after).match(/"[vp]\d+"/g));
    for (const viewer of gone) {
      assert.ok(!words.has(`"${viewer}"`) && !words.has(`"p${viewer.slice(1)}"`), viewer);
    }
    assert.ok(JSON.stringify(before).includes(`"${[...gone][0]}"`));
  } finally {
    await store.close();
  }
});
