import type { Ctx } from '../draw/lathe.js';
import { canvas, context } from '../draw/texture.js';

let puff: HTMLCanvasElement | undefined;

function soft(): HTMLCanvasElement {
  if (puff) return puff;
  const ctx = context(canvas(64, 64));
  const fill = ctx.createRadialGradient(32, 32, 0, 32, 32, 32);
  fill.addColorStop(0, 'rgba(255,255,255,1)');
  fill.addColorStop(0.5, 'rgba(255,255,255,0.4)');
  fill.addColorStop(1, 'rgba(255,255,255,0)');
  ctx.fillStyle = fill;
  ctx.fillRect(0, 0, 64, 64);
  puff = ctx.canvas;
  return puff;
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
  const sprite = soft();
  const n = 34;
  const life = 3.4;
  const seed = plume.seed ?? 0;
  ctx.save();
  for (let i = 0; i < n; i++) {
    const age = (((u + (i * life) / n + seed) % life) + life) % life;
    const f = age / life;
    const turn = u * 0.9 - f * 5.2 + seed * 2.1;
    const x =
      plume.x +
      Math.sin(turn) * plume.width * (0.12 + f * 0.75) +
      Math.sin(turn * 0.43 + seed) * plume.width * f * 0.7;
    const y = plume.y - f * plume.height;
    const r = plume.width * (0.22 + f * 0.62);
    const thin = 0.55 + 0.45 * Math.cos(turn * 1.6);
    ctx.globalAlpha = plume.strength * 0.34 * Math.min(1, f * 7) * (1 - f) ** 1.3 * thin;
    ctx.drawImage(sprite, x - r, y - r * 1.5, r * 2, r * 3);
  }
  ctx.restore();
}
