import * as v from 'valibot';
import { limits } from './limits.js';
import { moneySchema } from './money.js';
import { countSchema, idSchema, shortText, timeSchema } from './text.js';

// In a file of its own: only who looks at figures parses them.

/** How a link was passed on, as far as a page can know: what was opened, not whether anything was sent. */
export const shareViaSchema = v.picklist([
  // The app's own: its card, the guide to its menu, its native ways.
  ...(['card', 'guide', 'mini-program', 'wecom'] as const),
  ...(['web', 'copy', 'text', 'poster', 'code'] as const),
  ...(['line', 'whatsapp', 'telegram', 'x', 'kakao', 'other'] as const),
]);
export type ShareVia = v.InferOutput<typeof shareViaSchema>;

/** Sums, one for each currency. */
const sumsSchema = v.array(moneySchema);
const soldSchema = v.object({ orders: countSchema, sales: sumsSchema });

/** What one link has brought. `direct`: of whom it brought itself; `assisted`: of whom those brought in turn. */
const broughtSchema = v.object({
  /** Openings; a viewer's within half an hour count once. */
  visits: countSchema,
  /** Viewers who had not been here before. */
  newViewers: countSchema,
  direct: soldSchema,
  assisted: soldSchema,
});

/** One who passes the room on. */
export const sharerSchema = v.object({
  /** Their share's id. */
  share: idSchema,
  /** Only of who agreed to be named, and of guides. */
  name: v.optional(shortText(limits.nameLength)),
  /** The guide's id; absent: a viewer. */
  guide: v.optional(idSchema),
  depth: countSchema,
  ...broughtSchema.entries,
});
export type Sharer = v.InferOutput<typeof sharerSchema>;

/** `GET …/report`: what came of a show, for its staff. */
export const roomReportSchema = v.object({
  v: v.literal(1),
  room: idSchema,
  /** Server time, ms. */
  at: timeSchema,
  viewers: countSchema,
  visits: countSchema,
  sharers: countSchema,
  /** New viewers who came by a link, for each sharer (K). */
  perSharer: v.number(),
  /** Via → how often it was opened. Intents, not shares: no app tells what was sent. */
  intents: v.record(v.string(), countSchema),
  orders: countSchema,
  sales: sumsSchema,
  /** What was given back of it. */
  refunds: sumsSchema,
  /** Orders of viewers whom somebody brought. */
  referred: soldSchema,
  /** New viewers by how far they are from who began: index 0 is depth 1, the last one is all that is deeper. */
  depths: v.pipe(v.array(countSchema), v.maxLength(limits.shareDepth)),
  /** Those who brought most new viewers first. */
  top: v.pipe(v.array(sharerSchema), v.maxLength(limits.boardRows)),
  groups: v.array(
    v.object({
      group: idSchema,
      /** As the shop calls it; absent: it has not said. */
      name: v.optional(shortText(limits.titleLength)),
      visits: countSchema,
      newViewers: countSchema,
      sold: soldSchema,
    }),
  ),
  channels: v.array(v.object({ via: v.string(), visits: countSchema, newViewers: countSchema })),
  /** In spans of five minutes, oldest first; those in which nothing was are left out. */
  times: v.array(
    v.object({ at: timeSchema, visits: countSchema, intents: countSchema, orders: countSchema }),
  ),
});
export type RoomReport = v.InferOutput<typeof roomReportSchema>;

/** One link of the chain (`GET …/chain`): who brought whom, by pseudonyms. */
export const chainRowSchema = v.object({
  share: idSchema,
  /** The share by which its sharer had come. */
  parent: v.optional(idSchema),
  guide: v.optional(idSchema),
  depth: countSchema,
  at: timeSchema,
  ...broughtSchema.entries,
});
export type ChainRow = v.InferOutput<typeof chainRowSchema>;
export const chainPageSchema = v.object({
  v: v.literal(1),
  rows: v.array(chainRowSchema),
  /** Where the next page begins; absent: this was the last. */
  after: v.optional(countSchema),
});
export type ChainPage = v.InferOutput<typeof chainPageSchema>;

/** `GET …/guide`: what a member of staff sees of their own. */
export const guideReportSchema = v.object({
  v: v.literal(1),
  at: timeSchema,
  guide: v.object({ id: idSchema, name: shortText(limits.nameLength), code: v.optional(v.string()) }),
  share: idSchema,
  /** Viewers who are bound to this guide now. */
  bound: countSchema,
  intents: countSchema,
  ...broughtSchema.entries,
  refunds: sumsSchema,
  /** Where they stand among the shop's tiers; absent: the shop has none. */
  tier: v.optional(
    v.object({
      name: v.string(),
      /** Of 10,000. */
      rateBp: countSchema,
      /** Net sales that count for it. */
      counted: moneySchema,
      /** As the server has worked it out; the page only shows it. */
      commission: moneySchema,
      next: v.optional(v.object({ name: v.string(), rateBp: countSchema, from: moneySchema })),
    }),
  ),
});
export type GuideReport = v.InferOutput<typeof guideReportSchema>;

/** `GET …/board`: who brought most, for everybody to see. */
export const shareBoardSchema = v.object({
  v: v.literal(1),
  at: timeSchema,
  rows: v.pipe(
    v.array(
      v.object({
        rank: countSchema,
        /** Only with their consent. */
        name: v.optional(shortText(limits.nameLength)),
        /** The newest of their shares that was passed on. */
        share: idSchema,
        /** What else their links may carry, by which a viewer's own row is known: of the links they opened last, and those passed on before. */
        also: v.optional(v.pipe(v.array(idSchema), v.maxLength(limits.boardShares))),
        newViewers: countSchema,
      }),
    ),
    v.maxLength(limits.boardRows),
  ),
});
export type ShareBoard = v.InferOutput<typeof shareBoardSchema>;
