import type { LocalText, Product } from '../protocol/index.js';

/** What a product is found by, in every language it has: viewers type what the host says. */
const written = new WeakMap<Product, string>();

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

const allWords = (text: LocalText | undefined) =>
  typeof text === 'string' ? text : Object.values(text ?? {}).join(' ');

function haystack(product: Product): string {
  let text = written.get(product);
  if (text === undefined) {
    const values = product.options?.flatMap(option => option.values.map(({ title }) => title)) ?? [];
    const skus = product.variants?.map(({ id, sku = id }) => sku) ?? [];
    text = plain(
      [product.title, product.subtitle, product.group, ...values, ...skus].map(allWords).join(' '),
    );
    written.set(product, text);
  }
  return text;
}

/** 3, #3, No. 3, 3号, 3号链接 */
const NUMBER = /^(?:no\.?|#|第)?\s*(\d{1,6})\s*(?:[号號](?:链接|鏈接|連結)?)?$/;

/** The number that a viewer names a product by; undefined: the words name none. */
export function numberNamed(words: string): number | undefined {
  const found = NUMBER.exec(plain(words).trim());
  return found ? Number(found[1]) : undefined;
}

/** The products that `words` mean: first the one of that number, then those in which every word is found. */
export function findProducts(products: readonly Product[], words: string): readonly Product[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return products;
  const number = numberNamed(words);
  const named = products.filter(product => product.number === number);
  const found = products.filter(
    product => product.number !== number && wanted.every(word => haystack(product).includes(word)),
  );
  return [...named, ...found];
}
