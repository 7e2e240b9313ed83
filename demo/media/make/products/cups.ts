import { css, hex, mix } from '../draw/color.js';
import { hollow, turned, type Ctx } from '../draw/lathe.js';
import { clamp01, fbm, noise, smooth } from '../draw/noise.js';
import { PITCH, type Material } from '../draw/shade.js';
import { layer, painted, within } from '../draw/texture.js';
import type { Product } from './product.js';

const body = hex('#6d4a38');
const ash = hex('#a9a284');
const flash = hex('#b0643a');

/** Fired with pine for four days: bare clay low, flame in the middle, ash run down from the rim. */
function fired(h: number): Material {
  const low = mix(body, flash, smooth(14, 44, h) * 0.75);
  return { color: mix(low, ash, smooth(52, 92, h)), gloss: 0.3 + 0.35 * smooth(50, 90, h), rough: 0.3 };
}

export function cup(ctx: Ctx, x: number, y: number, seed: number, tea: boolean): void {
  layer(ctx, sheet => {
    turned(sheet, {
      x,
      y,
      material: h => fired(h + (seed % 3) * 5 - 5),
      profile: [
        [42, 0],
        [44, 9, true],
        [54, 14],
        [66, 42],
        [69, 74],
        [72, 98],
        [74, 104],
        [73, 107],
      ],
    });
    const runs = painted(150, 120, (u, v) => {
      const drip = noise(u / 11, seed, seed) * 62;
      const on = smooth(drip + 8, drip - 6, v - 16);
      const speck = noise(u / 2, v / 2, seed + 4) > 0.8 ? 0.5 : 0;
      return [168, 168, 132, clamp01(on * 0.5 + speck * 0.35)];
    });
    within(sheet, 'soft-light', 0.9, paint => paint.drawImage(runs, x - 75, y - 112));
    const spots = painted(150, 120, (u, v) => {
      const dark = fbm(u / 7, v / 16, seed + 11, 3);
      return [40, 24, 16, smooth(0.62, 0.9, dark) * 0.5];
    });
    within(sheet, 'multiply', 0.8, paint => paint.drawImage(spots, x - 75, y - 112));
  });
  hollow(ctx, {
    x,
    y,
    material: { color: hex('#8d8465'), gloss: 0.6, rough: 0.2 },
    profile: [
      [73, 107],
      [68, 103],
      [64, 84],
      [58, 46],
      [1, 22],
    ],
  });
  if (tea) liquid(ctx, x, y - 97, 68, [73, y - 107]);
}

/** Pale spring tea at the level `y`, seen through a round mouth. */
export function liquid(
  ctx: Ctx,
  x: number,
  y: number,
  r: number,
  rim: readonly [radius: number, y: number],
  alpha = 1,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.ellipse(x, rim[1], rim[0], rim[0] * PITCH, 0, 0, 7);
  ctx.clip();
  const fill = ctx.createRadialGradient(x - r * 0.2, y, r * 0.1, x, y, r);
  fill.addColorStop(0, css(hex('#d8c47a'), alpha));
  fill.addColorStop(0.75, css(hex('#b89a48'), alpha));
  fill.addColorStop(1, css(hex('#7c6430'), alpha));
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.ellipse(x, y, r, r * PITCH, 0, 0, 7);
  ctx.fill();
  ctx.fillStyle = `rgba(255,252,232,${0.55 * alpha})`;
  ctx.beginPath();
  ctx.ellipse(x - r * 0.35, y - r * 0.04, r * 0.34, r * 0.045, -0.04, 0, 7);
  ctx.fill();
  ctx.restore();
}

export const cups: Product = {
  id: 'cups',
  zh: '柴烧品茗杯（四只）',
  en: 'Wood-fired cups, set of 4',
  wall: 'clay',
  base: [424, 628],
  zoom: 1.5,
  leaves: 31,
  draw(ctx) {
    cup(ctx, -74, -62, 2, false);
    cup(ctx, 92, -70, 5, false);
    cup(ctx, -122, 8, 7, true);
    cup(ctx, 58, 20, 9, true);
  },
  contacts: [
    [-74, -60, 50, 13],
    [92, -68, 50, 13],
    [-122, 10, 52, 13],
    [58, 22, 52, 13],
  ],
};
