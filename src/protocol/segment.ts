import * as v from 'valibot';
import { commentSchema } from './comment.js';
import type { ControlEvent, SkippedEvent } from './control-events.js';
import { limits } from './limits.js';
import { parse } from './parse.js';
import { parseControl } from './parse-control.js';
import { snapshotSchema } from './room-state.js';
import { saleFiguresSchema } from './sale.js';
import { happeningSchema, questionSchema } from './talk.js';
import { countSchema, idSchema, timeSchema, urlSchema } from './text.js';

// In a file of its own: a page that hears its room by events never parses one, so its first file leaves it out.

/** Most comments one segment carries: twenty a second in all, at the usual length of four. */
export const SEGMENT_COMMENTS = 100;

/** A file beside another one, or below it. */
const fileSchema = v.pipe(
  v.string(),
  v.maxLength(limits.urlLength),
  v.regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/),
);
const durationSchema = v.pipe(countSchema, v.minValue(100), v.maxValue(60_000));

/** Where a room that is sent as files stands: what to ask for next, and how. */
export const headSchema = v.object({
  v: v.literal(1),
  room: idSchema,
  epoch: idSchema,
  /** Of the segments from now on; older editions keep their addresses. */
  edition: countSchema,
  /** The first segment there is, and the newest. */
  first: countSchema,
  n: countSchema,
  /** Segment `n` is of the server's time from `n * durationMs` on, ms. */
  durationMs: durationSchema,
  /** Whether newcomers are to open the feed, or to ask for segments. */
  mode: v.picklist(['feed', 'segments']),
  /** Between two looks at this file, ms. */
  pollMs: v.pipe(countSchema, v.minValue(100)),
  /** The newest window snapshot, relative to this file. */
  snapshot: fileSchema,
  /** One viewer in `oneIn` says every `everyMs` that they are here, so that a room behind a cache can count. */
  presence: v.optional(
    v.object({
      everyMs: v.pipe(countSchema, v.minValue(100)),
      oneIn: v.pipe(countSchema, v.minValue(1)),
    }),
  ),
  /** Server time, ms; a cache may have kept it for a while. */
  now: timeSchema,
});
export type Head = v.InferOutput<typeof headSchema>;

/** All that happened in one window of the server's time. Sealed: it never changes, whoever made it. */
export const segmentSchema = v.object({
  v: v.literal(1),
  room: idSchema,
  epoch: idSchema,
  edition: countSchema,
  /** Edition to ask for the next one with. */
  next: countSchema,
  n: countSchema,
  /** The window, ms: from here, and up to but not including there. */
  from: timeSchema,
  to: timeSchema,
  /** Place in the log before the window, and at its end: the events are all those in between. */
  after: countSchema,
  seq: countSchema,
  events: v.array(v.unknown()),
  comments: v.optional(v.pipe(v.array(commentSchema), v.maxLength(SEGMENT_COMMENTS)), []),
  /** Comments of this window that were counted but not carried. */
  more: v.optional(countSchema, 0),
  /** These are totals at the end of the window; absent where nobody was there to count. */
  commentCount: v.optional(countSchema),
  likes: v.optional(countSchema),
  online: v.optional(countSchema),
  /** Coupon id → how many are left, for all. */
  left: v.optional(v.record(idSchema, countSchema), {}),
  /** Sale id → how it stands, for all. */
  sales: v.optional(v.record(idSchema, saleFiguresSchema)),
  asked: v.optional(v.pipe(v.array(questionSchema), v.maxLength(limits.questions))),
  happened: v.optional(v.array(happeningSchema)),
});

export interface Segment extends Omit<v.InferOutput<typeof segmentSchema>, 'events'> {
  events: (ControlEvent | SkippedEvent)[];
}

/** The room at the beginning of window `n`: a snapshot whose bytes never change. */
export const windowSnapshotSchema = v.object({ ...snapshotSchema.entries, n: countSchema });
export type WindowSnapshot = v.InferOutput<typeof windowSnapshotSchema>;

/** A room kept as a folder of files: `room.json`. Addresses are relative to it. */
export const recordingSchema = v.object({
  v: v.literal(1),
  recording: v.literal(true),
  room: idSchema,
  epoch: idSchema,
  durationMs: durationSchema,
  /** Place in the log that the recording reaches. */
  seq: countSchema,
  /** Server time of its first and its last segment, ms; the same: there are none. */
  from: timeSchema,
  to: timeSchema,
  /** The room as it was at the end. */
  snapshot: fileSchema,
  /** The log, as pages of history in their order. */
  log: v.pipe(v.array(fileSchema), v.minLength(1)),
  /** Folder of the segments `<n>.json`. */
  segments: fileSchema,
  /** What relative addresses in the room's state are relative to. Default: `room.json` itself. */
  base: v.optional(urlSchema),
  /** False: the show was still going on when this was written. */
  complete: v.boolean(),
});
export type Recording = v.InferOutput<typeof recordingSchema>;

export const parseHead = (value: unknown): Head => parse(headSchema, value);
export const parseWindowSnapshot = (value: unknown): WindowSnapshot => parse(windowSnapshotSchema, value);
export const parseRecording = (value: unknown): Recording => parse(recordingSchema, value);

/** A segment; its events are parsed one by one, as those of a feed are. */
export function parseSegment(value: unknown): Segment {
  const segment = parse(segmentSchema, value);
  return { ...segment, events: segment.events.map(parseControl) };
}
