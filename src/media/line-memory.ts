import { deviceMemory } from '../core/device-memory.js';
import { LINE_KEY, line } from './line-speed.js';

/** As often as the line is written down at most, ms. */
const NOTE_MS = 30_000;

let kept = false;
let notedAt = -Infinity;

/** What a stream has found out about the line, bits/s. */
export function learnLineSpeed(bitsPerSecond: number): void {
  line.learnt = bitsPerSecond;
  note();
}

/** The viewer makes use of the player, so it may know the line again next time. */
export function keepLineSpeed(): void {
  kept = true;
  note();
}

/** To a tenth of a megabit and the hour: more would tell one device from another. */
function note(): void {
  const { learnt } = line;
  if (!learnt || performance.now() - notedAt < NOTE_MS) return;
  const hour = Math.floor(Date.now() / 3600_000) * 3600_000;
  deviceMemory(storage => {
    // What an earlier visit has stored is kept fresh without another act.
    if (!kept && storage.getItem(LINE_KEY) === null) return;
    notedAt = performance.now();
    storage.setItem(LINE_KEY, `${Math.max(1, Math.round(learnt / 1e5)) * 1e5} ${hour}`);
  });
}
