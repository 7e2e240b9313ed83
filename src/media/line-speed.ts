import { deviceMemory } from '../core/device-memory.js';

/** Where a line is written down, as its bits/s and when that was, ms. */
export const LINE_KEY = 'qunlive:line';
/** A line of yesterday may be another one, ms. */
const KEPT_MS = 24 * 3600_000;

/** What a stream of this page has found out, bits/s. */
export const line: { learnt?: number } = {};

/**
 * Bits/s to begin with: what was learnt on this page or, where this viewer has used a player before, in the last 24
 * hours; else what the browser knows of the line, cautiously; else 1 Mbit/s.
 */
export function lineSpeed(): number {
  const { connection } = navigator as { connection?: { downlink?: number } };
  return line.learnt ?? recall() ?? (connection?.downlink ? connection.downlink * 700_000 : 1_000_000);
}

function recall(): number | undefined {
  const text = deviceMemory(storage => storage.getItem(LINE_KEY)) ?? '';
  const [speed, at] = text.split(' ').map(Number);
  return speed! > 0 && Math.abs(Date.now() - at!) < KEPT_MS ? speed : undefined;
}
