import type { LocalText, Money, Product, ProductVariant } from '../protocol/index.js';

/** One line of the shop's cart. */
export interface CartLine {
  /** The cart's own name for the line: what it wants to hear when the line changes. */
  readonly id: string;
  /** The room's product, where it is known. */
  readonly productId?: string | undefined;
  readonly variantId?: string | undefined;
  readonly title: LocalText;
  /** What was chosen, as `Oat · M`. */
  readonly chosen?: LocalText | undefined;
  readonly picture?: string | undefined;
  /** Of one piece. */
  readonly price: Money;
  readonly quantity: number;
  /** Pieces the shop would take in this line at most. Default: it will say. */
  readonly most?: number | undefined;
  /** Reservation of a flash sale that this line is for. */
  readonly reservation?: string | undefined;
}

/** What a viewer wants to have. */
export interface CartItem {
  readonly product: Product;
  /** The combination chosen; undefined: the product has nothing to choose. */
  readonly variant?: ProductVariant | undefined;
  readonly quantity: number;
  /** What the viewer was shown for one piece; undefined: a range, since nothing is chosen. */
  readonly price?: Money | undefined;
  /** Pieces of a flash sale that are kept for this viewer: the id that the shop's order names. */
  readonly reservation?: string | undefined;
  /** The product's own page, absolute, with what says who brought this viewer here. */
  readonly url?: string | undefined;
}

/** Why the shop says no. `other` goes with the shop's own words. */
export type CartRefusal = 'out-of-stock' | 'price-changed' | 'sign-in' | 'options-missing' | 'other';

/** No, and why. */
export interface CartNo {
  readonly no: CartRefusal;
  /** The shop's own words, shown instead of ours. Plain text. */
  readonly text?: LocalText | undefined;
  /** With `out-of-stock`: how many there are after all. */
  readonly left?: number | undefined;
  /** With `price-changed`: what one piece costs now. */
  readonly price?: Money | undefined;
}

/** What a shop answers to a wish: yes, or why not. */
export type CartAnswer = true | CartNo;

/** What is to be paid for. */
export interface Checkout {
  readonly lines: readonly CartLine[];
  /** Reservations that the order has to name so that the flash price holds. */
  readonly reservations: readonly string[];
}

/** The cart as the shop has it. */
export interface CartContents {
  readonly lines: readonly CartLine[];
  /** What the shop asks for all of it, discounts taken off. Default: the sum of the lines. */
  readonly total?: Money | undefined;
}

/** What a shop's cart says to something asked of it. */
export interface CartReply {
  readonly answer: CartAnswer;
  /** The cart after it, where the shop tells. */
  readonly cart?: CartContents | undefined;
  /** Where the viewer is to be led now, absolute: to pay, or to the product's own page. */
  readonly lead?: string | undefined;
}

/** A shop's cart. What cannot be reached rejects with a QunError. */
export interface CartShop {
  /** Reads the cart; undefined: this shop does not tell. */
  read(): Promise<CartContents | undefined>;
  add(item: CartItem): Promise<CartReply>;
  buy(item: CartItem): Promise<CartReply>;
  /** `quantity` 0: the line goes. */
  change(line: CartLine, quantity: number): Promise<CartReply>;
  checkout(checkout: Checkout): Promise<CartReply>;
}

/** Id by which the shop's own systems know an item. */
export function shopId({ product, variant }: Pick<CartItem, 'product' | 'variant'>): string {
  return variant?.sku ?? variant?.id ?? product.id;
}

/** Pieces in all lines together. */
export function cartCount(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What all lines cost together; undefined where they are of several currencies, or none. */
export function cartTotal(lines: readonly CartLine[]): Money | undefined {
  const currency = lines[0]?.price.currency;
  if (currency === undefined || lines.some(({ price }) => price.currency !== currency)) return undefined;
  return { minor: lines.reduce((sum, { price, quantity }) => sum + price.minor * quantity, 0), currency };
}

const isMoney = (value: unknown): value is Money => {
  const { minor, currency } = Object(value) as Partial<Money>;
  return Number.isSafeInteger(minor) && minor! >= 0 && typeof currency === 'string';
};

/** The lines that can be shown: a page may hand in anything, and one that is broken takes none of the others along. */
export function soundLines(lines: unknown): CartLine[] {
  if (!Array.isArray(lines)) return [];
  return lines.filter((line: Partial<CartLine> | null | undefined): line is CartLine => {
    const { id, title, price, quantity } = line ?? {};
    if (typeof id !== 'string' || !id || !title || !isMoney(price)) return false;
    return Number.isSafeInteger(quantity) && quantity! > 0;
  });
}

/** Ids of the reservations that lines are for, each once. */
export function reservationsOf(lines: readonly CartLine[]): string[] {
  const ids = lines.map(({ reservation }) => reservation).filter((id): id is string => Boolean(id));
  return [...new Set(ids)];
}
