import { hex } from '../draw/color.js';
import { hollow, turned, type Ctx } from '../draw/lathe.js';
import { bladePath } from '../draw/leaf.js';
import { layer, within } from '../draw/texture.js';
import type { Material } from '../draw/shade.js';
import type { Product } from './product.js';

const glaze: Material = { color: hex('#dddcd3'), gloss: 1.25, rough: 0.05, glow: 0.06 };

export function saucer(ctx: Ctx): void {
  turned(ctx, {
    x: 0,
    y: 0,
    material: glaze,
    profile: [
      [74, 0],
      [78, 6, true],
      [96, 10],
      [150, 27],
      [172, 40],
      [174, 42],
    ],
    open: h => 0.55 + Math.min(0.45, h / 60),
  });
  hollow(ctx, {
    x: 0,
    y: 0,
    material: glaze,
    profile: [
      [174, 42],
      [166, 38],
      [140, 26],
      [92, 16],
      [84, 14, true],
      [70, 12],
      [1, 12],
    ],
    open: h => 0.7 + Math.min(0.3, (h - 12) / 60),
  });
}

export function bowl(ctx: Ctx): void {
  layer(ctx, sheet => {
    turned(sheet, {
      x: 0,
      y: -10,
      material: glaze,
      profile: [
        [50, 0],
        [52, 16, true],
        [62, 22],
        [98, 60],
        [117, 104],
        [126, 140],
        [139, 168],
        [141, 170],
      ],
      open: h => 0.5 + Math.min(0.5, h / 80),
    });
    // A sprig of three leaves under the glaze.
    within(sheet, 'multiply', 0.72, paint => {
      paint.fillStyle = '#8fa27c';
      for (const [x, y, l, w, a] of [
        [4, -78, 58, 9, -0.62],
        [0, -74, 52, 8, -1.35],
        [-4, -76, 44, 7, -2.25],
      ] as const) {
        paint.beginPath();
        bladePath(paint, x, y, l, w, a);
        paint.fill();
      }
      paint.strokeStyle = '#8fa27c';
      paint.lineWidth = 2;
      paint.beginPath();
      paint.moveTo(1, -74);
      paint.quadraticCurveTo(-4, -56, -14, -46);
      paint.stroke();
    });
  });
  hollow(ctx, {
    x: 0,
    y: -10,
    material: glaze,
    profile: [
      [141, 170],
      [134, 164],
      [124, 142],
      [114, 110],
      [1, 70],
    ],
  });
}

export function lid(ctx: Ctx): void {
  turned(ctx, {
    x: 0,
    y: -166,
    material: glaze,
    profile: [
      [122, 0],
      [124, 3],
      [120, 10],
      [96, 30],
      [62, 44],
      [34, 50],
      [27, 52, true],
      [25, 60],
      [33, 74],
      [34, 76],
    ],
    open: h => 0.72 + Math.min(0.28, h / 40),
  });
  hollow(ctx, {
    x: 0,
    y: -166,
    material: glaze,
    profile: [
      [34, 76],
      [29, 73],
      [22, 66],
      [1, 64],
    ],
    open: () => 0.8,
  });
}

export const gaiwan: Product = {
  id: 'gaiwan',
  zh: '白瓷盖碗',
  en: 'White porcelain gaiwan',
  wall: 'sage',
  base: [400, 640],
  zoom: 1.42,
  leaves: 11,
  draw(ctx) {
    saucer(ctx);
    bowl(ctx);
    lid(ctx);
  },
  contacts: [
    [0, 2, 92, 22],
    [10, 6, 150, 30],
  ],
};
