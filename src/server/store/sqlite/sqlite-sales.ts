import type { ReserveAnswer, SaleFigures } from '../../../protocol/index.js';
import { noStockYet, type SaleBook } from '../../room/sale-book.js';
import {
  isPromise,
  release,
  reservationOf,
  reserve,
  settle,
  settleAll,
  tend,
  waitOf,
} from '../../room/sale-rules.js';
import type { GroupCommit } from '../group-commit.js';
import type { Answered, Receipt } from '../receipt.js';
import { notSettled } from '../not-settled.js';
import type {
  ReleaseRequest,
  ReserveRequest,
  SaleStore,
  SettleAllRequest,
  SettleRequest,
  Traded,
} from '../sale-store.js';
import type { LogDraft } from '../room-store.js';
import type { SqliteDatabase } from './driver.js';
import type { LedgerTable } from './ledger-table.js';
import type { ReceiptsTable } from './receipts-table.js';
import { SalesTable } from './sales-table.js';
import type { SpentTable } from './spent-table.js';

export interface SqliteSalesOptions {
  database: SqliteDatabase;
  commit: GroupCommit;
  receipts: ReceiptsTable;
  ledger: LedgerTable;
  spent: SpentTable;
  /** Appends to a room's log within the transaction under way. */
  append: (room: string, drafts: readonly LogDraft[], at: number) => void;
}

/** Flash sales: the rules, run within one transaction on the tables. */
export class SqliteSales implements SaleStore {
  readonly table: SalesTable;
  readonly #options: SqliteSalesOptions;

  constructor(options: SqliteSalesOptions) {
    this.#options = options;
    this.table = new SalesTable(options.database);
  }

  reserve(request: ReserveRequest): Promise<Traded<ReserveAnswer>> {
    const { saleId, receipt, at } = request;
    const { spent } = this.#options;
    const had = (viewer: string) => spent.of(receipt.room, `sale ${saleId}`, viewer);
    return this.#once(receipt, saleId, at, isPromise, book => {
      const orderedBy: SaleBook['orderedBy'] = (id, viewer) => book.orderedBy(id, viewer) + had(viewer);
      return reserve({ ...book, orderedBy }, request);
    });
  }

  release({ saleId, receipt, at }: ReleaseRequest): Promise<Traded<{ released: number }>> {
    const always = () => true;
    return this.#once(receipt, saleId, at, always, book => release(book, saleId, receipt.viewer));
  }

  async settle(request: SettleRequest): ReturnType<SaleStore['settle']> {
    const { room, at, reservationId, orderId } = request;
    const settled = await this.#options.commit.run(() => settle(this.#book(room, at), request));
    // Thrown when all is written: what ran out meanwhile ran out.
    if (settled === 'unknown' || settled === 'conflict')
      throw notSettled({ refused: settled, id: reservationId }, orderId);
    return settled;
  }

  async settleAll(request: SettleAllRequest): ReturnType<SaleStore['settleAll']> {
    const { room, at, orderId } = request;
    const settled = await this.#options.commit.run(() => settleAll(this.#book(room, at), request));
    if ('refused' in settled) throw notSettled(settled, orderId);
    return settled;
  }

  async holdings(room: string, viewer: string): ReturnType<SaleStore['holdings']> {
    const { holds, waiters } = this.table.holdings(room, viewer);
    const reservations = holds.map(reservationOf).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return { reservations, waits: waiters.map(({ waiter, ahead }) => waitOf(waiter, ahead)) };
  }

  /** What time alone does, and how all sales stand then. */
  async tend(room: string, at: number): Promise<Record<string, SaleFigures>> {
    const due = this.table.due(room, at);
    if (due.length > 0) await this.#options.commit.run(() => tend(this.#book(room, at), due));
    return this.table.figures(room);
  }

  #once<T>(
    receipt: Receipt,
    saleId: string,
    at: number,
    keeps: (answer: T) => boolean,
    rule: (book: SaleBook) => { answer: T; figures: SaleFigures },
  ): Promise<Traded<T>> {
    const { commit, receipts } = this.#options;
    const { room } = receipt;
    return commit.run(() => {
      const kept = receipts.find(receipt);
      if (kept) {
        const figures = this.table.figuresOf(room, saleId);
        if (!figures) throw noStockYet(saleId);
        return { ...(kept as Answered<T>), figures };
      }
      const { answer, figures } = rule(this.#book(room, at));
      const given = keeps(answer) ? receipts.keep(receipt, answer, at) : { answer, at, replayed: false };
      return { ...given, figures };
    });
  }

  #book(room: string, at: number): SaleBook {
    const { ledger, append } = this.#options;
    return this.table.book(room, at, {
      tell: (type, data) => ledger.write(room, at, type, data),
      soldOut: (saleId, soldOut) => append(room, [{ type: 'sale.sold-out', data: { saleId, soldOut } }], at),
    });
  }
}
