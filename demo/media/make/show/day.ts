import { css, hex, mix, type Rgb } from '../draw/color.js';
import { smooth } from '../draw/noise.js';
import { LENGTH, lerp } from './time.js';

/** One day goes by behind the window while the show comes round. */
export interface Daylight {
  skyTop: Rgb;
  skyLow: Rgb;
  far: Rgb;
  near: Rgb;
  mist: number;
  /** Laid over the room by multiplication. */
  room: Rgb;
  /** Strength of the sun's patch on the wall, 0..1, and its warmth. */
  sun: number;
  glow: Rgb;
  /** 0 day … 1 dusk. */
  dusk: number;
}

type Key = [
  at: number,
  top: string,
  low: string,
  far: string,
  near: string,
  mist: number,
  room: string,
  sun: number,
  glow: string,
  dusk: number,
];

const KEYS: readonly Key[] = [
  [0, '#bfd3dc', '#fbe8d2', '#b9c9c4', '#5f8a68', 0.9, '#f3efe9', 0.55, '#ffe2bd', 0],
  [12, '#b5d3e2', '#f4efdd', '#a9c3bb', '#4c8055', 0.6, '#fdfaf4', 0.85, '#fff0d2', 0],
  [28, '#a9cde2', '#eaf2e8', '#9dbfae', '#44804f', 0.4, '#fffdf8', 1, '#fff6e0', 0],
  [42, '#b4cbd6', '#f8ead0', '#a9bca0', '#587f48', 0.45, '#fff8ea', 0.95, '#ffe9bd', 0],
  [51, '#a9b0c9', '#ffd0a0', '#b39d95', '#6b6a4e', 0.6, '#fbe9d3', 0.7, '#ffc98a', 0.15],
  [56.5, '#7d86ad', '#f0b39c', '#8d87a0', '#595f6b', 0.7, '#c9b4ac', 0.15, '#ffb07a', 0.7],
  [59.6, '#43558a', '#d08f86', '#5f6a90', '#38465c', 0.6, '#94899a', 0, '#e0a0a0', 1],
  [62.2, '#8497b8', '#e3c4bd', '#909fb0', '#5f7780', 0.85, '#b9b2bb', 0.1, '#ffd0b0', 0.55],
];

export function daylight(t: number): Daylight {
  const n = KEYS.length;
  let i = n - 1;
  for (let j = 0; j < n; j++) if (t >= (KEYS[j] as Key)[0]) i = j;
  const a = KEYS[i] as Key;
  const b = KEYS[(i + 1) % n] as Key;
  const end = i + 1 === n ? LENGTH : b[0];
  const x = (t - a[0]) / (end - a[0]);
  const s = x * x * (3 - 2 * x);
  const tone = (k: 1 | 2 | 3 | 4 | 6 | 8): Rgb => mix(hex(a[k]), hex(b[k]), s);
  return {
    skyTop: tone(1),
    skyLow: tone(2),
    far: tone(3),
    near: tone(4),
    mist: lerp(a[5], b[5], s),
    room: tone(6),
    sun: lerp(a[7], b[7], s) * byDay(t),
    glow: tone(8),
    dusk: lerp(a[9], b[9], s),
  };
}

/** The patch on the wall begins each round where it did before: it must be gone by the time the loop closes. */
function byDay(t: number): number {
  return smooth(0, 3.5, t) * (1 - smooth(60.5, 62, t));
}

export const tint = (color: Rgb, alpha = 1): string => css(color, alpha);
