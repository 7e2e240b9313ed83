import { css, hex, mix, times } from '../draw/color.js';
import { hollow, turned, type Ctx } from '../draw/lathe.js';
import { random } from '../draw/noise.js';
import { PITCH, type Material } from '../draw/shade.js';
import { layer, mottle, within } from '../draw/texture.js';
import type { Product } from './product.js';

const paper: Material = { color: hex('#4d6b4f'), gloss: 0.16, rough: 0.8 };
const tin: Material = { color: hex('#c9b27a'), gloss: 0.7, rough: 0.3, metal: true };
const white: Material = { color: hex('#d3d2c8'), gloss: 1.2, rough: 0.06 };

export function caddy(ctx: Ctx): void {
  layer(ctx, sheet => {
    turned(sheet, {
      x: 0,
      y: 0,
      material: paper,
      profile: [
        [92, 0],
        [95, 3, true],
        [95, 216, true],
        [94, 217],
      ],
    });
    turned(sheet, {
      x: 0,
      y: -217,
      material: tin,
      profile: [
        [93, 0],
        [93, 4, true],
        [92, 5],
      ],
    });
    turned(sheet, {
      x: 0,
      y: -221,
      material: paper,
      profile: [
        [95, 0, true],
        [95, 56, true],
        [93, 60],
        [88, 62, true],
        [1, 62],
      ],
      open: () => 1,
    });
    const fibre = mottle(300, 320, 4, 0.6, 31);
    within(sheet, 'soft-light', 0.5, paint => paint.drawImage(fibre, -150, -320));
  });
  label(ctx);
}

/** Rice paper pasted on: it follows the round of the tin, so its edges curve and darken. */
function label(ctx: Ctx): void {
  const w = 60;
  const bend = 10;
  const top = -196;
  const low = -30;
  ctx.save();
  const fill = ctx.createLinearGradient(-w, 0, w, 0);
  fill.addColorStop(0, '#fbf6e8');
  fill.addColorStop(0.45, '#f3ebd7');
  fill.addColorStop(1, '#c9bda2');
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.moveTo(-w, top);
  ctx.quadraticCurveTo(0, top + bend * 2, w, top);
  ctx.lineTo(w, low);
  ctx.quadraticCurveTo(0, low + bend * 2, -w, low);
  ctx.closePath();
  ctx.fill();
  ctx.fillStyle = '#2f4034';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.font = '700 31px "Noto Serif CJK SC", serif';
  for (const [i, glyph] of [...'明前绿茶'].entries()) ctx.fillText(glyph, -4, -164 + i * 33);
  ctx.font = '400 8.5px "Noto Serif CJK SC", serif';
  ctx.letterSpacing = '1.5px';
  ctx.fillText('FIRST FLUSH', 0, -34);
  ctx.fillStyle = '#a8442f';
  ctx.fillRect(28, -176, 17, 33);
  ctx.fillStyle = '#f6eedb';
  ctx.letterSpacing = '0px';
  ctx.font = '700 10px "Noto Serif CJK SC", serif';
  for (const [i, glyph] of [...'山野集'].entries()) ctx.fillText(glyph, 36.5, -170 + i * 10.5);
  ctx.restore();
}

export function needles(
  ctx: Ctx,
  x: number,
  y: number,
  rx: number,
  ry: number,
  count: number,
  seed: number,
): void {
  const next = random(seed);
  const tones = ['#6f7f4a', '#8c9a5d', '#55663a', '#a9b07a', '#435430'].map(hex);
  for (let i = 0; i < count; i++) {
    const a = next() * Math.PI * 2;
    const d = Math.sqrt(next());
    const rise = (1 - d) * ry * 1.9 * (i / count);
    const px = x + Math.cos(a) * d * rx;
    const py = y + Math.sin(a) * d * ry - rise;
    const turn = next() * Math.PI;
    const l = 11 + next() * 13;
    const light = 0.55 + 0.75 * (i / count) - Math.cos(a) * d * 0.2;
    const tone = mix(tones[i % 5] as (typeof tones)[0], hex('#c9cc9c'), next() < 0.12 ? 0.6 : 0);
    ctx.strokeStyle = css(times(tone, light));
    ctx.lineWidth = 2.2 + next() * 2.2;
    ctx.lineCap = 'round';
    ctx.beginPath();
    ctx.moveTo(px - Math.cos(turn) * l, py - Math.sin(turn) * l * 0.45);
    ctx.quadraticCurveTo(
      px,
      py + (next() - 0.5) * 9,
      px + Math.cos(turn) * l,
      py + Math.sin(turn) * l * 0.45,
    );
    ctx.stroke();
  }
}

export function dishOnly(ctx: Ctx, x = 0, y = 0): void {
  turned(ctx, {
    x,
    y,
    material: white,
    profile: [
      [46, 0],
      [48, 5, true],
      [84, 17],
      [98, 27],
      [99, 29],
    ],
  });
  hollow(ctx, {
    x,
    y,
    material: white,
    profile: [
      [99, 29],
      [92, 25],
      [70, 14],
      [1, 9],
    ],
  });
}

export function dish(ctx: Ctx, x: number, y: number): void {
  dishOnly(ctx, x, y);
  ctx.fillStyle = 'rgba(60,60,40,0.28)';
  ctx.beginPath();
  ctx.ellipse(x + 4, y - 15, 72, 72 * PITCH, 0, 0, 7);
  ctx.fill();
  needles(ctx, x, y - 19, 62, 15, 260, 12);
}

export const springTea: Product = {
  id: 'spring-tea',
  zh: '明前绿茶 100g',
  en: 'First-flush green tea 100 g',
  wall: 'sage',
  base: [388, 634],
  zoom: 1.3,
  leaves: 8,
  draw(ctx) {
    ctx.save();
    ctx.translate(-62, -34);
    caddy(ctx);
    ctx.restore();
    dish(ctx, 92, 16);
    needles(ctx, -30, 28, 26, 5, 9, 4);
  },
  contacts: [
    [-62, -32, 100, 25],
    [92, 18, 58, 14],
  ],
};
