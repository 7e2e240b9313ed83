import type { CartItem } from '../core/cart.js';
import type { Money, Product, ProductVariant } from '../protocol/index.js';
import { CartAskingEvent } from './cart-asking-event.js';

/** Something asked of the shop's cart that is about one product. */
export abstract class CartItemEvent extends CartAskingEvent implements CartItem {
  readonly product: Product;
  /** The combination chosen; undefined: the product has nothing to choose. */
  readonly variant: ProductVariant | undefined;
  readonly quantity: number;
  /** What the viewer was shown for one piece; undefined: a range. */
  readonly price: Money | undefined;
  /** Id of the flash sale's reservation that this is for. */
  readonly reservation: string | undefined;
  /** The product's own page, absolute. */
  readonly url: string | undefined;

  constructor(type: string, { product, variant, quantity, price, reservation, url }: CartItem) {
    super(type);
    this.product = product;
    this.variant = variant;
    this.quantity = quantity;
    this.price = price;
    this.reservation = reservation;
    this.url = url;
  }
}
