import { css, hex } from '../draw/color.js';
import { turned, type Ctx } from '../draw/lathe.js';
import { layer, mottle, within } from '../draw/texture.js';
import { ball, tube } from '../draw/tube.js';
import type { Material } from '../draw/shade.js';
import type { Product } from './product.js';

const iron: Material = { color: hex('#3a3836'), gloss: 0.6, rough: 0.55 };
const bronze: Material = { color: hex('#8d6b3e'), gloss: 0.7, rough: 0.35, metal: true };

/** Rows of cast dots, closer towards the edges where the body turns away. */
function hail(ctx: Ctx): void {
  for (let row = 0; row < 7; row++) {
    const h = 62 + row * 13;
    const r = [150, 154, 154, 150, 143, 133, 119][row] as number;
    const n = 26;
    for (let i = 0; i < n; i++) {
      const a = -1.42 + (2.84 * (i + (row % 2) * 0.5)) / n;
      const x = Math.sin(a) * r;
      const y = -h + Math.cos(a) * r * 0.245;
      const w = 4.2 * Math.cos(a) + 0.6;
      ctx.fillStyle = 'rgba(0,0,0,0.34)';
      ctx.beginPath();
      ctx.ellipse(x + 1, y + 1.6, w, 4.4, 0, 0, 7);
      ctx.fill();
      ctx.fillStyle = css(hex('#7b7771'), 0.2 + 0.55 * Math.max(0, Math.sin(-a * 0.9 + 0.35)));
      ctx.beginPath();
      ctx.ellipse(x - 0.6, y - 0.9, w * 0.72, 2.9, 0, 0, 7);
      ctx.fill();
    }
  }
}

export function kettleBody(ctx: Ctx): void {
  layer(ctx, sheet => {
    tube(
      sheet,
      [
        [118, -112, 26],
        [158, -124, 21],
        [184, -146, 16],
        [198, -166, 14],
      ],
      iron,
    );
    sheet.fillStyle = '#0e0d0c';
    sheet.beginPath();
    sheet.ellipse(199, -168, 13, 6.5, 0.55, 0, 7);
    sheet.fill();
    turned(sheet, {
      x: 0,
      y: 0,
      material: iron,
      profile: [
        [88, 0],
        [92, 6, true],
        [130, 26],
        [152, 70],
        [154, 98],
        [138, 140],
        [104, 166],
        [78, 174],
        [72, 176, true],
        [71, 182, true],
        [64, 183],
      ],
    });
    hail(sheet);
    const sand = mottle(440, 320, 3, 0.9, 41);
    within(sheet, 'soft-light', 0.5, paint => paint.drawImage(sand, -220, -300));
  });
}

export function kettleLid(ctx: Ctx): void {
  turned(ctx, {
    x: 0,
    y: -182,
    material: iron,
    profile: [
      [64, 0],
      [65, 4],
      [58, 9],
      [36, 16],
      [16, 19],
      [8, 20, true],
      [7, 28],
    ],
    open: () => 1,
  });
  ball(ctx, 0, -222, 13, bronze);
}

export function kettleHandle(ctx: Ctx): void {
  tube(
    ctx,
    [
      [-98, -164, 9],
      [-112, -206, 8],
      [-104, -262, 8],
      [-58, -306, 9],
      [0, -318, 10],
      [58, -306, 9],
      [104, -262, 8],
      [112, -206, 8],
      [98, -164, 9],
    ],
    { ...iron, gloss: 0.75, rough: 0.4 },
  );
  ball(ctx, -98, -164, 13, iron);
  ball(ctx, 98, -164, 13, iron);
}

export const kettle: Product = {
  id: 'kettle',
  zh: '铸铁水壶',
  en: 'Cast-iron kettle',
  wall: 'sand',
  base: [384, 668],
  zoom: 1.24,
  leaves: 5,
  draw(ctx) {
    kettleBody(ctx);
    kettleLid(ctx);
    kettleHandle(ctx);
  },
  contacts: [[0, 2, 104, 25]],
};
