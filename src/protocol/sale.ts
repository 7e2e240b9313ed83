import * as v from 'valibot';
import { couponConditionSchema, couponExpirySchema } from './coupon.js';
import { limits } from './limits.js';
import { moneySchema } from './money.js';
import { countSchema, idSchema, timeSchema } from './text.js';

const positive = v.pipe(countSchema, v.minValue(1));

/** A flash sale (秒杀) as a show file defines it: some pieces of one product at a price, for a while. */
export const saleTermsSchema = v.object({
  id: idSchema,
  productId: idSchema,
  /** One combination of the product; absent: any of them. */
  variantId: v.optional(idSchema),
  price: moneySchema,
  /** Pieces at this price. What is left of them and the product's own stock are two numbers. */
  total: positive,
  /** Pieces one viewer may have, reserved and bought together. */
  perViewer: v.optional(v.pipe(positive, v.maxValue(limits.perViewer)), 1),
  /** How long what a viewer has reserved stays theirs without an order, s. */
  holdSeconds: v.optional(v.pipe(positive, v.maxValue(limits.holdSeconds)), 300),
  /** Opens by itself then, ms; absent: when the host opens it. */
  startsAt: v.optional(timeSchema),
  expires: v.optional(couponExpirySchema, { kind: 'stopped' }),
  conditions: v.optional(v.array(couponConditionSchema)),
});
export type SaleTerms = v.InferOutput<typeof saleTermsSchema>;

/** A flash sale in the room. Like a coupon's, `opensAt` may lie ahead. */
export const saleSchema = v.object({
  ...saleTermsSchema.entries,
  /** All pieces have been ordered. A cancelled order may bring some back. */
  soldOut: v.boolean(),
  state: v.picklist(['draft', 'open', 'stopped']),
  opensAt: v.nullable(timeSchema),
  closesAt: v.nullable(timeSchema),
  /** As a coupon's. */
  spreadMs: v.optional(countSchema),
});
export type Sale = v.InferOutput<typeof saleSchema>;

/** Ambience: how a sale stands. `total = left + held + sold`, always. */
export const saleFiguresSchema = v.object({
  /** Free to be reserved. */
  left: countSchema,
  /** Reserved, and not ordered yet. */
  held: countSchema,
  sold: countSchema,
  /** Viewers who wait for what may come back. */
  waiting: countSchema,
  /** The highest ticket that something has been kept for: who holds one up to it asks again. */
  served: countSchema,
});
export type SaleFigures = v.InferOutput<typeof saleFiguresSchema>;

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
