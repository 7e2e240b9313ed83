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

/** Who came in and who is going to buy, put together. Of this process: ambience that need not be exact. */
export class Happenings {
  readonly #mayName: (name: string) => boolean;
  readonly #buying = new Map<string, Sum>();
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

  /** What has happened since the last telling, where it is time for one; what is going to be bought most comes first. */
  take(now: number): Happening[] {
    if (now - this.#toldAt < EVERY_MS || (this.#came.count === 0 && this.#buying.size === 0)) return [];
    const buying = [...this.#buying].sort(([, a], [, b]) => b.count - a.count).slice(0, PRODUCTS);
    const told: Happening[] = buying.map(([productId, sum]) => ({
      kind: 'buying',
      ...sumOf(sum),
      productId,
    }));
    if (this.#came.count > 0) told.push({ kind: 'came', ...sumOf(this.#came) });
    this.#toldAt = now;
    this.#came = { count: 0, name: undefined };
    this.#buying.clear();
    return told;
  }

  #nameable(name: string | undefined): string | undefined {
    return name !== undefined && this.#mayName(name) ? name : undefined;
  }
}

const sumOf = ({ count, name }: Sum) => ({ count, ...(name === undefined ? {} : { name }) });
