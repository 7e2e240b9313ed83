/** What was counted from `at` on, one figure for each thing that is. */
export interface Span {
  /** ms since 1970. */
  readonly at: number;
  readonly counts: readonly number[];
}

export interface TimeLine {
  /** How long one span is, ms. */
  readonly spanMs: number;
  /** One after the other, without a gap. */
  readonly spans: readonly Span[];
}

const MINUTE_MS = 60_000;
/** Spans that people think in, minutes. */
const USUAL = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 10_080, 43_200];

/**
 * What was counted in spans of `spanMs`, the empty ones of which are left out, as one line of time without gaps, of no more
 * than `most` spans: those of a long time are put together. No count gets lost.
 */
export function timeLine(counted: readonly Span[], spanMs = 5 * MINUTE_MS, most = 60): TimeLine {
  if (counted.length === 0) return { spanMs, spans: [] };
  const times = counted.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const fits = (ms: number) => Math.floor(last / ms) - Math.floor(first / ms) < most;
  const usual = USUAL.map(minutes => minutes * MINUTE_MS).filter(ms => ms >= spanMs && ms % spanMs === 0);
  let wide = [spanMs, ...usual].find(fits);
  // Nothing that usually is: a clock of the wire was wrong. It is shown all the same, in as many spans as there is room for.
  wide ??= Math.ceil((last - first + 1) / (most - 1) / spanMs) * spanMs;
  const from = Math.floor(first / wide) * wide;
  const width = counted[0]!.counts.length;
  const spans: { at: number; counts: number[] }[] = [];
  for (let at = from; at <= last; at += wide) spans.push({ at, counts: new Array<number>(width).fill(0) });
  for (const { at, counts } of counted) {
    const span = spans[Math.floor((at - from) / wide)]!;
    counts.forEach((count, thing) => (span.counts[thing]! += count));
  }
  return { spanMs: wide, spans };
}
