import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow, roomOf } from '../../../test/fixtures/show.js';
import { fold } from '../../core/fold.js';
import {
  parseCommand,
  QunError,
  type Command,
  type CouponTerms,
  type RoomState,
  type SaleTerms,
} from '../../protocol/index.js';
import { decideOpening, spreadMsFor, type OpeningCommand, type OpeningContext } from './decide-openings.js';

const NOW = 1_000_000;
const terms: SaleTerms = {
  ...{
    id: 's1',
    productId: 'a',
    price: { minor: 1, currency: 'CNY' },
    total: 5,
    perViewer: 2,
    holdSeconds: 60,
  },
  expires: { kind: 'after', minutes: 1 },
};
const room = (sale: Partial<SaleTerms> = {}, coupon: Partial<CouponTerms> = {}) => {
  const [plain] = makeShow().coupons;
  return roomOf(makeShow({ sales: [{ ...terms, ...sale }], coupons: [{ ...plain!, ...coupon }] }));
};
const ask = (state: RoomState, command: Command, context: Partial<OpeningContext> = {}) =>
  decideOpening(state, parseCommand(command) as OpeningCommand, { now: NOW, ...context });
const does = (state: RoomState, command: Command, context: Partial<OpeningContext> = {}) =>
  ask(state, command, context).reduce(
    (before, draft) => fold(before, { v: 1, room: 'spring', epoch: 'e', seq: 1, at: NOW, ...draft } as never),
    state,
  );
const refused = (code: string) => (error: unknown) => error instanceof QunError && error.code === code;
const open = (inSeconds?: number): Command => ({ type: 'sale.open', saleId: 's1', inSeconds });

test('a flash sale opens at once or ahead, may be moved while announced, and closes when its terms say', () => {
  const ahead = does(room(), open(30));
  assert.deepEqual([ahead.sales[0]?.opensAt, ahead.sales[0]?.closesAt], [NOW + 30_000, NOW + 90_000]);
  const now = does(ahead, open());
  assert.deepEqual([now.sales[0]?.opensAt, now.sales[0]?.closesAt], [NOW, NOW + 60_000]);
  assert.deepEqual(ask(now, open()), []);
  const stopped = does(now, { type: 'sale.stop', saleId: 's1' });
  assert.equal(stopped.sales[0]?.state, 'stopped');
  assert.deepEqual(ask(stopped, { type: 'sale.stop', saleId: 's1' }), []);
  assert.equal(does(stopped, open()).sales[0]?.state, 'open');
  assert.throws(() => ask(room(), { type: 'sale.open', saleId: 'x' }), refused('sale-unknown'));
  assert.throws(() => ask(room({ expires: { kind: 'at', at: NOW } }), open()), refused('phase-conflict'));
});

test('a sale with a time of its own can be opened before it, and stopped', () => {
  const state = room({ startsAt: NOW + 5000 });
  assert.equal(does(state, open()).sales[0]?.opensAt, NOW);
  assert.equal(does(state, { type: 'sale.stop', saleId: 's1' }).sales[0]?.state, 'stopped');
  assert.deepEqual(ask(room({ startsAt: NOW }), open()), []);
});

test('the rush of an opening is spread by how many are there, for three seconds at most', () => {
  assert.deepEqual([0, 199, 200, 2000, 6000, 600_000].map(spreadMsFor), [0, 0, 100, 1000, 3000, 3000]);
  assert.equal(does(room(), open(), { online: 4000 }).sales[0]?.spreadMs, 2000);
  assert.equal('spreadMs' in does(room(), open(), { online: 5 }).sales[0]!, false);
  const coupon: Command = { type: 'coupon.open', couponId: 'plain' };
  assert.equal(does(room(), coupon, { online: 4000 }).coupons[0]?.spreadMs, 2000);
});

test('a draw is bound to its seed when it is announced, and held once', () => {
  const commitOf = (couponId: string, opensAt: number) => `${couponId}@${opensAt}`;
  const draw: Command = { type: 'coupon.open', couponId: 'plain', inSeconds: 9 };
  const state = does(room({}, { mode: 'draw' }), draw, { commitOf });
  assert.equal(state.coupons[0]?.commit, `plain@${NOW + 9000}`);
  const stopped = does(state, { type: 'coupon.stop', couponId: 'plain' });
  assert.throws(() => ask(stopped, draw, { commitOf }), refused('phase-conflict'));
  assert.equal('commit' in does(room(), draw, { commitOf }).coupons[0]!, false);
});
