/** The lines of a chart: from 0 to `max`, a whole number of steps that people count in. */
export interface Scale {
  readonly max: number;
  readonly step: number;
  /** From 0 to `max`. */
  readonly ticks: readonly number[];
}

/** Steps that are easy to read on, of any size. */
const ROUND = [1, 2, 5, 10];

/**
 * A scale that holds all of `values`, with at most `lines` lines above 0. Things are counted in whole numbers, so no step is
 * smaller than 1; where there is nothing at all the scale ends at 1, so that nothing is divided by 0.
 */
export function chartScale(values: readonly number[], lines = 4): Scale {
  const most = values.reduce((one, other) => Math.max(one, other), 0);
  const rough = Math.max(1, most / lines);
  const size = 10 ** Math.floor(Math.log10(rough));
  // A logarithm may be a hair too large or too small at a power of ten.
  const step = Math.max(1, ROUND.map(round => round * size).find(one => one >= rough) ?? 10 * size);
  const count = Math.max(1, Math.ceil(most / step));
  const ticks: number[] = [];
  for (let n = 0; n <= count; n += 1) ticks.push(n * step);
  return { max: count * step, step, ticks };
}
