import { hex, mix, times, type Rgb } from './color.js';
import { smooth } from './noise.js';

/** A surface under the studio's light. */
export interface Material {
  color: Rgb;
  /** 0 matt … 1 glazed: how much of the studio is mirrored. */
  gloss: number;
  /** 0 sharp … 1 blurred reflections. */
  rough: number;
  /** Light that has gone through the body: wax, thin porcelain. Default 0. */
  glow?: number;
  /** Coloured metal mirrors in its own colour. Default false. */
  metal?: boolean;
}

export type Normal = readonly [right: number, up: number, front: number];

/** The camera looks down by this much; circles become ellipses of this ratio. */
export const PITCH = 0.245;

const KEY: Normal = norm(-0.62, 0.72, 0.5);
const RIM: Normal = norm(0.85, 0.25, 0.2);
const EYE: Normal = norm(0, PITCH, Math.sqrt(1 - PITCH * PITCH));
const SKY = hex('#e6e6dc');
const FLOOR = hex('#a58f78');
const WARM: Rgb = [1.08, 1.0, 0.88];

function norm(x: number, y: number, z: number): Normal {
  const l = Math.hypot(x, y, z);
  return [x / l, y / l, z / l];
}

function dot(a: Normal, b: Normal): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function box(v: number, from: number, to: number, soft: number): number {
  return smooth(from - soft, from + soft, v) * (1 - smooth(to - soft, to + soft, v));
}

/** What the studio looks like from the table: a tall soft box at the left, a strip at the right. */
function studio(r: Normal, rough: number): number {
  const azimuth = Math.atan2(r[0], r[2]);
  const height = Math.asin(Math.max(-1, Math.min(1, r[1])));
  const soft = 0.05 + rough * 0.5;
  const dim = 1 / (1 + rough * 2.2);
  const left = box(azimuth, -1.5, -0.75, soft) * box(height, -0.62, 1.15, soft) * 15 * dim;
  const right = box(azimuth, 1.15, 1.42, soft) * box(height, -0.1, 0.85, soft) * 6 * dim;
  const room = 0.35 + 0.45 * smooth(-0.5, 0.7, height);
  return left + right + room;
}

/** Colour of a surface that faces `n`. `open` is how much of the sky it sees (0 in a deep corner). */
export function shade(m: Material, n: Normal, open = 1): Rgb {
  const lit = Math.max(0, (dot(n, KEY) + 0.35) / 1.35);
  const rim = Math.max(0, dot(n, RIM)) * 0.16;
  const up = n[1] * 0.5 + 0.5;
  const around = mix(times(FLOOR, 0.62), times(SKY, 0.62), up);
  const key = (lit * lit * 0.35 + lit * 0.65) * 0.78;
  const glow = (m.glow ?? 0) * 0.35;
  const facing = Math.max(0, dot(n, EYE));
  const mirror: Normal = norm(
    2 * facing * n[0] - EYE[0],
    2 * facing * n[1] - EYE[1],
    2 * facing * n[2] - EYE[2],
  );
  const base = m.metal ? 0.5 : 0.04;
  const fresnel = (base + (1 - base) * (1 - facing) ** 5 * 0.55) * m.gloss * studio(mirror, m.rough);
  const out: number[] = [];
  for (let i = 0; i < 3; i++) {
    const light =
      (around[i] as number) * (0.35 + 0.65 * open) + (key + rim) * (WARM[i] as number) * open + glow;
    const shine = fresnel * (m.metal ? (m.color[i] as number) * 2 : 1) * (0.3 + 0.7 * open);
    out.push((m.color[i] as number) * light * 1.06 + shine);
  }
  // The eye's white balance in warm light: colours a little quieter than the sums say.
  const grey = (out[0] as number) * 0.3 + (out[1] as number) * 0.59 + (out[2] as number) * 0.11;
  return mix(out as unknown as Rgb, [grey, grey, grey], 0.14);
}
