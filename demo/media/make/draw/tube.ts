import { css } from './color.js';
import type { Ctx } from './lathe.js';
import { shade, type Material, type Normal } from './shade.js';

/** `[x, y, radius]` along the middle of a spout, a handle, a stem. */
export type TubePoint = readonly [x: number, y: number, radius: number];

function at(points: readonly TubePoint[], t: number): TubePoint {
  const s = Math.min(points.length - 1.0001, t * (points.length - 1));
  const i = Math.floor(s);
  const f = s - i;
  const get = (j: number): TubePoint => points[Math.max(0, Math.min(points.length - 1, j))] as TubePoint;
  const [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
  const axis = (n: 0 | 1 | 2): number =>
    b[n] +
    0.5 *
      f *
      (c[n] - a[n] + f * (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n] + f * (3 * (b[n] - c[n]) + d[n] - a[n])));
  return [axis(0), axis(1), axis(2)];
}

/** A round rod through the points, shaded across; `open` is how much light reaches it along the way. */
export function tube(
  ctx: Ctx,
  points: readonly TubePoint[],
  material: Material,
  open: (t: number) => number = () => 1,
): void {
  const n = 40 * points.length;
  const line = Array.from({ length: n + 1 }, (_, i) => at(points, i / n));
  // Both ends of a slice stand square to the rod there, so that a tight bend keeps its outline.
  const square = line.map((_, i): readonly [number, number] => {
    const a = line[Math.max(0, i - 1)] as TubePoint;
    const b = line[Math.min(n, i + 1)] as TubePoint;
    const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [-(b[1] - a[1]) / l, (b[0] - a[0]) / l];
  });
  for (let i = 0; i < n; i++) {
    const [x, y, r] = line[i] as TubePoint;
    const [nx, ny, nr] = line[i + 1] as TubePoint;
    const [px, py] = square[i] as [number, number];
    const [qx, qy] = square[i + 1] as [number, number];
    const fill = ctx.createLinearGradient(x - px * r, y - py * r, x + px * r, y + py * r);
    for (let j = 0; j <= 12; j++) {
      const a = -Math.PI / 2 + (Math.PI * j) / 12;
      const normal: Normal = [px * Math.sin(a), -py * Math.sin(a), Math.cos(a)];
      fill.addColorStop((Math.sin(a) + 1) / 2, css(shade(material, normal, open(i / n))));
    }
    ctx.fillStyle = fill;
    ctx.beginPath();
    ctx.moveTo(x - px * r - py * 0.6, y - py * r + px * 0.6);
    ctx.lineTo(x + px * r - py * 0.6, y + py * r + px * 0.6);
    ctx.lineTo(nx + qx * nr + qy * 0.6, ny + qy * nr - qx * 0.6);
    ctx.lineTo(nx - qx * nr + qy * 0.6, ny - qy * nr - qx * 0.6);
    ctx.fill();
  }
}

/** A small ball, for knobs and ends. */
export function ball(ctx: Ctx, x: number, y: number, r: number, material: Material): void {
  const n = Math.max(6, Math.round(r));
  for (let i = n; i >= 0; i--) {
    const s = Math.sin(((i / n) * Math.PI) / 2);
    const z = Math.sqrt(1 - s * s);
    const fill = ctx.createConicGradient(0, x, y);
    for (let j = 0; j <= 16; j++) {
      const a = (Math.PI * 2 * j) / 16;
      fill.addColorStop(j / 16, css(shade(material, [Math.cos(a) * s, -Math.sin(a) * s, z])));
    }
    ctx.fillStyle = fill;
    ctx.beginPath();
    ctx.arc(x, y, r * s + 0.5, 0, Math.PI * 2);
    ctx.fill();
  }
}
