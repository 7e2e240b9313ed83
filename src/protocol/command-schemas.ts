import * as v from 'valibot';
import { aroundSchema } from './around.js';
import { limits } from './limits.js';
import { priceSchema } from './money.js';
import { productSchema } from './product.js';
import { shareViaSchema } from './referral.js';
import { streamSchema } from './room-state.js';
import { staffLimits } from './staff-limits.js';
import { talkSchema } from './talk.js';
import { countSchema, idSchema, localTextSchema, timeSchema } from './text.js';

// In a file of their own: a page sends commands and never parses one, so its bundle leaves them out.

/** The text is cleaned and measured by the server; the length here only keeps out nonsense. */
const wordsSchema = v.pipe(v.string(), v.maxLength(2000));

const piecesSchema = {
  saleId: idSchema,
  variantId: v.optional(idSchema),
  quantity: v.optional(v.pipe(countSchema, v.minValue(1), v.maxValue(limits.perViewer)), 1),
};

/** What viewers may ask. */
export const viewerCommandSchemas = {
  'comment.send': v.object({
    type: v.literal('comment.send'),
    text: wordsSchema,
    /** Id of the comment it answers to; the server fills in the quote. */
    replyTo: v.optional(idSchema),
    /** The product it asks about. */
    productId: v.optional(idSchema),
  }),
  'comment.report': v.object({
    type: v.literal('comment.report'),
    commentId: idSchema,
    reason: v.picklist(['spam', 'abuse', 'fraud', 'other']),
  }),
  /** Taps gathered by the page. */
  'reaction.send': v.object({
    type: v.literal('reaction.send'),
    kind: v.literal('like'),
    count: v.pipe(countSchema, v.minValue(1), v.maxValue(limits.reactions)),
  }),
  /** "Me too" (同问): counts once for a viewer and question. */
  'question.join': v.object({ type: v.literal('question.join'), questionId: idSchema }),
  /** Going to buy: told to the others as a figure, at most once a minute and viewer. */
  'product.intent': v.object({ type: v.literal('product.intent'), productId: idSchema }),
  'coupon.claim': v.object({ type: v.literal('coupon.claim'), couponId: idSchema }),
  /** Keeps pieces of a flash sale for this viewer, for `holdSeconds`. */
  'sale.reserve': v.object({ type: v.literal('sale.reserve'), ...piecesSchema }),
  /** Stands in line for what may come back; keeps it at once where some is free. */
  'sale.wait': v.object({ type: v.literal('sale.wait'), ...piecesSchema }),
  /** Gives back what is kept and not ordered, and the place in the line. */
  'sale.release': v.object({ type: v.literal('sale.release'), saleId: idSchema }),
  /** A way of passing the room on was opened. From then on this viewer's share (`share` of the session) is known. */
  'share.intend': v.object({
    type: v.literal('share.intend'),
    via: shareViaSchema,
    productId: v.optional(idSchema),
  }),
  /** Whether this viewer's name may stand on the board of sharers. */
  'share.show': v.object({ type: v.literal('share.show'), name: v.boolean() }),
  /** Forgets who this viewer is in the chain of shares, on the board and among the reminded. What was counted stays counted. */
  'share.erase': v.object({ type: v.literal('share.erase') }),
  /** To be reminded of the show, or not any more. */
  'reminder.set': v.object({ type: v.literal('reminder.set'), on: v.boolean() }),
  /** Which code of a contact is this viewer's to scan. */
  'contact.open': v.object({ type: v.literal('contact.open'), contactId: idSchema }),
} as const;

const mediaAt = v.optional(timeSchema);
const idsSchema = v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(staffLimits.standings));
const forbiddenSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(staffLimits.wordLength))),
  v.maxLength(staffLimits.wordsChanged),
);

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
  /** Takes back a `comment.hide` or a `comment.reject`. */
  'comment.restore': v.object({ type: v.literal('comment.restore'), commentId: idSchema, mediaAt }),
  /** Puts a comment above the stream; null takes it down. */
  'comment.pin': v.object({ type: v.literal('comment.pin'), commentId: v.nullable(idSchema), mediaAt }),
  /** Lets in what is held. */
  'comment.approve': v.object({ type: v.literal('comment.approve'), commentIds: idsSchema, mediaAt }),
  'comment.reject': v.object({ type: v.literal('comment.reject'), commentIds: idsSchema, mediaAt }),
  /** What is not named stays as it is. */
  'talk.set': v.object({
    type: v.literal('talk.set'),
    mode: v.optional(talkSchema.entries.mode),
    slowSeconds: v.optional(talkSchema.entries.slowSeconds),
    mediaAt,
  }),
  /** The room's own word list. A word that begins with `~` is found with anything but letters and digits in between. */
  'words.change': v.object({
    type: v.literal('words.change'),
    add: v.optional(forbiddenSchema, []),
    remove: v.optional(forbiddenSchema, []),
    mediaAt,
  }),
  /** For so many seconds; null: until it is taken back. `shadow`: without letting the viewer know. */
  'viewer.mute': v.object({
    type: v.literal('viewer.mute'),
    viewerId: idSchema,
    seconds: v.nullable(v.pipe(countSchema, v.minValue(1), v.maxValue(staffLimits.muteSeconds))),
    shadow: v.optional(v.boolean(), false),
    mediaAt,
  }),
  'viewer.unmute': v.object({ type: v.literal('viewer.unmute'), viewerId: idSchema, mediaAt }),
  /** One answer for all who asked. Given again, it replaces the one before. */
  'question.answer': v.object({
    type: v.literal('question.answer'),
    questionId: idSchema,
    text: wordsSchema,
    mediaAt,
  }),
  'question.dismiss': v.object({ type: v.literal('question.dismiss'), questionId: idSchema, mediaAt }),
  /** Takes back a `question.dismiss`. */
  'question.reopen': v.object({ type: v.literal('question.reopen'), questionId: idSchema, mediaAt }),
  /** Pieces left, or null: not counted. */
  'stock.set': v.object({
    type: v.literal('stock.set'),
    productId: idSchema,
    variantId: v.optional(idSchema),
    stock: v.nullable(countSchema),
    mediaAt,
  }),
  'price.set': v.object({
    type: v.literal('price.set'),
    productId: idSchema,
    variantId: v.optional(idSchema),
    price: priceSchema,
    mediaAt,
  }),
  /** Puts a product on the shelf or replaces the one with its id. Absent: number, the next one free; index, the end. */
  'shelf.put': v.object({
    type: v.literal('shelf.put'),
    product: v.object({
      ...productSchema.entries,
      number: v.optional(productSchema.entries.number),
    }),
    index: v.optional(countSchema),
    mediaAt,
  }),
  'shelf.remove': v.object({ type: v.literal('shelf.remove'), productId: idSchema, mediaAt }),
  'shelf.move': v.object({
    type: v.literal('shelf.move'),
    productId: idSchema,
    index: countSchema,
    mediaAt,
  }),
  /** `inSeconds` announces the opening ahead. Default 0: at once. */
  'sale.open': v.object({
    type: v.literal('sale.open'),
    saleId: idSchema,
    inSeconds: v.optional(v.pipe(countSchema, v.maxValue(3600)), 0),
    mediaAt,
  }),
  'sale.stop': v.object({ type: v.literal('sale.stop'), saleId: idSchema, mediaAt }),
  /** What stands around the show, as a whole. */
  'around.set': v.object({ type: v.literal('around.set'), around: aroundSchema, mediaAt }),
} as const;

export const commandSchemas = { ...viewerCommandSchemas, ...hostCommandSchemas } as const;
export type CommandType = keyof typeof commandSchemas;
export type Command = { [T in CommandType]: v.InferInput<(typeof commandSchemas)[T]> }[CommandType];
/** A command as parsed: defaults filled in. */
export type ParsedCommand = { [T in CommandType]: v.InferOutput<(typeof commandSchemas)[T]> }[CommandType];
export type HostCommand = Extract<Command, { type: keyof typeof hostCommandSchemas }>;
