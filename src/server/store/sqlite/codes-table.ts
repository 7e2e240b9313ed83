import { QunError } from '../../../protocol/index.js';
import type { Redemption, RedeemRequest } from '../coupon-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';
import type { LedgerTable } from './ledger-table.js';

/** Entries of the ledger looked through in one transaction, so that no claim waits for it. */
const LEARNED_AT_ONCE = 1000;
/** How far the ledger has been looked through for codes. */
const CURSOR = '~codes';

/** Whose a code is, and the order it was used for. */
export class CodesTable {
  readonly #ledger: LedgerTable;
  readonly #sql;

  constructor(database: SqliteDatabase, ledger: LedgerTable) {
    this.#ledger = ledger;
    this.#sql = {
      insert: database.prepare(
        'INSERT OR IGNORE INTO codes (room, code, coupon, viewer, subject, at) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      find: database.prepare('SELECT * FROM codes WHERE room = ? AND code = ?'),
      use: database.prepare('UPDATE codes SET order_id = ?, used_at = ? WHERE room = ? AND code = ?'),
    };
  }

  knows({ room, code }: RedeemRequest): boolean {
    return this.#sql.find.get(room, code) !== undefined;
  }

  /** Codes are used in this room, and some that were won are not taken up yet. */
  behind(room: string): boolean {
    const place = this.#ledger.cursor(room, CURSOR);
    return place > 0 && this.#ledger.read(room, place, 1).length > 0;
  }

  /** Takes up what was won since the last time, a part of it; true: there may be more. */
  learn(room: string): boolean {
    const entries = this.#ledger.read(room, this.#ledger.cursor(room, CURSOR), LEARNED_AT_ONCE);
    for (const { type, at, data } of entries) {
      if (type !== 'claim.won') continue;
      const { code, couponId, viewer, subject = null } = data as Record<string, string>;
      this.#sql.insert.run(room, code!, couponId!, viewer!, subject, at);
    }
    const last = entries[entries.length - 1];
    if (last) this.#ledger.setCursor(room, CURSOR, last.n);
    return entries.length === LEARNED_AT_ONCE;
  }

  redeem({ room, code, orderId, at }: RedeemRequest): Redemption {
    const row = this.#sql.find.get(room, code) as SqlRow | undefined;
    if (!row) throw new QunError('code-unknown', { detail: 'no such code in this room', path: 'code' });
    const claim = { couponId: String(row.coupon), code, at: Number(row.at) };
    const viewer = String(row.viewer);
    const subject = row.subject === null ? undefined : String(row.subject);
    if (row.order_id !== null) {
      const result = row.order_id === orderId ? 'redeemed' : 'used';
      return { result, claim, viewer, subject, at: Number(row.used_at) };
    }
    this.#sql.use.run(orderId, at, room, code);
    const told = {
      couponId: claim.couponId,
      code,
      viewer,
      orderId,
      ...(subject === undefined ? {} : { subject }),
    };
    this.#ledger.write(room, at, 'coupon.redeemed', told);
    return { result: 'redeemed', claim, viewer, subject, at };
  }
}
