import * as v from 'valibot';
import { commentSchema, speakerSchema } from './comment.js';
import { limits } from './limits.js';
import { questionSchema } from './talk.js';
import { countSchema, idSchema, shortText, timeSchema } from './text.js';

// In a file of their own: viewers' pages know nothing of them.

/** A viewer as far as the room knew them. */
const someoneSchema = v.object({
  id: idSchema,
  name: v.optional(shortText(limits.nameLength)),
  guest: v.optional(countSchema),
});

export const muteSchema = v.object({
  viewer: someoneSchema,
  /** Server time, ms; null: until it is taken back. */
  until: v.nullable(timeSchema),
  /** The viewer does not know. */
  shadow: v.boolean(),
});
export type ViewerMute = v.InferOutput<typeof muteSchema>;

export const reportSchema = v.object({
  comment: commentSchema,
  /** Viewers who reported it. */
  count: countSchema,
  reasons: v.array(v.string()),
});
export type CommentReport = v.InferOutput<typeof reportSchema>;

/** What staff did, or were told. `data` is as the command of that name leaves it; see docs/protocol. */
export const trailEntrySchema = v.object({
  seq: v.pipe(countSchema, v.minValue(1)),
  at: timeSchema,
  type: v.string(),
  /** Who did it; absent: nobody, the room itself. */
  by: v.optional(speakerSchema),
  data: v.looseObject({
    comment: v.optional(v.nullable(commentSchema)),
    comments: v.optional(v.array(commentSchema)),
    viewer: v.optional(someoneSchema),
    question: v.optional(questionSchema),
  }),
});
export type TrailEntry = v.InferOutput<typeof trailEntrySchema>;

/** The answer to `GET …/moderation`: what staff alone know of a room. */
export const moderationSchema = v.object({
  v: v.literal(1),
  room: idSchema,
  epoch: idSchema,
  /** Head of the staff's log. */
  seq: countSchema,
  /** Comments that wait, oldest first. */
  held: v.array(commentSchema),
  /** Most reported first. */
  reports: v.array(reportSchema),
  mutes: v.array(muteSchema),
  /** The room's own word list. */
  words: v.array(v.string()),
  /** Open questions, most asked first, those asked once among them. */
  questions: v.array(questionSchema),
  /** The newest entries of the trail, newest last. */
  entries: v.array(trailEntrySchema),
  /** Server time, ms. */
  now: timeSchema,
});
export type Moderation = v.InferOutput<typeof moderationSchema>;
