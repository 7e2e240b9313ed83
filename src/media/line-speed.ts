/** What the last stream of this page learnt of the line, bits/s. Kept in memory alone. */
let learnt: number | undefined;

export function learnLineSpeed(bitsPerSecond: number): void {
  learnt = bitsPerSecond;
}

/** Bits/s to begin with: what was learnt, else what the browser knows of the line, cautiously, else 1 Mbit/s. */
export function lineSpeed(): number {
  const { connection } = navigator as { connection?: { downlink?: number } };
  return learnt ?? (connection?.downlink ? connection.downlink * 700_000 : 1_000_000);
}
