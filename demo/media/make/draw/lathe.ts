import { css } from './color.js';
import { PITCH, shade, type Material, type Normal } from './shade.js';

export type Ctx = CanvasRenderingContext2D;

/** `[radius, height, sharp?]` from the foot up (or from the rim down for an inside). */
export type ProfilePoint = readonly [radius: number, height: number, sharp?: true];

export interface Turned {
  /** Where the axis meets the table. */
  x: number;
  y: number;
  profile: readonly ProfilePoint[];
  /** One material, or one for each height. */
  material: Material | ((height: number) => Material);
  /** Ratio of the ellipses; default the camera's. */
  pitch?: number;
  /** How much light reaches a height, 0..1. Default: darker near the foot. */
  open?: (height: number) => number;
}

interface Ring {
  r: number;
  h: number;
  /** Outward and upward part of the normal. */
  out: number;
  up: number;
}

const STOPS = 22;

/** Catmull-Rom through the points, broken at sharp ones. */
export function curve(points: readonly ProfilePoint[], step = 0.8): Ring[] {
  const rings: Ring[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const p1 = points[i] as ProfilePoint;
    const p2 = points[i + 1] as ProfilePoint;
    const p0 = p1[2] ? p1 : (points[i - 1] ?? p1);
    const p3 = p2[2] ? p2 : (points[i + 2] ?? p2);
    const n = Math.max(2, Math.ceil(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / step));
    for (let j = 0; j < n; j++) {
      const t = j / n;
      const [r, dr] = spline(p0[0], p1[0], p2[0], p3[0], t);
      const [h, dh] = spline(p0[1], p1[1], p2[1], p3[1], t);
      const l = Math.hypot(dr, dh) || 1;
      rings.push({ r: Math.max(0, r), h, out: dh / l, up: -dr / l });
    }
  }
  return rings;
}

function spline(a: number, b: number, c: number, d: number, t: number): [number, number] {
  const m1 = (c - a) / 2;
  const m2 = (d - b) / 2;
  const k2 = 3 * (c - b) - 2 * m1 - m2;
  const k3 = 2 * (b - c) + m1 + m2;
  return [b + m1 * t + k2 * t * t + k3 * t * t * t, m1 + 2 * k2 * t + 3 * k3 * t * t];
}

function gradient(
  ctx: Ctx,
  x: number,
  ring: Ring,
  side: 1 | -1,
  material: Material,
  open: number,
  inside: boolean,
): CanvasGradient {
  const fill = ctx.createLinearGradient(x - ring.r, 0, x + ring.r, 0);
  const turn = inside ? -1 : 1;
  for (let i = 0; i <= STOPS; i++) {
    const a = -Math.PI / 2 + (Math.PI * i) / STOPS;
    const normal: Normal = [Math.sin(a) * ring.out * turn, ring.up, Math.cos(a) * ring.out * side];
    fill.addColorStop((Math.sin(a) + 1) / 2, css(shade(material, normal, open)));
  }
  return fill;
}

/**
 * A body of revolution, drawn as a stack of thin discs from the foot up: each disc hides what lies behind it,
 * and one gradient across a disc is exactly the shading of its ring.
 */
export function turned(ctx: Ctx, body: Turned): void {
  const k = body.pitch ?? PITCH;
  const rings = curve(body.profile);
  const top = Math.max(...rings.map(ring => ring.h));
  const open = body.open ?? ((h: number) => 0.62 + 0.38 * Math.min(1, h / (top * 0.35 + 1)));
  for (const ring of rings) {
    if (ring.r < 0.3) continue;
    const material = typeof body.material === 'function' ? body.material(ring.h) : body.material;
    const light = open(ring.h);
    const y = body.y - ring.h;
    ctx.fillStyle = gradient(ctx, body.x, ring, 1, material, light, false);
    ctx.beginPath();
    ctx.ellipse(body.x, y, ring.r, ring.r * k, 0, 0, Math.PI * 2);
    ctx.fill();
    if (ring.up > 0.05) {
      ctx.fillStyle = gradient(ctx, body.x, ring, -1, material, light, false);
      ctx.beginPath();
      ctx.ellipse(body.x, y, ring.r, ring.r * k, 0, Math.PI, Math.PI * 2);
      ctx.fill();
    }
  }
}

/** The inside of an open vessel: the back wall seen through its mouth. The profile runs from the rim down. */
export function hollow(ctx: Ctx, body: Turned): void {
  const k = body.pitch ?? PITCH;
  const rings = curve(body.profile);
  const rim = rings[0] as Ring;
  const deep = Math.max(1, rim.h - Math.min(...rings.map(ring => ring.h)));
  const open = body.open ?? ((h: number) => 1 - 0.62 * ((rim.h - h) / deep) ** 0.8);
  ctx.save();
  ctx.beginPath();
  ctx.ellipse(body.x, body.y - rim.h, rim.r, rim.r * k, 0, 0, Math.PI * 2);
  ctx.clip();
  for (const ring of rings) {
    if (ring.r < 0.3) continue;
    const material = typeof body.material === 'function' ? body.material(ring.h) : body.material;
    const inner: Ring = { ...ring, out: Math.abs(ring.out), up: Math.abs(ring.up) };
    ctx.fillStyle = gradient(ctx, body.x, inner, 1, material, open(ring.h), true);
    ctx.beginPath();
    ctx.ellipse(body.x, body.y - ring.h, ring.r, ring.r * k, 0, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.restore();
}
