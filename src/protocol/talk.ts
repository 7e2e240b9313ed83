import * as v from 'valibot';
import { speakerSchema } from './comment.js';
import { limits } from './limits.js';
import { countSchema, idSchema, shortText, timeSchema } from './text.js';

/** How the room may be talked in. `approval`: what viewers say appears once staff let it in; `staff`: only they speak. */
export const talkSchema = v.object({
  mode: v.picklist(['open', 'approval', 'staff']),
  /** A viewer speaks once in so many seconds; 0: as fast as the server lets anyone. */
  slowSeconds: v.pipe(countSchema, v.maxValue(limits.slowSeconds)),
});
export type Talk = v.InferOutput<typeof talkSchema>;

/** The same question of several viewers, asked `count` times so far. */
export const questionSchema = v.object({
  id: idSchema,
  /** The words of whoever asked first. */
  text: shortText(limits.commentLength),
  count: v.pipe(countSchema, v.minValue(1)),
  productId: v.optional(idSchema),
});
export type Question = v.InferOutput<typeof questionSchema>;

/** A question answered once for all who asked it. It stays with its product. */
export const answeredSchema = v.object({
  question: questionSchema,
  text: shortText(limits.commentLength),
  by: speakerSchema,
  at: timeSchema,
});
export type Answered = v.InferOutput<typeof answeredSchema>;

/** What happened since the tick before, put together: `count` viewers came in, are going to buy, or have bought. */
export const happeningSchema = v.object({
  kind: v.picklist(['came', 'buying', 'bought']),
  count: v.pipe(countSchema, v.minValue(1)),
  /** One of them, if they have a name. */
  name: v.optional(shortText(limits.nameLength)),
  productId: v.optional(idSchema),
});
export type Happening = v.InferOutput<typeof happeningSchema>;
