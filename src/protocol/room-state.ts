import * as v from 'valibot';
import { commentSchema } from './comment.js';
import { couponSchema } from './coupon.js';
import { limits } from './limits.js';
import { pinSchema, productSchema } from './product.js';
import { saleFiguresSchema, saleSchema } from './sale.js';
import { answeredSchema, questionSchema, talkSchema } from './talk.js';
import { countSchema, idSchema, localTextSchema, timeSchema, urlSchema } from './text.js';

/** `interrupted`: the host was lost; `replay`: over, and the recording runs. */
export const phaseSchema = v.picklist(['warmup', 'live', 'paused', 'interrupted', 'ended', 'replay']);
export type Phase = v.InferOutput<typeof phaseSchema>;

export const hostSchema = v.object({
  name: localTextSchema(limits.nameLength),
  avatar: v.optional(urlSchema),
  /** Certified merchant. */
  verified: v.optional(v.boolean()),
  /** Who has verified them; absent: the room's operator. */
  verifiedBy: v.optional(localTextSchema(limits.titleLength)),
});

export const streamSchema = v.object({ src: urlSchema, poster: v.optional(urlSchema) });
export type Stream = v.InferOutput<typeof streamSchema>;

export const shareSchema = v.object({
  title: v.optional(localTextSchema(limits.titleLength)),
  text: v.optional(localTextSchema(limits.textLength)),
  picture: v.optional(urlSchema),
  /** The page to pass on; absent: the page the viewer is on. */
  url: v.optional(urlSchema),
  /** Titles by what is on: `warmup`, `live`, `pinned`, `replay`. `{title}`, `{host}`, `{product}`, `{price}` are filled in. */
  titles: v.optional(v.record(v.string(), localTextSchema(limits.titleLength))),
});
export type Share = v.InferOutput<typeof shareSchema>;

/** Checked by the server when it is written; a viewer's page reads it when it needs it. */
export const aroundDataSchema = v.optional(v.record(v.string(), v.unknown()));

/** Everything about a room that its log determines. The fold of the log is exactly this. */
export const roomStateSchema = v.object({
  title: localTextSchema(limits.titleLength),
  host: hostSchema,
  stream: v.nullable(streamSchema),
  share: shareSchema,
  phase: phaseSchema,
  /** When the show is announced for, ms. */
  startsAt: v.nullable(timeSchema),
  notice: v.nullable(localTextSchema(limits.textLength)),
  /** In shelf order. */
  products: v.pipe(v.array(productSchema), v.maxLength(limits.products)),
  /** Newest first. */
  pins: v.pipe(v.array(pinSchema), v.maxLength(limits.pins)),
  coupons: v.pipe(v.array(couponSchema), v.maxLength(limits.coupons)),
  sales: v.optional(v.pipe(v.array(saleSchema), v.maxLength(limits.sales)), []),
  /** Ids of comments taken down, newest last. */
  redacted: v.array(idSchema),
  talk: v.optional(talkSchema, { mode: 'open', slowSeconds: 0 }),
  pinnedComment: v.optional(v.nullable(commentSchema), null),
  /** Newest last. */
  answers: v.optional(v.array(answeredSchema), []),
  /** What stands around the show, as around.ts has it: read by what shows it. */
  around: aroundDataSchema,
});
export type RoomState = v.InferOutput<typeof roomStateSchema>;

/** A place in the log: `seq` counts 1, 2, 3 … within one incarnation of the store, its `epoch`. */
export const positionSchema = v.object({ epoch: idSchema, seq: countSchema });
export type Position = v.InferOutput<typeof positionSchema>;

/** The room as it stands at a position. */
export const snapshotSchema = v.object({
  v: v.literal(1),
  room: idSchema,
  epoch: idSchema,
  seq: countSchema,
  at: timeSchema,
  state: roomStateSchema,
  comments: v.pipe(v.array(commentSchema), v.maxLength(limits.recentComments)),
  online: countSchema,
  commentCount: v.optional(countSchema),
  /** Coupon id → how many are left. */
  left: v.optional(v.record(idSchema, countSchema), {}),
  /** Sale id → how it stands. */
  sales: v.optional(v.record(idSchema, saleFiguresSchema)),
  /** Likes given in this room so far. */
  likes: v.optional(countSchema),
  /** Open questions, most asked first. */
  asked: v.optional(v.pipe(v.array(questionSchema), v.maxLength(limits.questions))),
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;
