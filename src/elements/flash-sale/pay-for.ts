import { askCart, leading, type CartOutcome } from '../../base/ask-cart.js';
import { QunBuyNowEvent } from '../../events/qun-buy-now-event.js';
import type { Product, Reservation, Sale } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';

/** The product's own page with the reservation's id, which the shop's order has to name so that the flash price holds. */
export function payingUrl(url: string | undefined, reservation: Reservation): string | undefined {
  if (!url) return undefined;
  const to = new URL(url);
  to.searchParams.set('qun-reservation', reservation.id);
  return to.href;
}

/**
 * Leads the viewer to pay for what is kept for them: the page is asked, then the shop's cart, and where there is neither,
 * the product's own page opens. Never rejects.
 */
export async function payFor(
  element: HTMLElement & { room?: string | undefined; readonly roomStore: Room | undefined },
  { sale, product, reservation }: { sale: Sale; product: Product; reservation: Reservation },
  url: string | undefined,
): Promise<CartOutcome> {
  const variantId = reservation.variantId ?? sale.variantId;
  const to = payingUrl(url, reservation);
  const outcome = await askCart(
    element,
    new QunBuyNowEvent({
      product,
      variant: product.variants?.find(({ id }) => id === variantId),
      quantity: reservation.quantity,
      price: sale.price,
      reservation: reservation.id,
      url: to,
    }),
  );
  if (outcome.result === 'nobody' && to) leading.to(to);
  return outcome;
}
