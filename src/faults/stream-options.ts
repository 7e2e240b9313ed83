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
  /** Addresses need a token, which is good for so many seconds. Default: they need none. */
  tokenSeconds?: number | undefined;
}

const options = v.strictObject({
  windowSegments: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(1000))),
  form: v.optional(v.picklist(['fmp4', 'ts'])),
  renditions: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
  tokenSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(86_400))),
});

/** Throws FaultWishError for what makes no sense. */
export function readStreamOptions(value: unknown): StreamOptions {
  const read = v.safeParse(options, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new FaultWishError(`${v.getDotPath(issue) ?? 'options'}: ${issue.message}`);
}
