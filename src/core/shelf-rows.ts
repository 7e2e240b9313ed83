import type { LocalText, Product } from '../protocol/index.js';

/** One line of a shelf: a product, or the title of a group of them. */
export interface ShelfRow {
  /** A product's id, or `/` and the group's words, which no id can be. */
  readonly key: string;
  /** Absent: the title of a group. */
  readonly product?: Product;
  /** The group's words; empty: what has no group. */
  readonly title?: string;
  /** The product has been taken off, while somebody was looking at it. */
  readonly off?: boolean;
}

/** A shelf is looked at at every change of one product: the lines of the others are not made again. */
const made = new WeakMap<Product, ShelfRow>();

function rowOf(product: Product): ShelfRow {
  let row = made.get(product);
  if (!row) made.set(product, (row = { key: product.id, product }));
  return row;
}

/** Lines of products as they come, without groups. */
export const plainRows = (products: readonly Product[]): ShelfRow[] => products.map(rowOf);

/** A shelf's lines: groups in the order of their first products, within them the shelf's own order. */
export function shelfRows(
  products: readonly Product[],
  words: (text: LocalText | undefined) => string,
): ShelfRow[] {
  const groups = new Map<string, ShelfRow[]>();
  // A thousand products have few groups.
  const titles = new Map<LocalText | undefined, string>();
  for (const product of products) {
    let title = titles.get(product.group);
    if (title === undefined) titles.set(product.group, (title = words(product.group)));
    const group = groups.get(title);
    if (group) group.push(rowOf(product));
    else groups.set(title, [rowOf(product)]);
  }
  if (groups.size < 2) return plainRows(products);
  return [...groups].flatMap(([title, rows]) => [{ key: `/${title}`, title }, ...rows]);
}

/**
 * `old` with what `now` knows of each line: none goes, none comes, none moves. Products that have gone are marked, so
 * that nothing changes places under a finger.
 */
export function inOldOrder(old: readonly ShelfRow[], now: readonly ShelfRow[]): ShelfRow[] {
  const known = new Map(now.map(row => [row.key, row]));
  return old.map(row => known.get(row.key) ?? (row.product ? { ...row, off: true } : row));
}

/** `now`, and in it also the line of `old` called `key`, where it stood, if somebody points at it though it has gone. */
export function keepingOne(
  old: readonly ShelfRow[],
  now: readonly ShelfRow[],
  key: string | undefined,
): readonly ShelfRow[] {
  const at = old.findIndex(row => row.key === key);
  if (at < 0 || !old[at]!.product || now.some(row => row.key === key)) return now;
  const places = new Map(now.map((row, index) => [row.key, index]));
  const next = old.slice(at).find(row => places.has(row.key));
  const before = next ? places.get(next.key)! : now.length;
  return [...now.slice(0, before), { ...old[at]!, off: true }, ...now.slice(before)];
}

/** Whether both are the same lines in the same order, whatever has become of each. */
export function sameOrder(one: readonly ShelfRow[], other: readonly ShelfRow[]): boolean {
  return one.length === other.length && one.every((row, index) => row.key === other[index]!.key);
}
