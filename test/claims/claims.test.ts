import assert from 'node:assert/strict';
import test from 'node:test';
import { eachOf, Shop, type Seen } from './shop.js';

const VIEWERS = 500;

/** Everyone four times: two wishes, each sent twice under its own key. Mixed, but the same in every run. */
function wishes(): { viewer: number; key: string }[] {
  const all = Array.from({ length: VIEWERS }, (_, viewer) =>
    ['a', 'a', 'b', 'b'].map(key => ({ viewer, key: `${viewer}-${key}` })),
  ).flat();
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

async function rush(shop: Shop, answered: (seen: Seen) => void): Promise<Seen[]> {
  const tokens: string[] = [];
  const numbers = Array.from({ length: VIEWERS }, (_, i) => i);
  await eachOf(numbers, 32, async viewer => {
    tokens[viewer] = await shop.join();
  });
  const seen: Seen[] = [];
  await eachOf(wishes(), 64, async ({ viewer, key }) => {
    const one = await shop.claim(viewer, tokens[viewer]!, key);
    seen.push(one);
    answered(one);
  });
  return seen;
}

/** What must hold of all that viewers have seen, whatever happened on the way. */
function check(seen: readonly Seen[], total: number): Set<string> {
  assert.equal(seen.length, VIEWERS * 4);
  const byKey = new Map<string, string>();
  for (const { key, text, result } of seen) {
    // Byte for byte where something was done; an answer that only repeats what is so may tell a later time.
    const said = result === 'won' ? text : text.replace(/"now":\d+/, '');
    assert.equal(byKey.get(key) ?? said, said, 'the same key, another answer');
    byKey.set(key, said);
  }
  const winners = new Map<number, string>();
  const losers = new Set<number>();
  for (const { viewer, result, code } of seen) {
    if (code === undefined) {
      assert.equal(result, 'sold-out');
      losers.add(viewer);
    } else {
      assert.equal(winners.get(viewer) ?? code, code, 'two codes for one viewer');
      winners.set(viewer, code);
    }
  }
  assert.ok(
    [...winners.keys()].every(viewer => !losers.has(viewer)),
    'had it and did not',
  );
  assert.equal(winners.size, total);
  const codes = new Set(winners.values());
  assert.equal(codes.size, total, 'one code for two viewers');
  return codes;
}

test('2000 requests of 500 viewers for 100 coupons: 100 codes, to each their own, however often they ask', async () => {
  const shop = await Shop.open(100);
  try {
    const codes = check(await rush(shop, () => {}), 100);
    const books = await shop.books();
    assert.deepEqual([books.total, books.left, books.soldOutEvents], [100, 0, 1]);
    assert.deepEqual(new Set(books.codes), codes);
    assert.equal(books.codes.length, 100);
  } finally {
    await shop.close();
  }
});

test('kill -9 in the middle: what was acknowledged is kept, and total = left + won', async () => {
  const shop = await Shop.open(300);
  try {
    const before: Seen[] = [];
    let restart: Promise<void> | undefined;
    const seen = await rush(shop, one => {
      if (!restart) before.push(one);
      if (before.filter(({ code }) => code).length === 150) restart ??= shop.kill().then(() => shop.start());
    });
    await restart;
    assert.ok(restart && shop.missed > 0, 'nobody met the gap');
    const codes = check(seen, 300);
    const books = await shop.books();
    assert.deepEqual([books.total, books.left + books.codes.length, books.soldOutEvents], [300, 300, 1]);
    assert.deepEqual(new Set(books.codes), codes);
    for (const { code } of before) if (code) assert.ok(books.codes.includes(code), `${code} was lost`);
  } finally {
    await shop.close();
  }
});
