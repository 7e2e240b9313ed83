import * as v from 'valibot';
import { limits } from './limits.js';
import { idSchema, shortText, timeSchema } from './text.js';

export const roleSchema = v.picklist(['viewer', 'assistant', 'host']);
export type Role = v.InferOutput<typeof roleSchema>;

/** Who speaks: a pseudonym of this room. Without a name the page says "Guest" and the number. */
export const speakerSchema = v.object({
  id: idSchema,
  role: roleSchema,
  name: v.optional(shortText(limits.nameLength)),
  guest: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});
export type Speaker = v.InferOutput<typeof speakerSchema>;

/** What a comment answers to, as it stood then: its beginning, so that it can be read where the whole is gone. */
export const quoteSchema = v.object({
  id: idSchema,
  from: speakerSchema,
  text: shortText(limits.quoteLength),
});
export type Quote = v.InferOutput<typeof quoteSchema>;

/** One line of the room. `text` is plain text, already cleaned by the server, and is never markup. */
export const commentSchema = v.object({
  id: idSchema,
  from: speakerSchema,
  text: shortText(limits.commentLength),
  at: timeSchema,
  replyTo: v.optional(quoteSchema),
  /** The product it asks about. */
  productId: v.optional(idSchema),
  /** Made by a simulated audience, and marked so on screen. */
  simulated: v.optional(v.boolean()),
});
export type Comment = v.InferOutput<typeof commentSchema>;
