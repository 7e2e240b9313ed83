import * as v from 'valibot';
import { FaultWishError } from './fault.js';

/** How a stream is served. Set before its first playlist is asked for. */
export interface StreamOptions {
  /** Segments in a playlist. Default 6. */
  windowSegments?: number | undefined;
  /** `ts`: MPEG transport stream segments. Default `fmp4`. */
  form?: 'fmp4' | 'ts' | undefined;
  /** Names of the renditions in the master playlist. Default: all. */
  renditions?: readonly string[] | undefined;
  /** `separate`: sound comes from a playlist of its own, and pictures are silent. Default `muxed`. */
  audio?: 'muxed' | 'separate' | undefined;
  /** Captions in English and Chinese, WebVTT in playlists of their own. Default: none. */
  captions?: boolean | undefined;
  /** Low-Latency HLS: five parts to a segment, playlists and parts that are answered when there is something. Default: no. */
  lowLatency?: boolean | undefined;
  /** Playlists without dates. Default: every segment has its own. */
  undated?: boolean | undefined;
  /** Addresses need a token, which is good for so many seconds. Default: they need none. */
  tokenSeconds?: number | undefined;
}

const options = v.strictObject({
  windowSegments: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(1000))),
  form: v.optional(v.picklist(['fmp4', 'ts'])),
  renditions: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
  audio: v.optional(v.picklist(['muxed', 'separate'])),
  captions: v.optional(v.boolean()),
  lowLatency: v.optional(v.boolean()),
  undated: v.optional(v.boolean()),
  tokenSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(86_400))),
});

/** Throws FaultWishError for what makes no sense. */
export function readStreamOptions(value: unknown): StreamOptions {
  const read = v.safeParse(options, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new FaultWishError(`${v.getDotPath(issue) ?? 'options'}: ${issue.message}`);
}
