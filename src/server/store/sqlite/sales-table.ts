import type { SaleFigures, Show } from '../../../protocol/index.js';
import {
  figuresOf,
  tooFew,
  type Hold,
  type SaleBook,
  type SaleCount,
  type Waiter,
} from '../../room/sale-book.js';
import type { SqliteDatabase } from './driver.js';
import { holdOf, saleOf, SaleStatements, valuesOfHold, valuesOfSale, waiterOf } from './sale-rows.js';

/** What goes into the log and the ledger along with a change. */
export type SaleWitness = Pick<SaleBook, 'tell' | 'soldOut'>;

/** Flash sales. The tables themselves refuse figures that do not add up, and a second hold of one viewer. */
export class SalesTable {
  readonly #sql: SaleStatements;

  constructor(database: SqliteDatabase) {
    this.#sql = new SaleStatements(database);
  }

  /** For the rules: one room at one time, within a transaction. */
  book(room: string, at: number, witness: SaleWitness): SaleBook {
    const sql = this.#sql;
    return {
      at,
      ...witness,
      sale: id => saleOf(sql.sale.get(room, id)),
      saveSale: sale => void sql.saveSale.run(room, sale.id, ...valuesOfSale(sale)),
      hold: id => holdOf(sql.hold.get(room, id)),
      heldBy: (saleId, viewer) => holdOf(sql.heldBy.get(room, saleId, viewer)),
      orderedBy: (saleId, viewer) => this.#orderedBy(room, saleId, viewer),
      saveHold: hold => void sql.saveHold.run(room, ...valuesOfHold(hold)),
      expired: most => sql.expired.all(room, at, most).map(row => holdOf(row)!),
      waiter: (saleId, viewer) => waiterOf(sql.waiter.get(room, saleId, viewer)),
      addWaiter: waiter => this.#addWaiter(room, waiter),
      dropWaiter: ({ saleId, ticket }) => void sql.dropWaiter.run(room, saleId, ticket),
      firstFor: (saleId, left) => waiterOf(sql.firstFor.get(room, saleId, left)),
      ahead: ({ saleId, ticket }) => Number(Object.values(sql.ahead.get(room, saleId, ticket)!)[0]),
      isOff: (hold, orderId) => sql.isOff.get(room, hold, orderId) !== undefined,
      callOff: (hold, orderId) => void sql.callOff.run(room, hold, orderId),
    };
  }

  /** All that this room's show has. */
  figures(room: string): Record<string, SaleFigures> {
    const listed = this.#all(room).filter(sale => sale.listed);
    return Object.fromEntries(listed.map(sale => [sale.id, figuresOf(sale)]));
  }

  figuresOf(room: string, saleId: string): SaleFigures | undefined {
    const sale = saleOf(this.#sql.sale.get(room, saleId));
    return sale && figuresOf(sale);
  }

  /** All sales, where something is to be done about one by now; else none. */
  due(room: string, at: number): string[] {
    const sales = this.#all(room);
    const waits = sales.some(({ listed, left, held, waiting, gone }) => {
      return (left > 0 && waiting > 0) || gone !== (listed && left + held === 0);
    });
    const over = waits || (sales.length > 0 && this.#sql.expired.all(room, at, 1).length > 0);
    return over ? sales.map(sale => sale.id) : [];
  }

  holdings(room: string, viewer: string): { holds: Hold[]; waiters: { waiter: Waiter; ahead: number }[] } {
    const holds: Hold[] = [];
    const waiters: { waiter: Waiter; ahead: number }[] = [];
    const book = this.book(room, 0, { tell() {}, soldOut() {} });
    for (const { id } of this.#all(room)) {
      const held = book.heldBy(id, viewer);
      if (held) holds.push(held);
      holds.push(...this.#sql.ordered.all(room, id, viewer).map(row => holdOf(row)!));
      const waiter = book.waiter(id, viewer);
      if (waiter) waiters.push({ waiter, ahead: book.ahead(waiter) });
    }
    return { holds, waiters };
  }

  /** The totals of a show as it is loaded; what is held and sold stays so. */
  setTotals(room: string, show: Show): void {
    const sales = show.sales ?? [];
    const others = this.#all(room).filter(old => !sales.some(({ id }) => id === old.id));
    for (const old of others) {
      this.#save(room, { ...old, listed: false, gone: false });
    }
    sales.forEach(({ id, total }, i) => {
      const fresh: SaleCount = { ...nothing, id, total, left: total, listed: true };
      const old = saleOf(this.#sql.sale.get(room, id)) ?? fresh;
      const left = total - old.held - old.sold;
      if (left < 0) throw tooFew(i, old.held + old.sold);
      // More than before: the log says by itself that it is not sold out any more.
      const gone = old.gone && total <= old.total;
      this.#save(room, { ...old, total, left, gone, listed: true });
    });
  }

  /** The sale is stopped: nobody waits any longer. */
  endLine(room: string, saleId: string): void {
    this.#sql.endLine.run(room, saleId);
    const sale = saleOf(this.#sql.sale.get(room, saleId));
    if (sale) this.#save(room, { ...sale, waiting: 0 });
  }

  #all(room: string): SaleCount[] {
    return this.#sql.sales.all(room).map(row => saleOf(row)!);
  }

  #save(room: string, sale: SaleCount): void {
    this.#sql.saveSale.run(room, sale.id, ...valuesOfSale(sale));
  }

  #orderedBy(room: string, saleId: string, viewer: string): number {
    const rows = this.#sql.ordered.all(room, saleId, viewer);
    return rows.reduce((sum: number, row) => sum + holdOf(row)!.quantity, 0);
  }

  #addWaiter(room: string, waiter: Waiter): void {
    const { saleId, ticket, id, viewer, subject, variantId, quantity, perViewer, holdMs, closesAt } = waiter;
    const who = [room, saleId, ticket, id, viewer, subject ?? null, variantId ?? null] as const;
    this.#sql.addWaiter.run(...who, quantity, perViewer, holdMs, closesAt);
  }
}

const nothing = { held: 0, sold: 0, waiting: 0, served: 0, tickets: 0, gone: false };
