import type { LoggedRequest } from '../../src/faults/index.js';

/** What page/watch.js has seen. Times are ms since 1970. */
export interface Watched {
  now: number;
  frames: number;
  firstFrameAt: number;
  lastFrameAt: number;
  stalls: { from: number; to: number }[];
  latencies: { at: number; s: number }[];
  said: { at: number; state: string; words: string }[];
  errors: { at: number; code: string; detail?: string }[];
}

export interface Figures {
  /** It had a picture before it was broken, or got one. */
  played: boolean;
  /** The picture moves now. */
  moves: boolean;
  /** How long the picture stood in all, s. */
  stallS: number;
  /** At most 2 s later than it was or than the stream asks of it, and moving. */
  back: boolean;
  /** How long after the end of the outage it was so, s. */
  backS: number | undefined;
  /** Latency before and at the last look, s. */
  latencyS: number | undefined;
  lastLatencyS: number | undefined;
  /** Requests during the outage; in a second of it on average, and at most. */
  requests: number;
  requestsPerSecond: number;
  peak: number;
  /** States and words since it was broken, in order. */
  said: { afterS: number; state: string; words: string }[];
  errors: string[];
}

const LOOP_S = 16;
const LATE_S = 2;
/** So far from its end the stream asks viewers to stay: three of its segments, s. Some begin nearer, and that is luck. */
const TARGET_S = 3;
const ECHO_MS = 100;
/** The picture has moved within this time, ms. */
const MOVING_MS = 600;
/** A picture that moves for so long is there to stay, ms. */
const SETTLED_MS = 1500;

export function measure({
  brokenAt,
  endsAt,
  begun,
  seen,
  requests,
}: {
  brokenAt: number;
  endsAt: number;
  begun: Watched;
  seen: Watched;
  requests: readonly LoggedRequest[];
}): Figures {
  const before = begun.latencies
    .filter(({ at }) => at < brokenAt || brokenAt < begun.firstFrameAt)
    .slice(-10);
  const latencyS = median(before.map(({ s }) => s));
  const moves = seen.lastFrameAt > 0 && seen.now - seen.lastFrameAt < MOVING_MS;
  const open = moves ? [] : [{ from: seen.lastFrameAt || brokenAt, to: seen.now }];
  const stalls = [...seen.stalls, ...open].filter(({ to }) => to > brokenAt);
  const stallS = stalls.reduce((sum, { from, to }) => sum + to - Math.max(from, brokenAt), 0) / 1000;
  const after = seen.latencies.filter(({ at }) => at >= Math.max(endsAt, stalls[stalls.length - 1]?.to ?? 0));
  const where = latencyS === undefined ? undefined : Math.max(latencyS, TARGET_S);
  const late = (s: number) => apart(s, where ?? s) > LATE_S;
  const firstLate = after.map(({ s }) => late(s)).lastIndexOf(true);
  const goodAgain = after[firstLate + 1]?.at;
  const during = asked(requests.filter(({ at }) => at >= brokenAt && at < endsAt));
  const last = seen.latencies[seen.latencies.length - 1]?.s;
  return {
    played: begun.firstFrameAt > 0,
    moves,
    stallS,
    back: moves && goodAgain !== undefined && seen.now - goodAgain > SETTLED_MS,
    backS: goodAgain === undefined ? undefined : Math.max(0, goodAgain - endsAt) / 1000,
    latencyS,
    lastLatencyS: last,
    requests: during.length,
    requestsPerSecond: endsAt > brokenAt ? during.length / ((endsAt - brokenAt) / 1000) : 0,
    peak: Math.max(
      0,
      ...during.map(({ at }) => during.filter(one => one.at >= at && one.at < at + 1000).length),
    ),
    said: seen.said
      .filter(({ at }) => at >= brokenAt)
      .map(({ at, state, words }) => ({ afterS: Math.round((at - brokenAt) / 100) / 10, state, words })),
    errors: seen.errors.map(({ code, detail }) => (detail ? `${code}: ${detail}` : code)),
  };
}

/** How much later the picture is than it was, s; the card tells times that differ by less than half its loop. */
const apart = (now: number, then: number) =>
  ((((now - then + LOOP_S / 2) % LOOP_S) + LOOP_S) % LOOP_S) - LOOP_S / 2;

/** A browser whose connection is cut asks again by itself over the others it keeps: one request to its page. */
function asked(requests: readonly LoggedRequest[]): LoggedRequest[] {
  const echoes = (one: LoggedRequest, other: LoggedRequest) =>
    one.path === other.path && one.at - other.at < ECHO_MS;
  return requests.filter((one, i) => !requests.slice(0, i).some(other => echoes(one, other)));
}

function median(values: number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
