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
