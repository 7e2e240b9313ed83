import * as v from 'valibot';
import { commentSchema } from './comment.js';
import { limits } from './limits.js';
import { priceSchema } from './money.js';
import { productSchema } from './product.js';
import { phaseSchema, streamSchema } from './room-state.js';
import { saleFiguresSchema } from './sale.js';
import { showSchema } from './show.js';
import { answeredSchema, happeningSchema, questionSchema, talkSchema } from './talk.js';
import { countSchema, idSchema, localTextSchema, timeSchema } from './text.js';

/** The control plane: what each event carries. Unknown names are skipped by clients, but counted. */
export const controlSchemas = {
  /** The show as a whole: the first event of a log, and again when the merchant changes the show file. */
  'show.load': v.object({ show: showSchema }),
  'room.phase': v.object({ phase: phaseSchema, startsAt: v.optional(v.nullable(timeSchema)) }),
  'room.notice': v.object({ notice: v.nullable(localTextSchema(limits.textLength)) }),
  'room.stream': v.object({ stream: v.nullable(streamSchema) }),
  /** Puts a product on the shelf or replaces the one with its id. Without `index` a new one goes last. */
  'shelf.put': v.object({ product: productSchema, index: v.optional(countSchema) }),
  'shelf.remove': v.object({ productId: idSchema }),
  'shelf.move': v.object({ productId: idSchema, index: countSchema }),
  /** Of one combination, where `variantId` names one. */
  'product.price': v.object({
    productId: idSchema,
    variantId: v.optional(idSchema),
    price: priceSchema,
  }),
  'product.stock': v.object({
    productId: idSchema,
    variantId: v.optional(idSchema),
    stock: v.nullable(countSchema),
  }),
  'pin.add': v.object({ productId: idSchema }),
  'pin.remove': v.object({ productId: idSchema }),
  'coupon.open': v.object({
    couponId: idSchema,
    opensAt: timeSchema,
    closesAt: v.nullable(timeSchema),
    spreadMs: v.optional(countSchema),
    commit: v.optional(v.string()),
  }),
  'coupon.stop': v.object({ couponId: idSchema }),
  /** The last one is gone. Numbers in between travel in the ticks. */
  'coupon.sold-out': v.object({ couponId: idSchema }),
  'coupon.drawn': v.object({
    couponId: idSchema,
    seed: v.string(),
    entries: countSchema,
    cutoff: v.string(),
  }),
  'sale.open': v.object({
    saleId: idSchema,
    opensAt: timeSchema,
    closesAt: v.nullable(timeSchema),
    spreadMs: v.optional(countSchema),
  }),
  'sale.stop': v.object({ saleId: idSchema }),
  /** All have been ordered; or some have come back. Numbers in between travel in the ticks. */
  'sale.sold-out': v.object({ saleId: idSchema, soldOut: v.boolean() }),
  'comment.redact': v.object({ ids: v.array(idSchema) }),
  /** Taken down by mistake: they may be seen again, and come with the event. */
  'comment.restore': v.object({ comments: v.array(commentSchema) }),
  /** Stands above the stream until it is taken down (null). */
  'comment.pin': v.object({ comment: v.nullable(commentSchema) }),
  'room.talk': v.object({ talk: talkSchema }),
  'room.around': v.object({ around: v.record(v.string(), v.unknown()) }),
  'question.answer': v.object({ answered: answeredSchema }),
} as const;

export type ControlType = keyof typeof controlSchemas;
export type ControlData<T extends ControlType = ControlType> = v.InferOutput<(typeof controlSchemas)[T]>;

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

interface EventOf<T extends string, D> {
  v: 1;
  room: string;
  epoch: string;
  seq: number;
  at: number;
  mediaAt?: number | undefined;
  type: T;
  data: D;
}
export type ControlEvent = { [T in ControlType]: EventOf<T, ControlData<T>> }[ControlType];
/** An event of a newer server: it keeps its place in the log and changes nothing. */
export interface SkippedEvent extends EventOf<string, unknown> {
  skipped: true;
}

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
