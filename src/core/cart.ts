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
