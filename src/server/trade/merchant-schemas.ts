import * as v from 'valibot';
import { idSchema, moneySchema } from '../../protocol/index.js';
import { orderStages } from '../store/order-store.js';

const MOST_ITEMS = 100;
const MOST_RESERVATIONS = 20;

/** Names that the shop's own systems give: any words, without line breaks. */
const shopName = (most: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.regex(/^\P{Cc}+$/u, 'no control characters'));
const whole = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most));

/** The body of `POST …/orders`. */
export const orderSchema = v.object({
  orderId: shopName(64),
  status: v.picklist(orderStages),
  subject: v.optional(shopName(255)),
  /** The pseudonym and the link that the room handed to the till (`qun-viewer`, `qs`). */
  viewer: v.optional(idSchema),
  share: v.optional(v.pipe(v.string(), v.maxLength(512))),
  items: v.optional(
    v.pipe(
      v.array(v.object({ productId: idSchema, variantId: v.optional(idSchema), quantity: whole(9999) })),
      v.maxLength(MOST_ITEMS),
    ),
  ),
  total: v.optional(moneySchema),
  /** Of flash sales: what this order is for. */
  reservations: v.optional(v.pipe(v.array(idSchema), v.maxLength(MOST_RESERVATIONS))),
  /** Whether pieces of a flash sale can be sold again. Default: true when cancelled, false when refunded. */
  restock: v.optional(v.boolean()),
});
export type SaidOrder = v.InferOutput<typeof orderSchema>;

/** A code as a person may have typed it: letters that look like numbers are these numbers, and dashes are put back. */
export function codeAsWritten(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** The body of `POST …/redemptions`. */
export const redemptionSchema = v.object({
  code: v.pipe(v.string(), v.maxLength(64), v.transform(codeAsWritten)),
  orderId: shopName(64),
});

/** The body of `POST …/erasures`: the merchant's own id of a person, or a viewer's pseudonym in the room. */
export const erasureSchema = v.pipe(
  v.object({ subject: v.optional(shopName(255)), viewer: v.optional(idSchema) }),
  v.check(({ subject, viewer }) => (subject === undefined) !== (viewer === undefined), 'subject or viewer'),
);
