import * as v from 'valibot';
import { claimSchema, couponConditionSchema } from './coupon.js';
import { commentSchema, speakerSchema } from './comment.js';
import { limits } from './limits.js';
import { countSchema, idSchema, localTextSchema, timeSchema } from './text.js';

/** What viewers may ask. */
export const viewerCommandSchemas = {
  /** The text is cleaned and measured by the server; the length here only keeps out nonsense. */
  'comment.send': v.object({ type: v.literal('comment.send'), text: v.pipe(v.string(), v.maxLength(2000)) }),
  'coupon.claim': v.object({ type: v.literal('coupon.claim'), couponId: idSchema }),
} as const;

const mediaAt = v.optional(timeSchema);

/** What only the host and the host's assistants may ask. */
export const hostCommandSchemas = {
  /** live, paused, ended; from `ended` back to `live` takes the end back. */
  'phase.set': v.object({
    type: v.literal('phase.set'),
    phase: v.picklist(['live', 'paused', 'ended']),
    mediaAt,
  }),
  'pin.add': v.object({ type: v.literal('pin.add'), productId: idSchema, mediaAt }),
  'pin.remove': v.object({ type: v.literal('pin.remove'), productId: idSchema, mediaAt }),
  /** `inSeconds` announces the opening ahead. Default 0: at once. */
  'coupon.open': v.object({
    type: v.literal('coupon.open'),
    couponId: idSchema,
    inSeconds: v.optional(v.pipe(countSchema, v.maxValue(3600)), 0),
    mediaAt,
  }),
  'coupon.stop': v.object({ type: v.literal('coupon.stop'), couponId: idSchema, mediaAt }),
  'notice.set': v.object({
    type: v.literal('notice.set'),
    notice: v.nullable(localTextSchema(limits.textLength)),
    mediaAt,
  }),
  'comment.hide': v.object({ type: v.literal('comment.hide'), commentId: idSchema, mediaAt }),
  /** Pieces left, or null: not counted. */
  'stock.set': v.object({
    type: v.literal('stock.set'),
    productId: idSchema,
    stock: v.nullable(countSchema),
    mediaAt,
  }),
} as const;

export const commandSchemas = { ...viewerCommandSchemas, ...hostCommandSchemas } as const;
export type CommandType = keyof typeof commandSchemas;
export type Command = { [T in CommandType]: v.InferInput<(typeof commandSchemas)[T]> }[CommandType];
/** A command as parsed: defaults filled in. */
export type ParsedCommand = { [T in CommandType]: v.InferOutput<(typeof commandSchemas)[T]> }[CommandType];
export type HostCommand = Extract<Command, { type: keyof typeof hostCommandSchemas }>;

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

/** What each command is answered with, beside `now`. */
export const answerSchemas = {
  'comment.send': v.object({ comment: commentSchema }),
  'coupon.claim': claimAnswerSchema,
} as const;
/** Host commands answer with their place in the log; `seq` is null where nothing had to change. */
export const hostAnswerSchema = v.object({ seq: v.nullable(countSchema) });

export type AnswerOf<T extends CommandType> = T extends keyof typeof answerSchemas
  ? v.InferOutput<(typeof answerSchemas)[T]>
  : v.InferOutput<typeof hostAnswerSchema>;

/** The answer to `POST …/session`. */
export const sessionSchema = v.object({
  /** Bearer token for commands in this room. */
  token: v.string(),
  expiresAt: timeSchema,
  /** For anonymous viewers: hand it in next time to be the same one again. */
  resume: v.optional(v.string()),
  viewer: speakerSchema,
  /** Coupons this viewer holds in this room. */
  claims: v.array(claimSchema),
  /** Server time, ms. */
  now: timeSchema,
});
export type Session = v.InferOutput<typeof sessionSchema>;

/** Every refusal has this body. */
export const errorBodySchema = v.object({
  error: v.object({
    code: v.string(),
    number: v.number(),
    /** English, for developers: what to do. */
    message: v.string(),
    path: v.optional(v.string()),
    retryAfterMs: v.optional(v.number()),
  }),
});
