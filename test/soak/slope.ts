/** How much a figure grows in a minute, by the straight line that lies nearest to it. `minutes` and `values` go together. */
export function slope(minutes: readonly number[], values: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const middle = mean(minutes);
  const height = mean(values);
  const spread = minutes.reduce((sum, minute) => sum + (minute - middle) ** 2, 0);
  const together = minutes.reduce((sum, minute, i) => sum + (minute - middle) * (values[i]! - height), 0);
  return spread === 0 ? 0 : together / spread;
}
