import type { Money, Price, Product, ProductOption, ProductVariant } from '../protocol/index.js';

/** What has been chosen so far: option id → value id. */
export type Choice = Readonly<Record<string, string>>;

/** Beside what is chosen of the other options: can be had, is sold out, or does not exist. */
export type ValueStanding = 'open' | 'sold-out' | 'impossible';

type Choosing = Pick<Product, 'options' | 'variants'>;
type Selling = Choosing & Pick<Product, 'price' | 'stock'>;

/** The values chosen agree with the combination; what is not chosen yet agrees with everything. */
const agrees = (variant: ProductVariant, choice: Choice, except?: string): boolean =>
  Object.keys(choice).every(id => id === except || variant.choice[id] === choice[id]);

/** Options that nothing has been chosen of. */
export function missingOptions({ options = [] }: Choosing, choice: Choice): ProductOption[] {
  return options.filter(({ id }) => choice[id] === undefined);
}

/** Combinations that can still come of the choice; undefined: the product does not list any. */
const possible = ({ variants }: Choosing, choice: Choice): readonly ProductVariant[] | undefined =>
  variants && variants.length > 0 ? variants.filter(variant => agrees(variant, choice)) : undefined;

/**
 * The combination that has been chosen; undefined while one is missing, and where there is nothing to choose. A product
 * that does not list its combinations has them all, each named by its values.
 */
export function chosenVariant(product: Choosing, choice: Choice): ProductVariant | undefined {
  const { options = [], variants = [] } = product;
  if (missingOptions(product, choice).length > 0) return undefined;
  const listed = possible(product, choice);
  if (listed) return listed.length === 1 || options.length > 0 ? listed[0] : undefined;
  if (options.length === 0 || variants.length > 0) return undefined;
  return { id: options.map(({ id }) => choice[id]).join('-'), choice: { ...choice } };
}

/** The picture of what has been chosen: its combination's own, or that of a value. */
export function chosenPicture(product: Choosing, choice: Choice): string | undefined {
  const own = chosenVariant(product, choice)?.picture;
  if (own !== undefined) return own;
  const { options = [] } = product;
  const pictures = options.map(({ id, values }) => values.find(one => one.id === choice[id])?.picture);
  return pictures.find(picture => picture !== undefined);
}

/** Pieces left of a combination; null: not counted. */
export function variantStock({ stock }: Pick<Product, 'stock'>, variant: ProductVariant | undefined) {
  // A page that fills in products by hand may leave the stock out.
  return (variant?.stock === undefined ? stock : variant.stock) ?? null;
}

/** How a value stands beside what is chosen of the other options. */
export function valueStanding(
  product: Choosing & Pick<Product, 'stock'>,
  choice: Choice,
  optionId: string,
  valueId: string,
): ValueStanding {
  const with_ = { ...choice, [optionId]: valueId };
  const left = possible(product, with_);
  if (!left) return product.stock === 0 ? 'sold-out' : 'open';
  if (left.length === 0) return 'impossible';
  return left.some(variant => variantStock(product, variant) !== 0) ? 'open' : 'sold-out';
}

/** Values that belong to some combination; the others are not worth showing. */
export function offeredValues({ variants = [] }: Choosing, option: ProductOption): ProductOption['values'] {
  if (variants.length === 0) return option.values;
  const used = new Set(variants.map(({ choice }) => choice[option.id]));
  return option.values.filter(({ id }) => used.has(id));
}

/**
 * The choice after a viewer has taken a value. What no combination has together with it is let go, the latest options
 * first kept; what then has only one value left that exists is chosen with it. Taking the value again lets it go.
 */
export function choose(product: Choosing, choice: Choice, optionId: string, valueId: string): Choice {
  const { options = [] } = product;
  if (choice[optionId] === valueId) {
    const { [optionId]: _gone, ...rest } = choice;
    // An option with one value is no question, so it stays answered.
    return settle(product, rest, optionId);
  }
  let next: Choice = { [optionId]: valueId };
  for (const { id } of options) {
    const value = choice[id];
    if (id === optionId || value === undefined) continue;
    const tried = { ...next, [id]: value };
    if (possible(product, tried)?.length !== 0) next = tried;
  }
  return settle(product, next);
}

/** Answers what is no question: options of which only one value can come of the choice. `except` is left open where it is one. */
function settle(product: Choosing, choice: Choice, except?: string): Choice {
  let next = choice;
  for (const option of missingOptions(product, choice)) {
    const left = possible(product, next);
    const values = left
      ? [...new Set(left.map(variant => variant.choice[option.id]))]
      : option.values.map(({ id }) => id);
    const only = option.id === except ? offeredValues(product, option).length === 1 : true;
    if (only && values.length === 1 && values[0] !== undefined) next = { ...next, [option.id]: values[0] };
  }
  return next;
}

/** What is chosen before anybody has chosen: what is no question. */
export const firstChoice = (product: Choosing): Choice => settle(product, {});

/** The choice as far as the product still has it, after it has changed. */
export function keptChoice(product: Choosing, choice: Choice): Choice {
  let next: Choice = {};
  for (const { id, values } of product.options ?? []) {
    const value = choice[id];
    if (value === undefined || !values.some(one => one.id === value)) continue;
    const tried = { ...next, [id]: value };
    if (possible(product, tried)?.length !== 0) next = tried;
  }
  return settle(product, next);
}

const lowest = (price: Price): Money => (price.kind === 'range' ? price.from : price.amount);
const highest = (price: Price): Money => (price.kind === 'range' ? price.to : price.amount);

/** What one piece costs as far as it is chosen: one price, or from the least to the most of what can still come of it. */
export function chosenPrice(product: Selling, choice: Choice): Price {
  const prices = (possible(product, choice) ?? []).map(({ price }) => price ?? product.price);
  const [first = product.price, ...rest] = prices;
  const same = (price: Price) =>
    price.kind === first.kind &&
    [lowest, highest].every(
      end => end(price).minor === end(first).minor && end(price).currency === end(first).currency,
    ) &&
    (price.kind !== 'struck' || first.kind !== 'struck' || price.was.minor === first.was.minor);
  if (rest.every(same)) return first;
  // Prices in two currencies have no range.
  if (prices.some(price => lowest(price).currency !== lowest(first).currency)) return product.price;
  const from = prices.map(lowest).reduce((least, one) => (one.minor < least.minor ? one : least));
  const to = prices.map(highest).reduce((most, one) => (one.minor > most.minor ? one : most));
  if (from.minor === to.minor) return { kind: 'fixed', amount: from };
  return { kind: 'range', from, to };
}

/** Pieces left of what is chosen; null: not counted. While something is missing: of all that can still come of it. */
export function chosenStock(product: Selling, choice: Choice): number | null {
  const left = possible(product, choice);
  if (!left) return variantStock(product, undefined);
  // Combinations without a count of their own share the product's.
  const own = left.filter(variant => typeof variant.stock === 'number');
  const shared = left.length > own.length ? variantStock(product, undefined) : 0;
  if (shared === null || left.some(variant => variant.stock === null)) return null;
  return own.reduce((sum, { stock }) => sum + stock!, shared);
}

/** Pieces an order may hold: at least one, at most what is left, what the shop says and `limit`. */
export function mostPieces(
  { most = Infinity }: Pick<Product, 'most'>,
  stock: number | null,
  limit = Infinity,
) {
  return Math.max(1, Math.min(most, stock ?? Infinity, limit, MOST));
}

/** More than this in one line is a slip of the finger. */
const MOST = 999;
