/** Where a chart is drawn, px from the upper left corner of its drawing. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Hundredths of a px are finer than any screen. */
const fine = (n: number): number => Math.round(n * 100) / 100;

/** How high above the foot of `frame` a value stands, as its y. */
export const heightOf = (value: number, max: number, { top, height }: Frame): number =>
  fine(top + height * (1 - Math.min(1, Math.max(0, value / max))));

/**
 * Bars side by side, `filled` of each one's place wide and no wider than `widest`. What is more than nothing is at least one
 * px high, so that one order beside a thousand can be seen.
 */
export function columns(
  values: readonly number[],
  max: number,
  frame: Frame,
  { filled = 0.64, widest = 56 } = {},
): Bar[] {
  const place = frame.width / values.length;
  const width = fine(Math.min(place * filled, widest));
  const foot = frame.top + frame.height;
  return values.map((value, index) => {
    const y = value > 0 ? Math.min(heightOf(value, max, frame), foot - 1) : foot;
    return { x: fine(frame.left + place * (index + 0.5) - width / 2), y, width, height: fine(foot - y) };
  });
}

/** The middle of each value's place, from the left. */
export const middles = (count: number, { left, width }: Frame): number[] =>
  new Array<number>(count).fill(0).map((_, index) => fine(left + (width / count) * (index + 0.5)));

/** A line through the values, as the `d` of a path. One value alone is a short line of its own. */
export function linePath(values: readonly number[], max: number, frame: Frame): string {
  const xs = middles(values.length, frame);
  if (values.length === 1) {
    const half = Math.min(12, frame.width / 4);
    return `M${fine(xs[0]! - half)} ${heightOf(values[0]!, max, frame)}h${fine(half * 2)}`;
  }
  return values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${xs[index]} ${heightOf(value, max, frame)}`)
    .join('');
}

/** The same, filled down to the foot. Empty where a line has no width. */
export function areaPath(values: readonly number[], max: number, frame: Frame): string {
  if (values.length < 2) return '';
  const xs = middles(values.length, frame);
  const foot = fine(frame.top + frame.height);
  return `${linePath(values, max, frame)}L${xs[xs.length - 1]} ${foot}L${xs[0]} ${foot}z`;
}

/** Which of `count` places a pointer at `x` means: the one it is in, or the outermost. */
export const placeAt = (x: number, count: number, { left, width }: Frame): number =>
  Math.min(count - 1, Math.max(0, Math.floor(((x - left) / width) * count)));

/** What a key does to place `at` of `count`; undefined: nothing. A page is a sixth of them all. */
export function placeByKey(key: string, at: number, count: number): number | undefined {
  const page = Math.max(1, Math.round(count / 6));
  const to: Record<string, number> = {
    ...{ ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 },
    ...{ PageDown: at - page, PageUp: at + page, Home: 0, End: count - 1 },
  };
  const wanted = Object.prototype.hasOwnProperty.call(to, key) ? to[key] : undefined;
  return wanted === undefined ? undefined : Math.min(count - 1, Math.max(0, wanted));
}
