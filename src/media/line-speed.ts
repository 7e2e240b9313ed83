import { DeviceMemory } from '../core/device-memory.js';

/** A line of yesterday may be another one, ms. */
const KEPT_MS = 24 * 3600_000;
/** As often as it is written down at most, ms. */
const NOTE_MS = 30_000;

const memory = new DeviceMemory('line');
let learnt: number | undefined;
let kept: boolean | undefined;
let notedAt = -Infinity;

/** What a stream has found out about the line, bits/s. */
export function learnLineSpeed(bitsPerSecond: number): void {
  learnt = bitsPerSecond;
  note();
}

/** The viewer makes use of the player, so it may know the line again next time. */
export function keepLineSpeed(): void {
  kept = true;
  note();
}

/**
 * Bits/s to begin with: what was learnt on this page or, where this viewer has used a player before, in the last 24
 * hours; else what the browser knows of the line, cautiously; else 1 Mbit/s.
 */
export function lineSpeed(): number {
  const { connection } = navigator as { connection?: { downlink?: number } };
  return learnt ?? recall() ?? (connection?.downlink ? connection.downlink * 700_000 : 1_000_000);
}

function recall(): number | undefined {
  const text = memory.read();
  kept ??= text !== undefined;
  const [speed = 0, at = 0] = (text ?? '').split(' ').map(Number);
  return speed > 0 && Math.abs(Date.now() - at) < KEPT_MS ? speed : undefined;
}

/** To a tenth of a megabit and the hour: more would tell one device from another. */
function note(): void {
  if (!kept || !learnt || performance.now() - notedAt < NOTE_MS) return;
  notedAt = performance.now();
  const hour = Math.floor(Date.now() / 3600_000) * 3600_000;
  memory.write(`${Math.max(1, Math.round(learnt / 1e5)) * 1e5} ${hour}`);
}
