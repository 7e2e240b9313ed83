import { hex } from '../draw/color.js';
import { turned, hollow, type Ctx } from '../draw/lathe.js';
import { mottle, layer, within } from '../draw/texture.js';
import { ball, tube } from '../draw/tube.js';
import type { Material } from '../draw/shade.js';
import type { Product } from './product.js';

const clay: Material = { color: hex('#a8482c'), gloss: 0.42, rough: 0.42 };
const shaded: Material = { ...clay, color: hex('#94402a') };

export function pot(ctx: Ctx): void {
  layer(ctx, sheet => {
    tube(
      sheet,
      [
        [112, -158, 13],
        [160, -176, 12],
        [196, -150, 12],
        [196, -104, 12],
        [160, -66, 11],
        [118, -52, 11],
      ],
      clay,
    );
    tube(
      sheet,
      [
        [-96, -74, 40],
        [-140, -92, 27],
        [-172, -124, 19],
        [-200, -160, 14],
        [-212, -172, 13],
      ],
      clay,
    );
    sheet.fillStyle = '#3a1710';
    sheet.save();
    sheet.translate(-213, -173);
    sheet.rotate(-0.72);
    sheet.beginPath();
    sheet.ellipse(0, 0, 5.5, 10, 0, 0, 7);
    sheet.fill();
    sheet.restore();
    turned(sheet, {
      x: 0,
      y: 0,
      material: clay,
      profile: [
        [76, 0],
        [80, 5, true],
        [112, 22],
        [140, 62],
        [143, 96],
        [128, 138],
        [98, 164],
        [76, 171],
        [75, 176, true],
        [78, 178],
      ],
    });
    hollow(sheet, {
      x: 0,
      y: 0,
      material: shaded,
      profile: [
        [78, 178],
        [70, 174],
        [1, 168],
      ],
    });
    turned(sheet, {
      x: 0,
      y: -176,
      material: clay,
      profile: [
        [74, 0],
        [75, 5],
        [70, 11],
        [46, 22],
        [20, 28],
        [10, 30, true],
        [9, 36],
      ],
      open: () => 1,
    });
    ball(sheet, 0, -224, 17, clay);
    const grain = mottle(400, 300, 5, 0.5, 21);
    within(sheet, 'soft-light', 0.55, paint => paint.drawImage(grain, -240, -260, 480, 300));
  });
}

export const teapot: Product = {
  id: 'teapot',
  zh: '朱泥小壶',
  en: 'Zhuni clay teapot',
  wall: 'sand',
  base: [412, 634],
  zoom: 1.36,
  leaves: 4,
  draw: pot,
  contacts: [[0, 2, 88, 20]],
};
