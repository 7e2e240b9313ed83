import type { Money } from '../../protocol/index.js';

/** Sums of money, one for each currency, in whole minor units: nothing is ever rounded. */
export class Sums {
  readonly #minor = new Map<string, number>();

  add({ minor, currency }: Money, sign: 1 | -1 = 1): void {
    this.#minor.set(currency, (this.#minor.get(currency) ?? 0) + sign * minor);
  }

  addAll(others: Sums): void {
    for (const [currency, minor] of others.#minor) this.add({ minor, currency });
  }

  in(currency: string): number {
    return this.#minor.get(currency) ?? 0;
  }

  /** Those that are not nothing, by currency. */
  list(): Money[] {
    const some = [...this.#minor].filter(([, minor]) => minor !== 0);
    return some.map(([currency, minor]) => ({ minor, currency })).sort(byCurrency);
  }
}

const byCurrency = (a: Money, b: Money) => (a.currency < b.currency ? -1 : 1);

/** Orders, and what they come to. */
export class Sold {
  orders = 0;
  readonly sums = new Sums();

  add(total: Money | undefined, sign: 1 | -1): void {
    this.orders += sign;
    if (total) this.sums.add(total, sign);
  }

  /** As reports write it. */
  toJSON(): { orders: number; sales: Money[] } {
    return { orders: this.orders, sales: this.sums.list() };
  }
}
