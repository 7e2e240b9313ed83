import type { Ctx } from './lathe.js';
import { random } from './noise.js';

/** One bamboo leaf from (x, y), pointing along `angle`. */
export function bladePath(
  ctx: Ctx,
  x: number,
  y: number,
  length: number,
  width: number,
  angle: number,
): void {
  const point = (along: number, across: number): [number, number] => [
    x + Math.cos(angle) * along - Math.sin(angle) * across,
    y + Math.sin(angle) * along + Math.cos(angle) * across,
  ];
  ctx.moveTo(x, y);
  ctx.bezierCurveTo(
    ...point(length * 0.18, width * 0.75),
    ...point(length * 0.55, width * 0.55),
    ...point(length, 0),
  );
  ctx.bezierCurveTo(...point(length * 0.6, -width * 0.4), ...point(length * 0.2, -width * 0.7), x, y);
}

/** A spray of bamboo: a thin stem with leaves in groups. `sway` bends it, in radians. */
export function bamboo(
  ctx: Ctx,
  x: number,
  y: number,
  size: number,
  angle: number,
  seed: number,
  sway = 0,
): void {
  const next = random(seed);
  const joints = 5;
  let [px, py, a] = [x, y, angle];
  ctx.lineCap = 'round';
  ctx.strokeStyle = ctx.fillStyle;
  for (let i = 0; i < joints; i++) {
    const length = size * (0.26 - i * 0.02);
    a += (next() - 0.5) * 0.24 + sway * (0.12 + i * 0.1);
    const nx = px + Math.cos(a) * length;
    const ny = py + Math.sin(a) * length;
    ctx.lineWidth = Math.max(0.8, size * 0.014 * (1 - i / 7));
    ctx.beginPath();
    ctx.moveTo(px, py);
    ctx.lineTo(nx, ny);
    ctx.stroke();
    const leaves = i === 0 ? 1 : 3;
    for (let j = 0; j < leaves; j++) {
      const side = j % 2 === 0 ? 1 : -1;
      const turn = a + side * (0.3 + next() * 0.55) + 0.35 + sway * (0.5 + next());
      ctx.beginPath();
      bladePath(ctx, nx, ny, size * (0.3 + next() * 0.16), size * (0.042 + next() * 0.014), turn);
      ctx.fill();
    }
    [px, py] = [nx, ny];
  }
}
