import * as v from 'valibot';
import { claimAnswerSchema, claimSchema } from './coupon.js';
import type { CommandType } from './command-schemas.js';
import { commentSchema, speakerSchema } from './comment.js';
import { reservationSchema, reserveAnswerSchema, waitSchema } from './reservation.js';
import { countSchema, idSchema, timeSchema } from './text.js';

const nothingSchema = v.object({});

/** What each command is answered with, beside `now`. */
export const answerSchemas = {
  /** `held`: staff have to let it in first; until then only its author sees it. */
  'comment.send': v.object({ comment: commentSchema, held: v.optional(v.literal(true)) }),
  'comment.report': nothingSchema,
  'coupon.claim': claimAnswerSchema,
  'product.intent': nothingSchema,
  /** How many have asked it. */
  'question.join': v.object({ count: countSchema }),
  /** All that were given in this room so far. */
  'sale.reserve': reserveAnswerSchema,
  'sale.wait': reserveAnswerSchema,
  /** Pieces that were given back; 0: there was nothing. */
  'sale.release': v.object({ released: countSchema }),
  'reaction.send': v.object({ likes: countSchema }),
  /** The id that this viewer's links carry. */
  'share.intend': v.object({ share: idSchema }),
  'share.show': nothingSchema,
  'share.erase': nothingSchema,
  'reminder.set': v.object({ reserved: v.boolean() }),
  /** null: none is good any more. */
  'contact.open': v.object({ codeId: v.nullable(idSchema) }),
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
  /** Draws this viewer takes part in: coupon ids. */
  entered: v.optional(v.array(idSchema)),
  /** Pieces of flash sales kept for this viewer, and what they have ordered. */
  reservations: v.optional(v.array(reservationSchema)),
  waits: v.optional(v.array(waitSchema)),
  /** The id that this viewer's links carry (`?qs=`): opaque, and the same as long as they are the same viewer. */
  share: v.optional(idSchema),
  /** Will be reminded of the show. */
  reserved: v.optional(v.boolean()),
  /** The member of the shop's staff that the merchant's token says this is. */
  guide: v.optional(idSchema),
  /** Server time, ms. */
  now: timeSchema,
});
export type Session = v.InferOutput<typeof sessionSchema>;
