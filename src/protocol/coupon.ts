import * as v from 'valibot';
import { limits } from './limits.js';
import { moneySchema } from './money.js';
import { countSchema, idSchema, localTextSchema, timeSchema, urlSchema } from './text.js';

const positive = v.pipe(countSchema, v.minValue(1));

export const couponValueSchema = v.variant('kind', [
  v.object({ kind: v.literal('amount'), amount: moneySchema }),
  /** 15 is 15 % off (八五折). */
  v.object({ kind: v.literal('percent'), percentOff: v.pipe(positive, v.maxValue(99)) }),
]);

/** When claiming closes: never, when the host stops it, minutes after it opened, or at a time (ms). */
export const couponExpirySchema = v.variant('kind', [
  v.object({ kind: v.literal('never') }),
  v.object({ kind: v.literal('stopped') }),
  v.object({ kind: v.literal('after'), minutes: positive }),
  v.object({ kind: v.literal('at'), at: timeSchema }),
]);

/** What a viewer must have done first. The server checks; the page only explains. */
export const couponConditionSchema = v.variant('kind', [
  v.object({ kind: v.literal('sign-in') }),
  v.object({ kind: v.literal('comment') }),
  v.object({ kind: v.literal('watch'), seconds: positive }),
]);
export type CouponCondition = v.InferOutput<typeof couponConditionSchema>;

/** What a coupon is, as a show file defines it. */
export const couponTermsSchema = v.object({
  id: idSchema,
  title: localTextSchema(limits.titleLength),
  value: couponValueSchema,
  minSpend: v.optional(moneySchema),
  total: positive,
  expires: couponExpirySchema,
  conditions: v.optional(v.array(couponConditionSchema)),
  /** Products it counts for; absent: all. */
  productIds: v.optional(v.array(idSchema)),
  /** Where and how to use it. */
  use: v.optional(v.object({ text: localTextSchema(limits.textLength), url: v.optional(urlSchema) })),
});
export type CouponTerms = v.InferOutput<typeof couponTermsSchema>;

/** A coupon in the room. `opensAt` may lie ahead: that announces the moment, so that feed delay is no advantage. */
export const couponSchema = v.object({
  ...couponTermsSchema.entries,
  /** The last one is gone. How many are left before that is ambience: it travels in snapshots and ticks. */
  soldOut: v.boolean(),
  state: v.picklist(['draft', 'open', 'stopped']),
  opensAt: v.nullable(timeSchema),
  closesAt: v.nullable(timeSchema),
});
export type Coupon = v.InferOutput<typeof couponSchema>;

/** A coupon this viewer holds. */
export const claimSchema = v.object({ couponId: idSchema, code: v.string(), at: timeSchema });
export type Claim = v.InferOutput<typeof claimSchema>;

/** The outcome of a claim. All of them are answers, not errors: repeated, they stay what they are. */
export const claimAnswerSchema = v.variant('result', [
  /** `already`: this viewer had it before; the code is the same one. */
  v.object({ result: v.picklist(['won', 'already']), ...claimSchema.entries }),
  v.object({ result: v.picklist(['sold-out', 'expired', 'sign-in']) }),
  v.object({ result: v.literal('not-open'), opensAt: v.nullable(timeSchema) }),
  /** `needs` is what is still missing; for `watch` the seconds still to go. */
  v.object({ result: v.literal('ineligible'), needs: couponConditionSchema }),
]);
export type ClaimAnswer = v.InferOutput<typeof claimAnswerSchema>;
