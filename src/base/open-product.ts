import { stockLevel } from '../core/product-offer.js';
import { QunOpenProductEvent } from '../events/qun-open-product-event.js';
import type { Product } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import type { Voice } from './speech.js';
import { warn } from './warn.js';

/**
 * Somebody has tapped a product's button, a link to `url` where there is one: the room hears that they mean to buy, the
 * page may open the product in its own way, and else the browser follows the link. One that is sold out opens as well, for
 * its answers and for the line to stand in; nobody is told that it is about to be bought.
 */
export function openProduct(
  event: Event,
  product: Product,
  url: string | undefined,
  voice: Voice,
  room: Room | undefined,
): void {
  if (stockLevel(product) !== 'gone') void room?.intend(product.id);
  if (!voice.ask(new QunOpenProductEvent(product, url))) event.preventDefault();
  else if (!url)
    warn('no-link', `product ${product.id} has no links.h5; give it one or handle qun-open-product.`);
}
