import * as v from 'valibot';
import { couponConditionSchema } from './coupon.js';
import { countSchema, idSchema, timeSchema } from './text.js';

// In a file of its own: only who reserves something is answered so, and a page's first file leaves it out.

const positive = v.pipe(countSchema, v.minValue(1));

/** Pieces kept for one viewer. */
export const reservationSchema = v.object({
  /** Unguessable: the merchant's order names it. */
  id: idSchema,
  saleId: idSchema,
  variantId: v.optional(idSchema),
  quantity: positive,
  at: timeSchema,
  /** Kept until then, ms; null: it has been ordered. */
  until: v.nullable(timeSchema),
});
export type Reservation = v.InferOutput<typeof reservationSchema>;

/** A place in the line for what may come back. */
export const waitSchema = v.object({
  saleId: idSchema,
  variantId: v.optional(idSchema),
  quantity: positive,
  /** Counts up in the order they came. */
  ticket: positive,
  /** Viewers before this one when this was said. */
  ahead: countSchema,
});
export type Wait = v.InferOutput<typeof waitSchema>;

/** The outcome of `sale.reserve` and `sale.wait`. All of them are answers, not errors. */
export const reserveAnswerSchema = v.variant('result', [
  /** `already`: this viewer has one that is not ordered; it stays as it is. */
  v.object({ result: v.picklist(['held', 'already']), reservation: reservationSchema }),
  /** This viewer stands in line. */
  v.object({ result: v.literal('waiting'), wait: waitSchema }),
  /** Too little is free, and some of what is reserved may come back: `sale.wait` stands in line for it. */
  v.object({ result: v.literal('taken'), left: countSchema, waiting: countSchema }),
  v.object({ result: v.picklist(['sold-out', 'expired', 'sign-in']) }),
  v.object({ result: v.literal('not-open'), opensAt: v.nullable(timeSchema) }),
  /** This viewer has ordered `had` of the `limit` pieces they may have, and asks for more than the rest. */
  v.object({ result: v.literal('limit'), limit: positive, had: countSchema }),
  v.object({ result: v.literal('ineligible'), needs: couponConditionSchema }),
]);
export type ReserveAnswer = v.InferOutput<typeof reserveAnswerSchema>;
