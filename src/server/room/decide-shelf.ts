import {
  limits,
  QunError,
  type ParsedCommand,
  type Product,
  type ProductVariant,
  type RoomState,
} from '../../protocol/index.js';
import { productFaults } from './check-product.js';
import { checkWords } from './check-words.js';
import type { Draft } from './decide-host.js';

export type ShelfCommand = Extract<
  ParsedCommand,
  { type: 'shelf.put' | 'shelf.remove' | 'shelf.move' | 'stock.set' | 'price.set' }
>;

/** The events that carry out what is wanted of the shelf; none where everything is so already. */
export function decideShelf(state: RoomState, command: ShelfCommand): Draft[] {
  switch (command.type) {
    case 'shelf.put':
      return put(state, command);
    case 'shelf.remove': {
      const { productId } = command;
      const there = state.products.some(one => one.id === productId);
      return there ? [{ type: 'shelf.remove', data: { productId } }] : [];
    }
    case 'shelf.move': {
      const { productId, index } = command;
      const from = state.products.indexOf(productOf(state, productId));
      const to = Math.min(index, state.products.length - 1);
      return from === to ? [] : [{ type: 'shelf.move', data: { productId, index: to } }];
    }
    case 'stock.set': {
      const { productId, variantId, stock } = command;
      const one = partOf(state, productId, variantId);
      return one.stock === stock ? [] : [{ type: 'product.stock', data: { ...named(command), stock } }];
    }
    case 'price.set': {
      const { productId, variantId, price } = command;
      const one = partOf(state, productId, variantId);
      return same(one.price, price) ? [] : [{ type: 'product.price', data: { ...named(command), price } }];
    }
  }
}

/** Throws `product-unknown`. */
export function productOf(state: RoomState, productId: string): Product {
  const product = state.products.find(one => one.id === productId);
  if (product) return product;
  throw new QunError('product-unknown', {
    detail: `no product ${productId} on the shelf`,
    path: 'productId',
  });
}

/** Throws `variant-unknown`. */
export function variantOf({ id, variants }: Product, variantId: string): ProductVariant {
  const variant = variants?.find(one => one.id === variantId);
  if (variant) return variant;
  throw new QunError('variant-unknown', {
    detail: `no combination ${variantId} of product ${id}`,
    path: 'variantId',
  });
}

function partOf(state: RoomState, productId: string, variantId: string | undefined) {
  const product = productOf(state, productId);
  return variantId === undefined ? product : variantOf(product, variantId);
}

const named = ({ productId, variantId }: { productId: string; variantId?: string | undefined }) => ({
  productId,
  ...(variantId === undefined ? {} : { variantId }),
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function put(
  { products }: RoomState,
  { product: given, index }: Extract<ShelfCommand, { type: 'shelf.put' }>,
): Draft[] {
  const at = products.findIndex(one => one.id === given.id);
  const old = products[at];
  if (!old && products.length >= limits.products) {
    throw malformed(`at most ${limits.products} products on the shelf`, 'product');
  }
  const [fault] = productFaults(given);
  if (fault) throw malformed(fault.message, `product.${fault.path}`);
  checkWords(given, 'product');
  const { id, number = old?.number ?? nextNumber(products), ...rest } = given;
  const taken = products.find(one => one.number === number && one.id !== id);
  if (taken) throw malformed(`${number} is the number of ${taken.id} already`, 'product.number');
  // In the schema's own order, so that the same product reads the same.
  const product = { id, number, ...rest };
  const to = index === undefined ? undefined : Math.min(index, products.length - (old ? 1 : 0));
  const stays = to === undefined || to === at;
  if (old && stays && same(old, product)) return [];
  return [{ type: 'shelf.put', data: { product, ...(to === undefined ? {} : { index: to }) } }];
}

/** After the highest: a number that was taken off the shelf is not soon another product's. */
const nextNumber = (products: readonly Product[]) =>
  products.reduce((most, { number }) => Math.max(most, number), 0) + 1;

const malformed = (detail: string, path: string) => new QunError('malformed', { detail, path });
