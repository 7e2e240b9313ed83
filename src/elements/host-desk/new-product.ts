import { parseMoney } from '../../core/parse-money.js';
import { pickText } from '../../core/pick-text.js';
import { limits, type LocalText, type Price, type Product } from '../../protocol/index.js';

export type NewField =
  'title' | 'number' | 'price' | 'was' | 'currency' | 'stock' | 'group' | 'picture' | 'link';
export type Typed = Readonly<Record<NewField, string>>;
/** A product whose number, where it has none, is the room's to give. */
export type NewProduct = Omit<Product, 'number'> & { number?: number };

interface Reading {
  product?: NewProduct;
  /** Fields that cannot be meant so, in the order they stand in. */
  wrong: NewField[];
}

/** Of the addresses the wire takes, those nobody mistypes: http(s), and paths of the same site. */
const isUrl = (url: string) =>
  url.length <= limits.urlLength && /^(https?:\/\/|\.{0,2}\/)[^\0- ]+$/i.test(url);
const atMost = (words: string, most: number) => Array.from(words).length <= most;

/** The product a host has typed, who writes in `language`, for a shelf with `products`. */
export function readNewProduct(
  id: string,
  typed: Typed,
  products: readonly Product[],
  language: string,
): Reading {
  const wrong: NewField[] = [];
  const need = (field: NewField, good: boolean) => {
    if (!good) wrong.push(field);
  };
  const inLanguage = (words: string): LocalText => ({ [language]: words });
  need('title', typed.title !== '' && atMost(typed.title, limits.titleLength));
  const number = typed.number === '' ? undefined : Number(typed.number);
  const free = !products.some(one => one.number === number);
  need('number', number === undefined || (/^[1-9]\d{0,8}$/.test(typed.number) && free));
  need('currency', /^[A-Z]{3}$/.test(typed.currency));
  const amount = parseMoney(typed.price, typed.currency);
  need('price', amount !== undefined);
  const was = typed.was === '' ? undefined : parseMoney(typed.was, typed.currency);
  need('was', typed.was === '' || (was !== undefined && was.minor > (amount?.minor ?? 0)));
  need('stock', /^\d{0,9}$/.test(typed.stock));
  // Products with the same words stand together, whatever other languages they are in.
  const known = products.find(({ group }) => group && pickText(group, language) === typed.group)?.group;
  const group = typed.group === '' ? undefined : (known ?? inLanguage(typed.group));
  need('group', atMost(typed.group, limits.nameLength * 2));
  need('picture', typed.picture === '' || isUrl(typed.picture));
  need('link', typed.link === '' || isUrl(typed.link));
  if (wrong.length > 0 || !amount) return { wrong };
  const price: Price = was ? { kind: 'struck', amount, was } : { kind: 'fixed', amount };
  const product: NewProduct = {
    id,
    ...(number === undefined ? {} : { number }),
    title: inLanguage(typed.title),
    pictures: typed.picture === '' ? [] : [typed.picture],
    price,
    stock: typed.stock === '' ? null : Number(typed.stock),
    ...(typed.link === '' ? {} : { links: { h5: typed.link } }),
    ...(group === undefined ? {} : { group }),
  };
  return { product, wrong };
}
