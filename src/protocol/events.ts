import * as v from 'valibot';
import { commentSchema } from './comment.js';
import { limits } from './limits.js';
import { saleFiguresSchema } from './sale.js';
import { happeningSchema, questionSchema } from './talk.js';
import { countSchema, idSchema, timeSchema } from './text.js';

/** What surrounds every control event. */
export const envelopeSchema = v.object({
  v: v.literal(1),
  room: idSchema,
  epoch: idSchema,
  seq: v.pipe(countSchema, v.minValue(1)),
  /** Server time, ms, never going back within an epoch. */
  at: timeSchema,
  /** The media time at which the host did it, ms; absent: `at`. */
  mediaAt: v.optional(timeSchema),
  type: v.string(),
  data: v.unknown(),
});

/** The ambience plane, twice a second: sampled comments, and totals rather than deltas, so a lost tick costs nothing. */
export const tickSchema = v.object({
  v: v.literal(1),
  epoch: idSchema,
  /** Head of the log, so that a client whose last events were lost finds out. */
  seq: countSchema,
  at: timeSchema,
  online: countSchema,
  comments: v.optional(v.pipe(v.array(commentSchema), v.maxLength(limits.recentComments)), []),
  /** Comments of this tick that were counted but not carried. */
  more: v.optional(countSchema, 0),
  /** Comments accepted in this room so far. */
  commentCount: v.optional(countSchema),
  /** Coupon id → how many are left, for those that changed. */
  left: v.optional(v.record(idSchema, countSchema), {}),
  /** Sale id → how it stands, for those that changed. */
  sales: v.optional(v.record(idSchema, saleFiguresSchema)),
  /** Likes given in this room so far. */
  likes: v.optional(countSchema),
  /** Open questions that were asked again, most asked first. */
  asked: v.optional(v.pipe(v.array(questionSchema), v.maxLength(limits.questions))),
  happened: v.optional(v.array(happeningSchema)),
});
export type Tick = v.InferOutput<typeof tickSchema>;

/** The first event of a connection: whether the log goes on where the client stood, and if not, why not. */
export const helloSchema = v.object({
  v: v.literal(1),
  room: idSchema,
  epoch: idSchema,
  /** Head of the log. */
  seq: countSchema,
  /** Server time, ms. */
  at: timeSchema,
  outcome: v.picklist(['recovered', 'snapshot']),
  reason: v.optional(v.picklist(['first', 'epoch', 'gap', 'ahead'])),
});
export type Hello = v.InferOutput<typeof helloSchema>;
