import { ease, hold, SLOT, since, wave } from '../time.js';

/** How she stands at one moment. Angles in radians, turns -1..1. */
export interface Mood {
  breath: number;
  lean: number;
  tilt: number;
  yaw: number;
  pitch: number;
  gazeX: number;
  gazeY: number;
  /** 0 closed … 1 open. */
  lids: number;
  smile: number;
  mouth: number;
  brows: number;
}

const BLINKS = [
  1.9, 5.6, 9.4, 12.1, 12.5, 17.0, 20.8, 24.6, 27.9, 31.5, 35.2, 35.6, 39.9, 44.3, 47.8, 51.2, 55.0, 58.7,
  62.3,
];

function blink(t: number): number {
  let open = 1;
  for (const at of BLINKS) {
    const u = since(t, at);
    if (u < 0.3) open = Math.min(open, u < 0.1 ? 1 - u / 0.1 : (u - 0.1) / 0.2);
  }
  return open;
}

/** She looks to the goods as they come, at her hands while she works, and up to the people in between. */
export function moodAt(t: number): Mood {
  const slot = Math.floor(t / SLOT);
  const u = t - slot * SLOT;
  const arrive = hold(0.1, 0.6, 1.5, 2.1, u);
  const work = hold(3.0, 3.6, 5.6, 6.2, u);
  const part = slot % 2 ? hold(6.5, 6.9, 7.5, 7.95, u) : 0;
  // Her eyes follow what leaves, and come back: this one crosses from slot to slot.
  const away = ease(7.6, 8, u) + (1 - ease(0.3, 0.9, u));
  const nod = hold(2.2, 2.5, 2.6, 2.95, u) * 0.5 + hold(6.2, 6.5, 6.5, 6.9, u) * 0.5;
  const down = Math.max(arrive * 0.7, work);
  return {
    breath: wave(t, 16),
    lean: wave(t, 5, 0.1) * 3 + wave(t, 8, 0.6) * 1.6,
    tilt: wave(t, 7, 0.2) * 0.026 + (slot % 2 ? -1 : 1) * 0.035 * work + arrive * 0.03,
    yaw:
      arrive * 0.42 - work * 0.12 * (slot % 2 ? 1 : -1) - part * 0.35 + wave(t, 6, 0.4) * 0.07 - away * 0.2,
    pitch: down * 0.62 + nod + wave(t, 9, 0.3) * 0.03,
    gazeX: arrive * 0.7 - part * 0.5,
    gazeY: down * 0.85,
    lids: Math.min(blink(t), 1 - down * 0.34),
    smile: 0.62 + 0.3 * hold(1.8, 2.4, 3.1, 3.8, u) + 0.3 * hold(5.8, 6.3, 7, 7.6, u),
    mouth: Math.max(0, 0.22 * hold(2, 2.4, 3, 3.5, u) + 0.2 * hold(5.9, 6.3, 6.9, 7.3, u)),
    brows: 0.5 * hold(1.9, 2.4, 3, 3.6, u) - 0.25 * work + wave(t, 5, 0.8) * 0.06,
  };
}
