import * as v from 'valibot';

/** Which requests. `segment` is every piece of media, the initialization segments among them. */
export type Target = 'master' | 'playlist' | 'segment' | 'all';

/** What a fault does where its command says nothing else. */
interface Manner {
  on: Target;
  /** Answered with this status. */
  status?: number;
  /** It befalls so many segments, each of them for good, rather than so many requests. */
  segments?: number;
  /** It happens to the stream once, rather than to requests. */
  event?: true;
}

/** Every fault by its name. */
export const faults = {
  forbidden: { on: 'all', status: 403 },
  'not-found': { on: 'all', status: 404 },
  unavailable: { on: 'all', status: 503 },
  reset: { on: 'all' },
  hang: { on: 'all' },
  slow: { on: 'segment' },
  'wrong-type': { on: 'all' },
  'master-gone': { on: 'master', status: 404 },
  'rendition-gone': { on: 'all', status: 404 },
  'missing-segment': { on: 'segment', status: 404, segments: 1 },
  'truncated-segment': { on: 'segment', segments: 1 },
  'corrupt-segment': { on: 'segment', segments: 1 },
  'frozen-playlist': { on: 'playlist' },
  'end-list': { on: 'playlist' },
  'clock-skew': { on: 'playlist' },
  'sequence-restart': { on: 'all', event: true },
  discontinuity: { on: 'all', event: true },
  'encoder-drop': { on: 'all', event: true },
  'codec-change': { on: 'all', event: true },
  'expired-token': { on: 'all', event: true },
} as const satisfies Record<string, Manner>;

export type FaultKind = keyof typeof faults;

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));
const whole = v.pipe(v.number(), v.integer());

const wish = v.strictObject({
  kind: v.picklist(Object.keys(faults) as FaultKind[]),
  on: v.optional(v.picklist(['master', 'playlist', 'segment', 'all'])),
  rendition: v.optional(v.string()),
  seconds: v.optional(seconds),
  times: v.optional(v.pipe(whole, v.minValue(1))),
  status: v.optional(v.pipe(whole, v.minValue(400), v.maxValue(599))),
  bytesPerSecond: v.optional(v.pipe(whole, v.minValue(1))),
  skewSeconds: v.optional(v.pipe(v.number(), v.minValue(-86_400), v.maxValue(86_400))),
});

/** The command for a fault. What is left out has a default of its kind. */
export interface FaultWish {
  kind: FaultKind;
  on?: Target | undefined;
  /** Only this rendition's playlist and segments. Default: all. */
  rendition?: string | undefined;
  /** How long it lasts; of `encoder-drop`, how long nothing is made (default 8). Default: until it is lifted. */
  seconds?: number | undefined;
  /** How many requests it befalls; of the faults of segments, how many segments (default 1). Default: every one. */
  times?: number | undefined;
  /** In place of the kind's own status. */
  status?: number | undefined;
  /** Of `slow`. Default 10000. */
  bytesPerSecond?: number | undefined;
  /** Of `clock-skew`: how far ahead of the truth the dates are. Default 3600. */
  skewSeconds?: number | undefined;
}

/** A command that makes no sense; `message` says what to write instead. */
export class FaultWishError extends Error {
  override name = 'FaultWishError';
}

export function readFaultWish(value: unknown): FaultWish {
  const read = v.safeParse(wish, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = v.getDotPath(issue);
  throw new FaultWishError(place ? `${place}: ${issue.message}` : issue.message);
}

export const mannerOf = (kind: FaultKind): Manner => faults[kind];
