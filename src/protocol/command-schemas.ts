import * as v from 'valibot';
import { limits } from './limits.js';
import { streamSchema } from './room-state.js';
import { countSchema, idSchema, localTextSchema, timeSchema } from './text.js';

// In a file of their own: a page sends commands and never parses one, so its bundle leaves them out.

/** What viewers may ask. */
export const viewerCommandSchemas = {
  /** The text is cleaned and measured by the server; the length here only keeps out nonsense. */
  'comment.send': v.object({ type: v.literal('comment.send'), text: v.pipe(v.string(), v.maxLength(2000)) }),
  'coupon.claim': v.object({ type: v.literal('coupon.claim'), couponId: idSchema }),
} as const;

const mediaAt = v.optional(timeSchema);

/** What only the host and the host's assistants may ask. */
export const hostCommandSchemas = {
  /** From `ended` back to `live` takes the end back; to `replay`, the recording is the room's stream from now on. */
  'phase.set': v.object({
    type: v.literal('phase.set'),
    phase: v.picklist(['live', 'paused', 'ended', 'replay']),
    mediaAt,
  }),
  /** What the room plays; null: nothing. A recording is set before the room becomes a replay. */
  'stream.set': v.object({ type: v.literal('stream.set'), stream: v.nullable(streamSchema), mediaAt }),
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
