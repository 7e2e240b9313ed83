import type { ClaimAnswer } from '../../../protocol/index.js';
import { drawnEvent, type DrawRequest } from '../coupon-store.js';
import { wonBy } from '../ledger-store.js';
import type { Answered, ClaimRequest } from '../receipt.js';
import type { LogDraft } from '../room-store.js';
import type { ClaimsTable } from './claims-table.js';
import type { SqliteDatabase } from './driver.js';
import { DrawsTable } from './draws-table.js';
import type { LedgerTable } from './ledger-table.js';
import type { ReceiptsTable } from './receipts-table.js';
import type { SpentTable } from './spent-table.js';

export interface CouponTables {
  claims: ClaimsTable;
  receipts: ReceiptsTable;
  ledger: LedgerTable;
  spent: SpentTable;
  /** Puts events at the end of a room's log. */
  append: (room: string, drafts: readonly LogDraft[], at: number) => void;
}

/** Coupons that are drawn. Each call belongs in a transaction of the caller's. */
export class CouponDraws {
  readonly #tables: CouponTables;
  readonly #draws: DrawsTable;

  constructor(database: SqliteDatabase, tables: CouponTables) {
    this.#tables = tables;
    this.#draws = new DrawsTable(database);
  }

  enter(request: ClaimRequest, drawsAt: number | null): Answered<ClaimAnswer> {
    const { couponId, subject, gate, offer, receipt } = request;
    const { claims, receipts, spent } = this.#tables;
    const { room, viewer } = receipt;
    const kept = receipts.find(receipt);
    if (kept) return kept as Answered<ClaimAnswer>;
    const answered = (answer: ClaimAnswer) => ({ answer, at: offer.at, replayed: false });
    const had = claims.find(room, couponId, viewer);
    if (had) return answered({ result: 'already', ...had });
    const over = this.#draws.isDrawn(room, couponId) || spent.of(room, `coupon ${couponId}`, viewer) > 0;
    if (over) return answered({ result: 'sold-out' });
    const entered: ClaimAnswer = { result: 'entered', drawsAt };
    if (this.#draws.find(room, couponId, viewer)) return answered(entered);
    if (gate) return answered(gate);
    this.#draws.enter(room, couponId, viewer, subject);
    return receipts.keep(receipt, entered, offer.at);
  }

  entries(room: string, couponId: string): { viewer: string; subject: string | undefined }[] {
    return this.#draws.all(room, couponId);
  }

  entered(room: string, viewer: string): string[] {
    return this.#draws.ofViewer(room, viewer);
  }

  draw(request: DrawRequest): 'drawn' | 'conflict' {
    const { room, couponId, winners, entries, at } = request;
    const { claims, ledger, append } = this.#tables;
    if (this.#draws.isDrawn(room, couponId)) return 'drawn';
    if (this.#draws.count(room, couponId) !== entries) return 'conflict';
    if (claims.left(room, couponId) < winners.length) return 'conflict';
    // One who was erased meanwhile stands there under another name.
    if (!winners.every(({ viewer }) => this.#draws.find(room, couponId, viewer))) return 'conflict';
    for (const { viewer, code } of winners) {
      const subject = this.#draws.find(room, couponId, viewer)?.subject;
      // A key that nobody can send: what was drawn answers no command.
      const receipt = { room, viewer, key: '', fingerprint: '' };
      const won: ClaimRequest = { couponId, subject, gate: null, offer: { couponId, code, at }, receipt };
      claims.take(won);
      ledger.write(room, at, 'claim.won', wonBy(won));
    }
    this.#draws.setDrawn(room, couponId);
    append(room, [drawnEvent(request)], at);
    return 'drawn';
  }
}
