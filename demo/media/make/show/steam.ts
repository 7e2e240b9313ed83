import type { Ctx } from '../draw/lathe.js';
import { canvas, context } from '../draw/texture.js';

const puffs = new Map<string, HTMLCanvasElement>();

function puff(rgb: string): HTMLCanvasElement {
  const known = puffs.get(rgb);
  if (known) return known;
  const ctx = context(canvas(64, 64));
  const fill = ctx.createRadialGradient(32, 32, 0, 32, 32, 32);
  fill.addColorStop(0, `rgba(${rgb},1)`);
  fill.addColorStop(0.5, `rgba(${rgb},0.4)`);
  fill.addColorStop(1, `rgba(${rgb},0)`);
  ctx.fillStyle = fill;
  ctx.fillRect(0, 0, 64, 64);
  puffs.set(rgb, ctx.canvas);
  return ctx.canvas;
}

export interface Plume {
  x: number;
  y: number;
  height: number;
  width: number;
  /** 0..1 */
  strength: number;
  seed?: number;
}

/** Steam that turns as it rises. `u` is any steady clock in seconds. */
export function steam(ctx: Ctx, u: number, plume: Plume): void {
  if (plume.strength <= 0.01) return;
  // Against a bright wall it is the steam's own shade that makes it seen.
  wisps(
    ctx,
    u,
    { ...plume, x: plume.x + plume.width * 0.22, y: plume.y + 8, strength: plume.strength * 0.5 },
    '128,112,92',
  );
  wisps(ctx, u, plume, '255,255,255');
}

function wisps(ctx: Ctx, u: number, plume: Plume, rgb: string): void {
  const sprite = puff(rgb);
  const n = 40;
  const life = 3.4;
  const seed = plume.seed ?? 0;
  ctx.save();
  for (let i = 0; i < n; i++) {
    const age = (((u + (i * life) / n + seed) % life) + life) % life;
    const f = age / life;
    const turn = u * 0.9 - f * 5.2 + seed * 2.1;
    const x =
      plume.x +
      Math.sin(turn) * plume.width * (0.1 + f * 0.7) +
      Math.sin(turn * 0.43 + seed) * plume.width * f * 0.7;
    const y = plume.y - f * plume.height;
    const r = plume.width * (0.16 + f * 0.42);
    const thin = 0.6 + 0.4 * Math.cos(turn * 1.6);
    ctx.globalAlpha = plume.strength * 0.4 * Math.min(1, f * 7) * (1 - f) ** 1.2 * thin;
    ctx.drawImage(sprite, x - r, y - r * 1.5, r * 2, r * 3);
  }
  ctx.restore();
}
