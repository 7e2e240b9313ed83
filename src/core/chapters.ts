import type { LocalText, Product } from '../protocol/index.js';
import type { Moment } from './show-history.js';

/** A moment that the viewer's picture can be taken to: the host begins to show a product. */
export interface Chapter {
  readonly productId: string;
  readonly title: LocalText;
  /** Media time, ms since 1970. */
  readonly at: number;
}

/** What of the show can be sought, media times in ms since 1970. */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The chapters within `span`. Of a recording (`whole`), what was being shown when it begins is its first chapter. Products
 * that are no longer sold have none, and a product shown twice in a row has one.
 */
export function chaptersOf(
  moments: readonly Moment[],
  products: readonly Product[],
  { from, to }: DateSpan,
  whole: boolean,
): readonly Chapter[] {
  const sold = new Map(products.map(product => [product.id, product]));
  const chapters: Chapter[] = [];
  for (const { at, productId } of moments) {
    const product = productId === undefined ? undefined : sold.get(productId);
    if (!product || at > to || (at < from && !whole)) continue;
    const last = chapters[chapters.length - 1];
    // Before the first picture only the last one counts.
    if (last && at <= from) chapters.pop();
    else if (last?.productId === product.id) continue;
    chapters.push({ productId: product.id, title: product.title, at: Math.max(at, from) });
  }
  return chapters;
}

export const sameChapters = (some: readonly Chapter[], other: readonly Chapter[]): boolean =>
  some.length === other.length &&
  some.every(
    ({ productId, title, at }, i) =>
      productId === other[i]!.productId && at === other[i]!.at && title === other[i]!.title,
  );
