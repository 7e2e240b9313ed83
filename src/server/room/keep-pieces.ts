import type { Hold, SaleBook, SaleCount } from './sale-book.js';

/** Pieces kept too long that are freed in one go; what is more waits for the next. */
export const FREED_AT_ONCE = 200;

/** What the merchant's books hear of pieces that are kept. */
const told = ({ id, saleId, variantId, quantity, viewer, subject }: Hold, more: object) => ({
  reservationId: id,
  saleId,
  ...(variantId === undefined ? {} : { variantId }),
  quantity,
  ...more,
  viewer,
  ...(subject === undefined ? {} : { subject }),
});

/** Keeps what is free. */
export function keep(book: SaleBook, sale: SaleCount, hold: Hold): void {
  sale.left -= hold.quantity;
  sale.held += hold.quantity;
  book.saveHold(hold);
  book.tell('reservation.held', told(hold, { until: hold.until }));
}

/** The pieces of `hold` are this order's from now on. */
export function order(book: SaleBook, sale: SaleCount, hold: Hold, orderId: string): void {
  sale[hold.state === 'held' ? 'held' : 'left'] -= hold.quantity;
  sale.sold += hold.quantity;
  book.saveHold({ ...hold, state: 'ordered', orderId });
  book.tell('reservation.ordered', told(hold, { orderId }));
}

/** What was kept or ordered is free again. Who waits gets it by `serve`. */
export function free(
  book: SaleBook,
  sale: SaleCount,
  hold: Hold,
  reason: 'expired' | 'released' | 'returned',
) {
  sale[hold.state === 'held' ? 'held' : 'sold'] -= hold.quantity;
  sale.left += hold.quantity;
  book.saveHold({ ...hold, state: 'free' });
  const by = reason === 'returned' ? { orderId: hold.orderId } : {};
  book.tell('reservation.released', told(hold, { reason, ...by }));
}

/** Offers what is free to who waits, in order: to the first it is enough for. */
export function serve(book: SaleBook, sale: SaleCount): void {
  while (sale.left > 0 && sale.waiting > 0) {
    const first = book.firstFor(sale.id, sale.left);
    if (!first) return;
    book.dropWaiter(first);
    sale.waiting -= 1;
    const { holdMs, ticket, closesAt, ...whose } = first;
    if (closesAt !== null && closesAt <= book.at) continue;
    sale.served = Math.max(sale.served, ticket);
    const until = book.at + holdMs;
    keep(book, sale, { ...whose, at: book.at, until, state: 'held', orderId: undefined });
  }
}

/** The counts of the sales that a call touches; `done` writes them down, and says in the log what is gone or back. */
export class Counts {
  readonly #book: SaleBook;
  readonly #sales = new Map<string, { now: SaleCount; before: SaleCount }>();

  constructor(book: SaleBook) {
    this.#book = book;
  }

  /** Undefined: the store knows none. */
  of(saleId: string): SaleCount | undefined {
    const known = this.#sales.get(saleId);
    if (known) return known.now;
    const before = this.#book.sale(saleId);
    if (!before) return undefined;
    const now = { ...before };
    this.#sales.set(saleId, { now, before });
    return now;
  }

  /** Frees what has run out, that of `mine` first, and offers it and what is free of the sales `saleIds`. */
  sweep(saleIds: readonly string[], mine?: Hold): void {
    const touched = new Set<string>();
    const runOut = (hold: Hold) => {
      free(this.#book, this.of(hold.saleId)!, hold, 'expired');
      touched.add(hold.saleId);
    };
    if (mine && mine.until <= this.#book.at) runOut(mine);
    this.#book.expired(FREED_AT_ONCE).forEach(runOut);
    for (const id of saleIds) touched.add(id);
    for (const id of touched) serve(this.#book, this.of(id)!);
  }

  done(): void {
    for (const { now, before } of this.#sales.values()) {
      const gone = now.listed && now.left + now.held === 0;
      if (gone !== now.gone) this.#book.soldOut(now.id, gone);
      now.gone = gone;
      const names = Object.keys(now) as (keyof SaleCount)[];
      if (names.some(name => now[name] !== before[name])) this.#book.saveSale(now);
    }
  }
}
