import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test, { after } from 'node:test';
import { HOST_TOKEN, ServerUnderTest } from '../../../test/fixtures/room-server.js';
import type { GuideReport, RoomReport, ShareBoard } from '../../protocol/index.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import type { Chain } from './chain.js';
import { parseReferral } from './config.js';
import { guideReports } from './guide-reports.js';
import { Guides } from './guides.js';
import { RoomFigures } from './room-figures.js';
import { boardOf, reportOf } from './room-report.js';
import { chainSheet, ordersSheet } from './sheets.js';

const secret = 'the secret of the shop, and long';
const referral = parseReferral({
  policy: { payableLevels: 2, secondRateBp: 100 },
  guides: [{ id: 'lin', name: '林', code: 'LIN8' }],
  tiers: [{ name: 'one', from: { minor: 0, currency: 'CNY' }, rateBp: 500 }],
}).config!;
const guides = new Guides(referral.guides);
const store = await SqliteStore.open({ folder: ':memory:' });
const it = await ServerUnderTest.start({
  store,
  referral,
  trade: { secrets: [secret], everyMs: 1_000_000 },
});
after(() => it.close());

const { epoch, sharing } = it.server.hub.room('spring');
/** By a process of its own: nothing that was read before is in it. */
async function see<T>(make: (chain: Chain) => T): Promise<T> {
  const room = { id: 'spring', epoch };
  const figures = new RoomFigures({ store, room, config: referral, now: Date.now });
  const seen = await figures.view('seen', make);
  figures.close();
  return seen;
}
const report = () => see((chain): Omit<RoomReport, 'at'> => reportOf(chain, 'spring', guides));
const lin = () => see((chain): GuideReport => guideReports(chain, referral, Date.now()).get('lin')!);
const board = () => see((chain): ShareBoard['rows'] => boardOf(chain, sharing.book));

async function say(what: string, message: object): Promise<void> {
  const body = JSON.stringify(message);
  const t = Math.floor(Date.now() / 1000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  const answer = await it.ask('POST', what, { 'qunlive-signature': `t=${t},v1=${v1}` }, body);
  assert.equal(answer.status, 200, answer.text);
}
const buys = (orderId: string, viewer: string, minor: number, status = 'paid') =>
  say('orders', { orderId, status, viewer, total: { minor, currency: 'CNY' } });

const ann = await it.join(undefined, { name: 'Ann', share: '-lin8.k', group: 'mothers-3' });
await it.send(ann.token, { type: 'share.intend', via: 'poster' });
const bob = await it.join(undefined, { name: 'Bob', share: `${ann.share}.p` });
await buys('o-ann', ann.viewer.id, 10_000);
await buys('o-bob', bob.viewer.id, 20_000);

test('from a guide’s code to an order of who came by whom', async () => {
  const { visits, viewers, sharers, depths, intents, groups, channels, referred, top } = await report();
  assert.deepEqual([visits, viewers, sharers, depths.slice(0, 3)], [2, 2, 2, [1, 1, 0]]);
  assert.deepEqual(intents, { poster: 1 });
  assert.deepEqual([groups[0]?.group, groups[0]?.sold.orders], ['mothers-3', 1]);
  assert.deepEqual(channels.map(({ via }) => via).sort(), ['poster', 'wecom']);
  assert.deepEqual(referred, { orders: 2, sales: [{ minor: 30_000, currency: 'CNY' }] });
  assert.deepEqual(
    top.map(({ name, depth, direct, assisted }) => [name, depth, direct.orders, assisted.orders]),
    [
      ['林', 1, 1, 1],
      [undefined, 2, 1, 0],
    ],
  );
  const { bound, newViewers, tier } = await lin();
  assert.deepEqual([bound, newViewers], [1, 1]);
  // 5 % of what Ann bought, and 1 % of what Bob did, whom she brought.
  assert.equal(tier?.commission.minor, 500 + 200);
});

test('a refund takes from the guide what the order gave', async () => {
  await buys('o-cid', ann.viewer.id, 7777);
  assert.equal((await lin()).tier?.counted.minor, 17_777);
  await buys('o-cid', ann.viewer.id, 7777, 'refunded');
  const { tier, refunds } = await lin();
  assert.deepEqual([tier?.counted.minor, refunds[0]?.minor], [10_000, 7777]);
});

test('a name stands on the board from when its bearer says so until they take it back', async () => {
  const names = async () => (await board()).map(row => row.name);
  assert.deepEqual(await names(), [undefined]);
  assert.equal((await board())[0]?.share, ann.share);
  await it.send(ann.token, { type: 'share.show', name: true });
  assert.deepEqual(await names(), ['Ann']);
  await it.send(ann.token, { type: 'share.show', name: false });
  assert.deepEqual(await names(), [undefined]);
});

test('who comes back by another link has their row on the board before they pass the room on again', async () => {
  const again = await it.join(ann.resume, { share: `${bob.share}.p` });
  assert.equal(again.viewer.id, ann.viewer.id);
  assert.notEqual(again.share, ann.share);
  const [row] = await board();
  assert.equal(row?.share, ann.share);
  assert.ok(row?.also?.includes(again.share!));
  assert.ok(!row?.also?.includes(bob.share!));
});

test('who is erased is gone from every figure and sheet, and the sums stay', async () => {
  await it.send(ann.token, { type: 'share.show', name: true });
  const sheets = () => see(chain => chainSheet(chain) + ordersSheet(chain));
  const before = await report();
  assert.ok((await sheets()).includes('Ann'));
  await it.send(ann.token, { type: 'share.erase' });
  const { top: _, ...sums } = await report();
  const { top: __, ...were } = before;
  assert.deepEqual(sums, were);
  const rows = await see(chain =>
    JSON.stringify([
      [...chain.shares.values()].map(node => [node.sharer, node.name]),
      [...chain.orders.values()],
    ]),
  );
  for (const text of [await sheets(), rows, JSON.stringify(await board())]) {
    assert.ok(!text.includes(ann.viewer.id) && !text.includes('Ann'));
  }
});

test('who comes again after they were erased has links of their own, and no row that was theirs', async () => {
  const before = ann.share!;
  const [row] = await board();
  assert.equal(row?.share, before);
  const again = await it.join(ann.resume, { name: 'Ann' });
  assert.equal(again.viewer.id, ann.viewer.id);
  assert.notEqual(again.share, before);
  const rows = await board();
  assert.ok(!rows.some(one => [one.share, ...(one.also ?? [])].includes(again.share!)));
  await it.send(again.token, { type: 'share.intend', via: 'copy' });
  await it.join(undefined, { share: again.share });
  const [first, theirs] = await board();
  assert.equal(first?.share, before);
  assert.equal(theirs?.share, again.share);
  assert.ok(!theirs?.also?.some(id => [first!.share, ...(first!.also ?? [])].includes(id)));
  const sharers = await see(chain => [...chain.shares.values()].map(node => [node.id, node.sharer]));
  assert.ok(!sharers.some(([id, sharer]) => id === before && sharer === ann.viewer.id));
});

test('openings and intents are counted for whoever runs the server', async () => {
  const text = await it.server.metrics();
  assert.match(text, /qunlive_referrals_total\{what="visit"\} 4/);
  assert.match(text, /qunlive_referrals_total\{what="intent"\} 2/);
  assert.match(text, /qunlive_referrals_total\{what="erasure"\} \d/);
  const staff = await it.ask('GET', 'report', { authorization: `Bearer ${HOST_TOKEN}` });
  assert.equal((staff.body as unknown as RoomReport).visits, 4);
});
