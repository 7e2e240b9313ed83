import * as v from 'valibot';
import { commentSchema } from './comment.js';
import { limits } from './limits.js';
import { priceSchema } from './money.js';
import { productSchema } from './product.js';
import { phaseSchema, streamSchema } from './room-state.js';
import { showSchema } from './show.js';
import { answeredSchema, talkSchema } from './talk.js';
import { countSchema, idSchema, localTextSchema, timeSchema } from './text.js';

// In a file of their own: a page shows a room by its snapshot, and reads events once there are any.

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
