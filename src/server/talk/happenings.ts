import type { Happening } from '../../protocol/index.js';
import type { Viewer } from '../room/viewer.js';

/** The same is told this often at most, ms. */
const EVERY_MS = 3000;
/** Products one telling names. */
const PRODUCTS = 2;
/** Viewers are going to buy a product once in this time, ms. */
const ONCE_MS = 60_000;
/** Wishes remembered, so that none counts twice. */
const REMEMBERED = 20_000;

interface Sum {
  count: number;
  name: string | undefined;
}

/** Who came in, who is going to buy and who has, put together. Of this process: ambience that need not be exact. */
export class Happenings {
  readonly #mayName: (name: string) => boolean;
  readonly #buying = new Map<string, Sum>();
  readonly #bought = new Map<string, Sum>();
  /** Product and viewer → when they last said so. */
  readonly #wishes = new Map<string, number>();
  #came: Sum = { count: 0, name: undefined };
  #toldAt = -Infinity;

  constructor(mayName: (name: string) => boolean) {
    this.#mayName = mayName;
  }

  came({ name }: Viewer): void {
    this.#came = { count: this.#came.count + 1, name: this.#nameable(name) ?? this.#came.name };
  }

  wants({ id, name }: Viewer, productId: string, now: number): void {
    const wish = `${productId}/${id}`;
    const before = this.#wishes.get(wish);
    if (before !== undefined && now - before < ONCE_MS) return;
    this.#wishes.delete(wish);
    this.#wishes.set(wish, now);
    for (const [oldest, at] of this.#wishes) {
      if (now - at < ONCE_MS && this.#wishes.size <= REMEMBERED) break;
      this.#wishes.delete(oldest);
    }
    const sum = this.#buying.get(productId) ?? { count: 0, name: undefined };
    this.#buying.set(productId, { count: sum.count + 1, name: this.#nameable(name) ?? sum.name });
  }

  /** So many more orders hold this product. Who ordered is nobody else's business. */
  bought(productId: string, count: number): void {
    this.#bought.set(productId, {
      count: count + (this.#bought.get(productId)?.count ?? 0),
      name: undefined,
    });
  }

  /** What has happened since the last telling, where it is time for one: what is bought most, is going to be, who came. */
  take(now: number): Happening[] {
    const quiet = this.#came.count === 0 && this.#buying.size === 0 && this.#bought.size === 0;
    if (quiet || now - this.#toldAt < EVERY_MS) return [];
    const told = [...most('bought', this.#bought), ...most('buying', this.#buying)];
    if (this.#came.count > 0) told.push({ kind: 'came', ...sumOf(this.#came) });
    this.#toldAt = now;
    this.#came = { count: 0, name: undefined };
    this.#buying.clear();
    this.#bought.clear();
    return told;
  }

  #nameable(name: string | undefined): string | undefined {
    return name !== undefined && this.#mayName(name) ? name : undefined;
  }
}

const most = (kind: Happening['kind'], sums: ReadonlyMap<string, Sum>): Happening[] =>
  [...sums]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, PRODUCTS)
    .map(([productId, sum]) => ({ kind, ...sumOf(sum), productId }));

const sumOf = ({ count, name }: Sum) => ({ count, ...(name === undefined ? {} : { name }) });
