import { limits, type Price, type Product } from '../protocol/index.js';
import { safeUrl } from './link.js';
import { optionsOf } from './page-variants.js';
import { parseMoney } from './parse-money.js';

/** What a page says in words of its own: JSON of no certain shape. */
type Said = Record<string, unknown>;

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const typesOf = (node: Said) =>
  listOf(node['@type']).map(type => String(type).replace(/^https?:\/\/schema\.org\//, ''));

const text = (value: unknown, most: number): string =>
  typeof value === 'string' || typeof value === 'number'
    ? Array.from(String(value).trim()).slice(0, most).join('')
    : '';

/** Shops leave line breaks in strings and wrap the whole in comments; neither is JSON. */
function parse(json: string): unknown {
  const bare = json.replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*$/g, '');
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // Not this way.
    }
  }
  return undefined;
}

const GONE = /(?:OutOfStock|SoldOut|Discontinued)$/;

/** The price of offers, and how many pieces they tell of. */
function offered(offers: readonly Said[]): { price: Price; stock: number | null } | undefined {
  const sum = (value: unknown, currency: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? parseMoney(value, text(currency, 3)) : undefined;
  for (const offer of offers) {
    const levels = offers.map(one => one.inventoryLevel).map(level => (isSaid(level) ? level.value : level));
    const counted = levels.filter(
      (level): level is number => Number.isSafeInteger(level) && (level as number) >= 0,
    );
    const gone = offers.every(one => GONE.test(text(one.availability, 200)));
    const stock = gone
      ? 0
      : counted.length === offers.length
        ? counted.reduce((all, one) => all + one, 0)
        : null;
    const from = sum(offer.lowPrice, offer.priceCurrency);
    const to = sum(offer.highPrice, offer.priceCurrency);
    if (from && to && from.minor < to.minor) return { price: { kind: 'range', from, to }, stock };
    const specified = listOf(offer.priceSpecification).filter(isSaid);
    const listed = specified.find(one => /(?:ListPrice|StrikethroughPrice)$/.test(text(one.priceType, 200)));
    const sale = specified.find(one => one !== listed);
    const amount = sum(offer.price ?? sale?.price, offer.priceCurrency ?? sale?.priceCurrency) ?? from;
    if (!amount) continue;
    const all = offers.flatMap(one => sum(one.price, one.priceCurrency) ?? []);
    const [least, most] = [Math.min(...all.map(one => one.minor)), Math.max(...all.map(one => one.minor))];
    const { currency } = amount;
    if (all.length === offers.length && least < most && all.every(one => one.currency === currency))
      return {
        price: { kind: 'range', from: { minor: least, currency }, to: { minor: most, currency } },
        stock,
      };
    const was = listed && sum(listed.price, listed.priceCurrency ?? offer.priceCurrency);
    if (was && was.currency === currency && was.minor > amount.minor)
      return { price: { kind: 'struck', amount, was }, stock };
    return { price: { kind: 'fixed', amount }, stock };
  }
  return undefined;
}

const pictureOf = (image: unknown): unknown => (isSaid(image) ? (image.contentUrl ?? image.url) : image);

/** A schema.org Product, or a ProductGroup with its variants as one. */
function productOf(
  node: Said,
  find: (value: unknown) => Said[],
  base: string,
): Omit<Product, 'number'> | undefined {
  const variants: readonly Said[] = find(node.hasVariant);
  const offersOf = (one: Said): readonly Said[] =>
    find(one.offers).flatMap((offer): readonly Said[] =>
      // What stands in it tells more than the whole.
      offer.lowPrice === undefined && offer.offers ? find(offer.offers) : [offer],
    );
  const offers: readonly Said[] = [node, ...variants].flatMap(offersOf);
  const deal = offered(offers);
  const title = text(node.name, limits.titleLength);
  if (!deal || !title) return undefined;
  const url = safeUrl(text(node.url ?? offers[0]?.url, limits.urlLength), base);
  const named = node.sku ?? node.productGroupID ?? node.productID ?? node.mpn ?? url ?? title;
  const pictures = [node, ...variants]
    .flatMap(one => listOf(one.image))
    .flatMap(image => safeUrl(text(pictureOf(image), limits.urlLength), base) ?? []);
  const subtitle = text(node.description, limits.titleLength);
  const { options, variants: combinations } = optionsOf(
    node,
    variants.flatMap(said => {
      const own = offered(offersOf(said));
      const image = text(pictureOf(listOf(said.image)[0]), limits.urlLength);
      return own ? [{ said, ...own, picture: image ? safeUrl(image, base) : undefined }] : [];
    }),
  );
  return {
    id:
      text(named, 999)
        .replace(/^https?:\/\/[^/]+\//, '')
        .replace(/[^\w.-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(-limits.idLength) || 'product',
    title,
    ...(subtitle ? { subtitle } : {}),
    pictures: [...new Set(pictures)].slice(0, 20),
    ...deal,
    ...(url ? { links: { h5: url } } : {}),
    ...(options && combinations ? { options, variants: combinations } : {}),
  };
}

/** Every product that JSON-LD tells of: Product, ProductGroup, ItemList, alone, in an array or in `@graph`. */
function fromJsonLd(root: unknown, base: string): Omit<Product, 'number'>[] {
  const nodes: Said[] = [];
  const known = new Map<string, Said>();
  const walk = (value: unknown, depth: number): void => {
    if (depth > 6) return;
    for (const node of listOf(value).filter(isSaid)) {
      if (typeof node['@id'] === 'string' && Object.keys(node).length > 1) known.set(node['@id'], node);
      nodes.push(node);
      for (const key of ['@graph', 'itemListElement', 'item', 'mainEntity', 'hasVariant'])
        walk(node[key], depth + 1);
    }
  };
  walk(root, 0);
  const find = (value: unknown): Said[] =>
    listOf(value).flatMap((one): Said | readonly Said[] =>
      isSaid(one) ? (known.get(String(one['@id'])) ?? one) : (known.get(String(one)) ?? []),
    );
  const inGroups = new Set(nodes.flatMap(node => find(node.hasVariant)));
  return nodes
    .filter(
      node =>
        !inGroups.has(node) && typesOf(node).some(type => type === 'Product' || type === 'ProductGroup'),
    )
    .flatMap(node => productOf(node, find, base) ?? []);
}

/** Products in the kit's own shape, with what a page may leave out. */
function fromIsland(root: unknown): Omit<Product, 'number'>[] {
  return listOf(isSaid(root) && root.products ? root.products : root).flatMap(one => {
    if (!isSaid(one) || !text(one.id, 1) || !one.title || !isSaid(one.price)) return [];
    return [
      {
        ...(one as unknown as Product),
        pictures: listOf(one.pictures).map(String),
        stock: (one.stock ?? null) as number | null,
      },
    ];
  });
}

/** One `script` of a page; `own`: it holds products in the kit's own shape. */
export interface PageScript {
  own: boolean;
  json: string;
}

/**
 * The products a page tells of in its own scripts, in their order: those made for the kit, or else its JSON-LD. `base` is
 * the page's address. What cannot be read, or has no title or price, is left out.
 */
export function productsFromPage(scripts: readonly PageScript[], base: string): Product[] {
  const read = (own: boolean) => scripts.filter(script => script.own === own).map(({ json }) => parse(json));
  const own = read(true).flatMap(fromIsland);
  const found = own.length > 0 ? own : read(false).flatMap(root => fromJsonLd(root, base));
  const byId = new Map<string, Omit<Product, 'number'>>();
  for (const product of found) if (!byId.has(product.id)) byId.set(product.id, product);
  return [...byId.values()]
    .slice(0, limits.products)
    .map((product, index) => ({ number: index + 1, ...product }));
}
