import assert from 'node:assert/strict';
import test from 'node:test';
import {
  chainRowSchema,
  guideReportSchema,
  limits,
  parse,
  roomReportSchema,
  shareBoardSchema,
} from '../../protocol/index.js';
import { makeTraffic, type Happening } from '../../../test/fixtures/referral-traffic.js';
import { Chain } from './chain.js';
import { groupNamesOf, parseReferral } from './config.js';
import { guideReports } from './guide-reports.js';
import { Guides } from './guides.js';
import { boardOf, reportOf } from './room-report.js';
import type { Sharer } from './share-book.js';
import { ShareIds } from './share-ids.js';
import { chainRow, chainSheet, guidesSheet, ordersSheet, reportSheet } from './sheets.js';

const config = parseReferral({
  policy: { payableLevels: 2, secondRateBp: 100 },
  guides: [
    { id: 'lin', name: '林', code: 'LIN8', subject: 'staff-3' },
    { id: 'mei', name: '=Mei', code: 'MEI' },
  ],
  groups: [{ id: 'g-1', name: '王姐的茶友群' }],
  tiers: [{ name: 'one', from: { minor: 0, currency: 'CNY' }, rateBp: 500 }],
}).config!;
const groupNames = groupNamesOf(config);
const guides = new Guides(config.guides);

const ids = new ShareIds(Buffer.from('any secret'));
const book = { idOf: ({ sharer }: Sharer, parent?: string) => ids.of('spring', sharer, parent) };
const of = (sharer: string, parent?: string) => book.idOf({ sharer }, parent);

/** Lin brings Ann; Ann passes it on to Bob, and Bob to Cid. All three buy, and Cid sends it back. */
function story(): Chain {
  const chain = new Chain(config.policy);
  let n = 0;
  const row = (fields: object) => chain.add({ n: (n += 1), at: 1000 * n, ...fields } as never);
  const order = (orderId: string, viewer: string, minor: number, status = 'paid') =>
    chain.hear({
      type: 'order.changed',
      at: 1000 * (n += 1),
      data: { orderId, viewer, status, total: { minor, currency: 'CNY' } },
    });
  row({ kind: 'share', id: 'LLLLLLLLLLLL', sharer: 'guide:lin', guide: 'lin', name: 'Lin', depth: 1 });
  row({ kind: 'intent', viewer: 'guide:lin', share: 'LLLLLLLLLLLL', via: 'wecom' });
  row({ kind: 'visit', viewer: 'ann', share: 'LLLLLLLLLLLL', via: 'wecom', group: 'g-1', first: true });
  row({ kind: 'share', id: 'AAAAAAAAAAAA', sharer: 'ann', parent: 'LLLLLLLLLLLL', depth: 2, name: '@ann' });
  row({ kind: 'intent', viewer: 'ann', share: 'AAAAAAAAAAAA', via: 'copy' });
  row({ kind: 'visit', viewer: 'bob', share: 'AAAAAAAAAAAA', via: 'copy', first: true });
  row({ kind: 'share', id: 'BBBBBBBBBBBB', sharer: 'bob', parent: 'AAAAAAAAAAAA', depth: 3 });
  row({ kind: 'visit', viewer: 'cid', share: 'BBBBBBBBBBBB', via: 'poster', first: true });
  order('o-ann', 'ann', 10_000);
  order('o-bob', 'bob', 20_000);
  order('=o-cid', 'cid', 40_000);
  order('=o-cid', 'cid', 40_000, 'refunded');
  order('o-dan', 'dan', 5000);
  order('o-eve', 'ann', 7000, 'placed');
  return chain;
}

const yuan = (minor: number) => ({ minor, currency: 'CNY' });

test('the report of a small story', () => {
  const report = parse(roomReportSchema, { ...reportOf(story(), 'spring', guides), at: 1 });
  assert.deepEqual(
    [report.viewers, report.visits, report.sharers, report.perSharer, report.orders],
    [3, 3, 3, 1, 4],
  );
  assert.deepEqual([report.sales, report.refunds], [[yuan(75_000)], [yuan(40_000)]]);
  assert.deepEqual(report.referred, { orders: 2, sales: [yuan(30_000)] });
  assert.deepEqual(report.depths.slice(0, 4), [1, 1, 1, 0]);
  assert.deepEqual(report.intents, { wecom: 1, copy: 1 });
  assert.deepEqual(
    report.top.map(({ share, name, guide, depth, direct, assisted }) => [
      ...[share[0], name, guide, depth],
      ...[direct.orders, assisted.orders],
    ]),
    [
      ['L', '林', 'lin', 1, 1, 1],
      ['A', '@ann', undefined, 2, 1, 0],
      ['B', undefined, undefined, 3, 0, 0],
    ],
  );
  assert.deepEqual(report.groups, [
    { group: 'g-1', visits: 1, newViewers: 1, sold: { orders: 1, sales: [yuan(10_000)] } },
  ]);
  assert.deepEqual(report.times, [{ at: 0, visits: 3, intents: 2, orders: 4 }]);
});

test('a group has the name that the shop gives it, and its id where it gives none', () => {
  const chain = story();
  const opened = { kind: 'visit', viewer: 'fay', share: 'LLLLLLLLLLLL', first: false } as const;
  chain.add({ n: 50, at: 50, group: 'g-2', ...opened });
  const report = parse(roomReportSchema, { ...reportOf(chain, 'spring', guides, groupNames), at: 1 });
  assert.deepEqual(
    report.groups.map(({ group, name }) => [group, name]),
    [
      ['g-1', '王姐的茶友群'],
      ['g-2', undefined],
    ],
  );
  const figures = lines(reportSheet(report));
  assert.equal(figures[0], 'part,of,figure,value,currency,name');
  assert.ok(figures.includes('group,g-1,sales,100.00,CNY,王姐的茶友群'));
  assert.ok(figures.includes('group,g-2,visits,1,,'));
  assert.ok(figures.every(line => line.split(',').length === 6));
  const [head, first] = lines(ordersSheet(chain, groupNames));
  assert.match(head!, /,groupName$/);
  assert.match(first!, /^o-ann,.*,g-1,.*,王姐的茶友群$/);
});

test('a guide is paid for what is left of the sales they brought, and less for what these brought', () => {
  const [lin, mei] = [...guideReports(story(), config, 20_000).values()];
  const report = parse(guideReportSchema, lin);
  assert.deepEqual([report.guide.name, report.share, report.bound], ['林', '-LIN8', 1]);
  assert.deepEqual([report.newViewers, report.intents, report.direct.orders], [1, 1, 1]);
  assert.deepEqual(report.tier, {
    ...{ name: 'one', rateBp: 500, counted: yuan(10_000) },
    commission: yuan(500 + 200),
  });
  assert.deepEqual(parse(guideReportSchema, mei).tier?.commission, yuan(0));
});

test('what was given back is taken back from the guide', () => {
  const chain = story();
  const data = { orderId: 'o-ann', status: 'refunded', total: yuan(10_000) };
  chain.hear({ type: 'order.changed', at: 99_000, data });
  const lin = guideReports(chain, config, 100_000).get('lin')!;
  assert.deepEqual([lin.tier?.counted, lin.refunds, lin.direct.orders], [yuan(0), [yuan(10_000)], 0]);
});

test('the board has viewers alone, equal ranks where they are equal, names where they agreed', () => {
  const seen = boardOf(story(), book).map(({ also: _, ...row }) => row);
  assert.deepEqual(seen, [
    { rank: 1, name: '@ann', share: 'AAAAAAAAAAAA', newViewers: 1 },
    { rank: 1, share: 'BBBBBBBBBBBB', newViewers: 1 },
  ]);
});

test('two links of one person are one row, and stand for who they are now', () => {
  const chain = story();
  chain.add({ n: 50, kind: 'share', id: 'AAAAAAAAAAA2', sharer: 'ann', depth: 1, at: 50 });
  chain.add({ n: 51, kind: 'visit', viewer: 'fay', share: 'AAAAAAAAAAA2', first: true, at: 51 });
  const [{ also, ...row }] = boardOf(chain, book) as [ReturnType<typeof boardOf>[number]];
  assert.deepEqual(row, { rank: 1, name: '@ann', share: 'AAAAAAAAAAA2', newViewers: 2 });
  assert.deepEqual(also, [of('ann', 'LLLLLLLLLLLL'), 'AAAAAAAAAAAA', of('ann')]);
});

test('a row is known by every link its viewer opened, the newest first, before they pass it on, and no more than a few', () => {
  const chain = story();
  const opens = (n: number, link: string) =>
    chain.add({ n, kind: 'visit', viewer: 'ann', share: link, first: false, at: 1000 * n });
  // One whose share nobody has used yet, one of a viewer, and her own, which is no way to have come.
  opens(50, 'nobodysyet');
  opens(51, 'BBBBBBBBBBBB');
  opens(52, 'AAAAAAAAAAAA');
  assert.deepEqual(
    boardOf(chain, book)[0]?.also,
    ['BBBBBBBBBBBB', 'nobodysyet', 'LLLLLLLLLLLL', undefined].map(link => of('ann', link)),
  );
  for (let n = 60; n < 100; n += 1) opens(n, `link-${n}`);
  const { also } = boardOf(chain, book)[0]!;
  assert.deepEqual([also?.length, also?.[0]], [limits.boardShares, of('ann', 'link-99')]);
});

const lines = (sheet: string) => sheet.slice(1).split('\r\n').slice(0, -1);

test('the sheets', () => {
  const chain = story();
  const report = { ...reportOf(chain, 'spring', guides), at: 1 };
  const figures = lines(reportSheet(report));
  for (const line of ['total,,sales,750.00,CNY,', 'depth,1,newViewers,1,,', 'channel,poster,visits,1,,']) {
    assert.ok(figures.includes(line), line);
  }
  const [head, first, second] = lines(chainSheet(chain));
  assert.match(head!, /^share,parent,guide,name,depth,.*directOrders,directSales CNY,assistedOrders,/);
  assert.equal(first, 'LLLLLLLLLLLL,,lin,Lin,1,1970-01-01 00:00:01,1,1,1,1,100.00,1,200.00');
  assert.match(second!, /^AAAAAAAAAAAA,LLLLLLLLLLLL,,'@ann,2,/);
  const orders = lines(ordersSheet(chain));
  assert.equal(orders.length, 6);
  assert.match(orders[2]!, /^o-bob,paid,.*,200\.00,CNY,AAAAAAAAAAAA,,,AAAAAAAAAAAA,lin,$/);
  assert.match(orders[3]!, /^'=o-cid,refunded,.*,BBBBBBBBBBBB,,,,,$/);
  const paid = lines(guidesSheet([...guideReports(chain, config, 20_000).values()], guides));
  assert.equal(paid[1], 'lin,林,staff-3,LIN8,1,1,1,1,1,one,5,100.00,7.00,CNY');
  assert.match(paid[2]!, /^mei,'=Mei,,MEI,/);
});

function folded(happenings: readonly Happening[]): Chain {
  const chain = new Chain(config.policy);
  for (const { row, entry } of happenings) {
    if (row) chain.add(row);
    if (entry) chain.hear(entry);
  }
  return chain;
}

test('what a large room tells keeps to the wire, and its sums agree with each other', () => {
  for (const seed of [1, 2, 3]) {
    const chain = folded(makeTraffic({ seed, visits: 3000, people: 800 }));
    const report = parse(roomReportSchema, { ...reportOf(chain, 'spring', guides), at: 1 });
    assert.equal(report.top.length, limits.boardRows);
    const nodes = [...chain.shares.values()].map(node => parse(chainRowSchema, chainRow(node)));
    const sum = (of: (node: (typeof nodes)[number]) => number) =>
      nodes.reduce((all, node) => all + of(node), 0);
    assert.equal(
      sum(node => node.newViewers),
      report.depths.reduce((all, count) => all + count, 0),
    );
    assert.equal(
      sum(node => node.direct.orders),
      report.referred.orders,
    );
    assert.equal(
      sum(node => node.direct.sales[0]?.minor ?? 0),
      report.referred.sales[0]!.minor,
    );
    const visits = report.times.reduce((all, span) => all + span.visits, 0);
    assert.deepEqual(
      [visits, report.channels.reduce((all, one) => all + one.visits, 0)],
      [report.visits, report.visits],
    );
    parse(shareBoardSchema, { v: 1, at: 1, rows: boardOf(chain, book) });
    assert.equal(lines(ordersSheet(chain)).length, chain.orders.size + 1);
    assert.equal(lines(chainSheet(chain)).length, chain.shares.size + 1);
  }
});
