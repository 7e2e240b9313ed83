/** Where a key leads among `count` items from item `at`; undefined for keys that do not move. */
export function rove(
  key: string,
  at: number,
  count: number,
  back: string,
  forward: string,
): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === back) return Math.max(0, at - 1);
  if (key === forward) return Math.min(count - 1, at + 1);
  return undefined;
}
