import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reservation, ReserveAnswer, Sale, SaleFigures } from '../protocol/index.js';
import { holdStateOf, type HoldState } from './sale-phase.js';
import { saleCountsTo, saleStanding, saleStandingTurnsAt } from './sale-standing.js';

const NOW = 1_000_000_000_000;
const HOUR = 3_600_000;
const sale = (more: Partial<Sale> = {}): Sale => ({
  id: 's',
  productId: 'p',
  price: { minor: 7900, currency: 'CNY' },
  total: 100,
  perViewer: 2,
  holdSeconds: 300,
  expires: { kind: 'stopped' },
  soldOut: false,
  state: 'open',
  opensAt: NOW - 1000,
  closesAt: null,
  ...more,
});
const figures = (more: Partial<SaleFigures> = {}): SaleFigures => ({
  ...{ left: 10, held: 5, sold: 85, waiting: 0, served: 0 },
  ...more,
});
const reservation = (more: Partial<Reservation> = {}): Reservation => ({
  ...{ id: 'r', saleId: 's', quantity: 1, at: NOW, until: NOW + 300_000 },
  ...more,
});
const held = (more: Partial<Reservation> = {}): HoldState => ({
  status: 'held',
  reservation: reservation(more),
});
const refused = (answer: ReserveAnswer): HoldState => holdStateOf(answer);
const kind = (one: Sale, hold?: HoldState, more: { figures?: SaleFigures; toldAt?: number } = {}) =>
  saleStanding(one, { now: NOW, hold, ...more }).kind;

test('without a wish a sale stands where its phase says', () => {
  assert.equal(kind(sale({ state: 'draft', opensAt: null })), 'hidden');
  assert.equal(kind(sale({ opensAt: NOW + 1 })), 'upcoming');
  assert.equal(kind(sale()), 'open');
  assert.equal(kind(sale(), undefined, { figures: figures({ left: 0 }) }), 'taken');
  assert.equal(kind(sale({ soldOut: true })), 'sold-out');
  assert.equal(kind(sale({ closesAt: NOW })), 'ended');
  assert.equal(kind(sale({ state: 'stopped' })), 'ended');
});

test('what is kept or ordered is shown whatever becomes of the sale', () => {
  const over = [{ soldOut: true }, { closesAt: NOW - 1 }, { state: 'stopped' }, { state: 'draft' }] as const;
  for (const more of over) {
    assert.equal(kind(sale(more), held()), 'held');
    assert.equal(kind(sale(more), held({ until: null })), 'ordered');
  }
  assert.deepEqual(saleStanding(sale(), { now: NOW, hold: held({ until: null }) }), {
    kind: 'ordered',
    reservation: reservation({ until: null }),
    more: 1,
  });
});

test('what was not ordered in time is theirs no more, and they are told why', () => {
  const late = held({ until: NOW });
  assert.deepEqual(saleStanding(sale(), { now: NOW, hold: late }), {
    kind: 'open',
    closesAt: null,
    lapsed: true,
  });
  assert.deepEqual(saleStanding(sale(), { now: NOW, hold: late, figures: figures({ left: 0 }) }), {
    kind: 'taken',
    lapsed: true,
  });
  assert.equal(kind(sale({ soldOut: true }), late), 'sold-out');
  const lapsed: HoldState = { status: 'lapsed', reservation: reservation() };
  assert.deepEqual(saleStanding(sale(), { now: NOW, hold: lapsed }), {
    kind: 'open',
    closesAt: null,
    lapsed: true,
  });
});

test('who stands in line sees who is still before them, and never more than were', () => {
  const hold: HoldState = {
    status: 'waiting',
    wait: { saleId: 's', quantity: 1, ticket: 9, ahead: 4 },
  };
  const ahead = (served?: number) =>
    saleStanding(sale(), {
      now: NOW,
      hold,
      figures: served === undefined ? undefined : figures({ left: 0, served }),
    });
  assert.deepEqual(ahead(), { kind: 'waiting', ahead: 4 });
  assert.deepEqual(ahead(0), { kind: 'waiting', ahead: 4 });
  assert.deepEqual(ahead(6), { kind: 'waiting', ahead: 2 });
  assert.deepEqual(ahead(9), { kind: 'waiting', ahead: 0 });
  assert.equal(kind(sale({ soldOut: true }), hold), 'sold-out');
});

test('a refusal counts for the opening it was given in', () => {
  const answers: [ReserveAnswer, string][] = [
    [{ result: 'sold-out' }, 'sold-out'],
    [{ result: 'expired' }, 'ended'],
    [{ result: 'sign-in' }, 'sign-in'],
    [{ result: 'limit', limit: 2, had: 2 }, 'limit'],
    [{ result: 'ineligible', needs: { kind: 'follow' } }, 'ineligible'],
    [{ result: 'not-open', opensAt: NOW + 5000 }, 'upcoming'],
    [{ result: 'not-open', opensAt: NOW }, 'open'],
    [{ result: 'taken', left: 0, waiting: 3 }, 'taken'],
  ];
  const again = sale({ opensAt: NOW - 10 });
  for (const [answer, expected] of answers) {
    assert.equal(kind(again, refused(answer), { toldAt: NOW - 5 }), expected, answer.result);
    assert.equal(kind(again, refused(answer), { toldAt: NOW - 20 }), 'open', answer.result);
  }
  assert.equal(kind(again, { status: 'failed', code: 'network' }, { toldAt: NOW - 5 }), 'failed');
});

test('what the clock and the room say beats a refusal', () => {
  const failed: HoldState = { status: 'failed', code: 'network' };
  assert.equal(kind(sale({ soldOut: true }), failed), 'sold-out');
  assert.equal(kind(sale({ closesAt: NOW - 1 }), refused({ result: 'sign-in' })), 'ended');
});

test('what came back may be tried for again', () => {
  const taken = refused({ result: 'taken', left: 1, waiting: 0 });
  assert.equal(kind(sale(), taken, { figures: figures({ left: 1 }) }), 'taken');
  assert.equal(kind(sale(), taken, { figures: figures({ left: 2 }) }), 'open');
});

test('it opens by itself once enough has been watched', () => {
  const hold = refused({ result: 'ineligible', needs: { kind: 'watch', seconds: 30 } });
  const at = (sinceMs: number) => saleStanding(sale(), { now: NOW, hold, toldAt: NOW - sinceMs });
  assert.equal(kind(sale({ opensAt: NOW - HOUR }), hold, { toldAt: NOW - 30_000 }), 'open');
  assert.deepEqual(at(500), { kind: 'ineligible', needs: { kind: 'watch', seconds: 30 } });
});

test('it is looked at again when something will be different', () => {
  const turns = (one: Sale, hold?: HoldState) =>
    saleStandingTurnsAt(one, saleStanding(one, { now: NOW, hold }), NOW);
  assert.equal(turns(sale({ opensAt: NOW + 5 })), NOW + 5);
  assert.equal(turns(sale(), held()), NOW + 300_000);
  assert.equal(turns(sale()), null);
  assert.equal(turns(sale({ closesAt: NOW + 3 * HOUR })), NOW + 2 * HOUR);
  assert.equal(turns(sale({ closesAt: NOW + 1000 })), NOW + 1000);
  const watch = refused({ result: 'ineligible', needs: { kind: 'watch', seconds: 3 } });
  assert.equal(turns(sale(), watch), NOW + 3000);
});

test('seconds are counted only where they are shown', () => {
  const counts = (one: Sale, hold?: HoldState) => saleCountsTo(saleStanding(one, { now: NOW, hold }), NOW);
  assert.equal(counts(sale({ opensAt: NOW + 5 })), NOW + 5);
  assert.equal(counts(sale(), held()), NOW + 300_000);
  assert.equal(counts(sale({ closesAt: NOW + HOUR })), NOW + HOUR);
  assert.equal(counts(sale({ closesAt: NOW + HOUR + 1 })), undefined);
  assert.equal(counts(sale()), undefined);
  assert.equal(counts(sale({ soldOut: true })), undefined);
});
