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
  /** Follows the shop; has reserved this show. The merchant's token says so (`did`). */
  v.object({ kind: v.picklist(['follow', 'reserve']) }),
]);
export type CouponCondition = v.InferOutput<typeof couponConditionSchema>;

/** What a coupon is, as a show file defines it. */
export const couponTermsSchema = v.object({
  id: idSchema,
  title: localTextSchema(limits.titleLength),
  value: couponValueSchema,
  minSpend: v.optional(moneySchema),
  total: positive,
  /** Absent: first come, first served. `draw`: who asks while it is open takes part; when it closes `total` of them win. */
  mode: v.optional(v.picklist(['first-come', 'draw'])),
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
  /** Pages spread what is asked at the opening over so many ms, as the server advises for so large a room. */
  spreadMs: v.optional(countSchema),
  /** Of a draw: SHA-256 of its seed in hex, told when it opens, so that nobody can choose the seed afterwards. */
  commit: v.optional(v.string()),
  drawn: v.optional(
    v.object({
      /** Hex; `commit` is its SHA-256. */
      seed: v.string(),
      /** Who took part. */
      entries: countSchema,
      /** A viewer has won whose SHA-256 of `seed:viewerId`, in hex, is not above this. Empty: nobody. */
      cutoff: v.string(),
    }),
  ),
});
export type Coupon = v.InferOutput<typeof couponSchema>;

/** A coupon this viewer holds. */
export const claimSchema = v.object({ couponId: idSchema, code: v.string(), at: timeSchema });
export type Claim = v.InferOutput<typeof claimSchema>;

/** The outcome of a claim. All of them are answers, not errors: repeated, they stay what they are. */
export const claimAnswerSchema = v.variant('result', [
  /** `already`: this viewer had it before; the code is the same one. */
  v.object({ result: v.picklist(['won', 'already']), ...claimSchema.entries }),
  /** Takes part in the draw at `drawsAt`, ms; null: when the host draws. */
  v.object({ result: v.literal('entered'), drawsAt: v.nullable(timeSchema) }),
  v.object({ result: v.picklist(['sold-out', 'expired', 'sign-in']) }),
  v.object({ result: v.literal('not-open'), opensAt: v.nullable(timeSchema) }),
  /** `needs` is what is still missing; for `watch` the seconds still to go. */
  v.object({ result: v.literal('ineligible'), needs: couponConditionSchema }),
]);
export type ClaimAnswer = v.InferOutput<typeof claimAnswerSchema>;
