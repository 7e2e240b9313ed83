import assert from 'node:assert/strict';
import type { SaleFigures } from '../../src/protocol/index.js';
import type { LedgerEntry } from '../../src/server/store/ledger-store.js';
import type { RoomStore } from '../../src/server/store/room-store.js';
import type { Shopper } from './shopper.js';

/** What the ledger alone says of who has what. */
class Ledger {
  readonly codes = new Map<string, string>();
  /** Every reservation there ever was, and where it stands. */
  readonly pieces = new Map<string, { type: LedgerEntry['type']; quantity: number; viewer: string }>();
  readonly takenBy = new Map<string, string>();

  static async read(store: RoomStore): Promise<Ledger> {
    const ledger = new Ledger();
    let last = 0;
    for (;;) {
      const entries = await store.ledger('spring', last, 1000);
      for (const entry of entries) {
        assert.equal(entry.n, last + 1, 'a gap in the ledger');
        last = entry.n;
        ledger.#enter(entry);
      }
      if (entries.length === 0) return ledger;
    }
  }

  pieceCount(type: LedgerEntry['type']): number {
    return [...this.pieces.values()].reduce((sum, one) => sum + (one.type === type ? one.quantity : 0), 0);
  }

  #enter({ type, data }: LedgerEntry): void {
    const viewer = data.viewer as string;
    if (type === 'claim.won') {
      assert.ok(!this.codes.has(viewer), `${viewer} has two codes`);
      this.codes.set(viewer, data.code as string);
    }
    if (!type.startsWith('reservation.')) return;
    const id = data.reservationId as string;
    if (type === 'reservation.held') assert.ok(!this.pieces.has(id), `${id} was kept twice`);
    else assert.ok(this.pieces.has(id), `${id}: ${type} of what was never kept`);
    if (type === 'reservation.ordered') this.takenBy.set(id, data.orderId as string);
    this.pieces.set(id, { type, quantity: data.quantity as number, viewer });
  }
}

/** No viewer may have more than this, kept and ordered together. */
const PER_VIEWER = 2;

/** Holds what all shoppers have been told against what was written. */
export async function checkBooks(store: RoomStore, shoppers: readonly Shopper[], totals: Totals) {
  const look = (at: number) =>
    store.pulse('spring', { process: 'books', online: 0, likes: 0, after: '0', at });
  const pulse = await look(Date.now());
  const ledger = await Ledger.read(store);

  assert.equal(pulse.left.plain! + ledger.codes.size, totals.coupons, 'coupons: total = left + won');
  assert.equal(new Set(ledger.codes.values()).size, ledger.codes.size, 'one code for two viewers');
  for (const { id, code } of shoppers)
    if (code) assert.equal(ledger.codes.get(id), code, `${id}: another code`);

  const now = pulse.sales.flash!;
  balanced(now, totals.pieces);
  assert.deepEqual(
    [now.held, now.sold],
    [ledger.pieceCount('reservation.held'), ledger.pieceCount('reservation.ordered')],
  );
  const has = new Map<string, number>();
  for (const { type, quantity, viewer } of ledger.pieces.values()) {
    if (type !== 'reservation.released') has.set(viewer, (has.get(viewer) ?? 0) + quantity);
  }
  for (const [viewer, quantity] of has) assert.ok(quantity <= PER_VIEWER, `${viewer} has ${quantity}`);
  for (const { held, ordered } of shoppers) {
    if (held) assert.ok(ledger.pieces.has(held), `${held} was promised, and never kept`);
    if (ordered?.result !== 'counted') continue;
    assert.equal(ledger.takenBy.get(ordered.reservationId), ordered.orderId);
    const { type } = ledger.pieces.get(ordered.reservationId)!;
    assert.equal(type, ordered.off ? 'reservation.released' : 'reservation.ordered', ordered.orderId);
  }
  const tickets = shoppers.flatMap(({ ticket }) => ticket ?? []);
  assert.equal(new Set(tickets).size, tickets.length, 'two with one place in line');

  // Nobody comes any more: what is kept runs out, goes to who waits, runs out again, and in the end all is free.
  let last = now;
  for (let at = Date.now() + 1e6; last.held > 0; at += 1e6) {
    last = (await look(at)).sales.flash!;
    balanced(last, totals.pieces);
  }
  assert.deepEqual([last.left, last.sold], [totals.pieces - now.sold, now.sold]);
  return { won: ledger.codes.size, sold: now.sold, held: now.held, kept: ledger.pieces.size };
}

export interface Totals {
  coupons: number;
  pieces: number;
}

export function balanced({ left, held, sold }: SaleFigures, total: number): void {
  assert.equal(left + held + sold, total, `${left} left + ${held} held + ${sold} sold`);
}
