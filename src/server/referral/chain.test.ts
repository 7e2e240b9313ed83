import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { Chain } from './chain.js';
import { noReferral } from './config.js';
import { chainDigest, makeTraffic, type Happening } from '../../../test/fixtures/referral-traffic.js';

const { policy } = noReferral;

function fold(happenings: readonly Happening[], rules = policy): Chain {
  const chain = new Chain(rules);
  for (const { row, entry } of happenings) {
    if (row) chain.add(row);
    if (entry) chain.hear(entry);
  }
  return chain;
}

let n = 0;
const row = (fields: object): Happening => ({ row: { n: (n += 1), at: n, ...fields } as never });
const share = (id: string, sharer: string, parent?: string, more = {}) =>
  row({ kind: 'share', id, sharer, parent, depth: 1, ...more });
const visit = (viewer: string, by: string, more = {}) =>
  row({ kind: 'visit', viewer, share: by, first: true, ...more });
const order = (orderId: string, status: string, data: object = {}): Happening => ({
  entry: {
    type: 'order.changed',
    at: (n += 1),
    data: { orderId, status, total: { minor: 100, currency: 'CNY' }, ...data },
  },
});
const sold = (chain: Chain, id: string) => {
  const node = chain.shares.get(id)!;
  return [node.direct.orders, node.direct.sums.in('CNY'), node.assisted.orders, node.refunds.in('CNY')];
};

test('a sale is direct of who brought the buyer, and assisted of those who brought that one', () => {
  const chain = fold([
    share('s-ann', 'ann'),
    visit('bob', 's-ann', { group: 'g1', via: 'copy' }),
    share('s-bob', 'bob', 's-ann'),
    visit('cid', 's-bob', { via: 'poster' }),
    order('o1', 'paid', { viewer: 'cid' }),
    order('o2', 'paid', { viewer: 'bob' }),
    order('o3', 'paid', { viewer: 'dan' }),
    order('o4', 'placed', { viewer: 'cid' }),
  ]);
  assert.deepEqual(sold(chain, 's-ann'), [1, 100, 1, 0]);
  assert.deepEqual(sold(chain, 's-bob'), [1, 100, 0, 0]);
  assert.deepEqual([chain.sold.orders, chain.referred.orders], [3, 2]);
  assert.deepEqual([chain.shares.get('s-bob')!.depth, chain.depths.slice(0, 3)], [2, [1, 1, 0]]);
  assert.equal(chain.groups.get('g1')!.sold.orders, 1);
  assert.deepEqual(chain.channels.get('poster'), { visits: 1, newViewers: 1 });
  const [o1, o4] = ['o1', 'o4'].map(id => chain.orders.get(id)!);
  assert.deepEqual(
    chain.payable(o1!).map(node => node.id),
    ['s-bob'],
  );
  assert.equal(o4!.share?.id, 's-bob');
});

test('no more than two levels are payable, whatever the policy says', () => {
  const rows = [share('a', 'ann'), share('b', 'bob', 'a'), share('c', 'cid', 'b'), visit('dan', 'c')];
  const paid = order('o1', 'paid', { viewer: 'dan' });
  const ids = (payableLevels: number) => {
    const chain = fold([...rows, paid], { ...policy, payableLevels: payableLevels as 2 });
    return chain.payable(chain.orders.get('o1')!).map(node => node.id);
  };
  assert.deepEqual([0, 1, 2, 9].map(ids), [[], ['c'], ['c', 'b'], ['c', 'b']]);
});

test('what is given back is taken from who was credited, and told', () => {
  const chain = fold([
    share('s-ann', 'ann'),
    visit('bob', 's-ann'),
    order('o1', 'paid', { viewer: 'bob' }),
    order('o1', 'refunded'),
    order('o2', 'placed', { viewer: 'bob' }),
    order('o2', 'cancelled'),
    order('o3', 'paid', { viewer: 'bob' }),
    order('o3', 'cancelled'),
  ]);
  assert.deepEqual(sold(chain, 's-ann'), [0, 0, 0, 200]);
  assert.deepEqual([chain.sold.orders, chain.sold.sums.in('CNY'), chain.refunds.in('CNY')], [2, 200, 200]);
});

test('nobody is owed what they buy by their own link, or by one that came of it', () => {
  const chain = fold([
    share('s-ann', 'ann', undefined, { subject: 'p1' }),
    visit('bob', 's-ann'),
    share('s-bob', 'bob', 's-ann'),
    visit('ann', 's-ann', { first: false }),
    visit('ann', 's-bob', { first: false }),
    visit('phone', 's-ann', { subject: 'p1' }),
    order('o1', 'paid', { viewer: 'ann' }),
    order('o2', 'paid', { viewer: 'phone' }),
    order('o3', 'paid', { viewer: 'tablet', subject: 'p1', share: 's-ann' }),
    // Passed on again, it is a beginning of its own and not her own forebear.
    share('s-ann-2', 'ann', 's-bob'),
  ]);
  assert.equal(chain.referred.orders, 0);
  assert.equal(chain.visits, 4);
  assert.deepEqual([chain.shares.get('s-ann-2')!.depth, chain.shares.get('s-ann-2')!.parent], [1, undefined]);
});

test('a shop may say by which link an order came, and by whom it was', () => {
  const chain = fold([
    share('s-ann', 'ann'),
    share('s-mei', 'guide:mei', undefined, { guide: 'mei' }),
    visit('bob', 's-ann', { subject: 'p2' }),
    order('o1', 'paid', { viewer: 'bob', share: 's-mei' }),
    order('o2', 'paid', { share: 's-mei' }),
    order('o3', 'paid', { subject: 'p2' }),
  ]);
  assert.deepEqual([sold(chain, 's-mei')[0], sold(chain, 's-ann')[0]], [2, 1]);
  assert.deepEqual([chain.boundTo('ann', n), chain.boundTo('guide:mei', n)], [1, 0]);
});

test('a name is shown as it was last agreed to', () => {
  const chain = fold([share('a', 'ann', undefined, { name: 'Ann' }), share('a', 'ann')]);
  assert.equal(chain.shares.get('a')!.name, undefined);
});

test('whatever the order in which it is heard of, and however much at once, the sums are the same', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.constantFrom('last', 'first', 'bind'), (seed, mix, model) => {
      const rules = { ...policy, model, protectDays: 2 } as const;
      const traffic = makeTraffic({ seed, visits: 80, people: 25 });
      const shuffled = makeTraffic({ seed, visits: 80, people: 25, mix });
      assert.deepEqual(chainDigest(fold(shuffled, rules)), chainDigest(fold(traffic, rules)));
    }),
    { numRuns: 60 },
  );
});

test('of ten thousand openings none makes a circle, each depth is right, and all sums agree', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const chain = fold(makeTraffic({ seed, visits: 10_000, people: 3000 }));
      const nodes = [...chain.shares.values()];
      assert.ok(nodes.length > 500 && chain.referred.orders > 100);
      assert.ok(nodes.some(node => node.depth === 8));
      for (const node of nodes) {
        const line = [node, ...node.ancestors];
        assert.equal(new Set(line.map(one => one.sharer)).size, line.length);
        assert.equal(node.depth, Math.min(8, (node.parent?.depth ?? 0) + 1));
        assert.ok(node.depth === 8 || line.length === node.depth);
      }
      const sum = (of: (node: (typeof nodes)[0]) => number) => nodes.reduce((all, node) => all + of(node), 0);
      assert.equal(
        sum(node => node.direct.orders),
        chain.referred.orders,
      );
      assert.equal(
        sum(node => node.direct.sums.in('CNY')),
        chain.referred.sums.in('CNY'),
      );
      const counted = [...chain.orders.values()].filter(one => one.status === 'paid');
      assert.equal(chain.referred.orders, counted.filter(one => one.share).length);
      assert.equal(
        sum(node => node.assisted.orders),
        counted.reduce((all, one) => all + (one.share?.ancestors.length ?? 0), 0),
      );
      assert.equal(
        sum(node => node.newViewers),
        chain.depths.reduce((a, b) => a + b, 0),
      );
      const channels = [...chain.channels.values()].reduce((all, one) => all + one.visits, 0);
      const times = [...chain.times.values()].reduce((all, one) => all + one.visits, 0);
      assert.deepEqual([channels, times], [chain.visits, chain.visits]);
      assert.ok(chain.refunds.in('CNY') + chain.referred.sums.in('CNY') <= chain.sold.sums.in('CNY'));
    }),
    { numRuns: 5 },
  );
});
