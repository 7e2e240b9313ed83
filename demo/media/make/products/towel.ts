import { hex } from '../draw/color.js';
import type { Ctx } from '../draw/lathe.js';
import { random } from '../draw/noise.js';
import { layer, receding, weave, within } from '../draw/texture.js';
import { tube } from '../draw/tube.js';
import type { Product } from './product.js';

/** One cloth folded in three: rounded folds in front, a flat top running back. */
function folded(
  ctx: Ctx,
  y: number,
  color: string,
  half: number,
  depth: number,
  stripe: string | null,
  seed: number,
): void {
  const cloth = { color: hex(color), gloss: 0.05, rough: 1 };
  const next = random(seed);
  const inset = half * 0.13;
  layer(ctx, sheet => {
    for (let i = 0; i < 3; i++) {
      const fy = y - 11 - i * 18;
      const skew = (next() - 0.5) * 5;
      tube(
        sheet,
        [
          [-half + skew, fy + 1, 11],
          [-half / 3, fy - 1.5, 11.5],
          [half / 3, fy + 1, 11],
          [half + skew * 0.6, fy, 11],
        ],
        cloth,
        () => 0.7 + i * 0.15,
      );
    }
    const top = y - 58;
    const plane = (): void => {
      sheet.beginPath();
      sheet.moveTo(-half - 2, top + 10);
      sheet.quadraticCurveTo(-half + inset * 0.4, top - depth * 0.5, -half + inset, top - depth);
      sheet.bezierCurveTo(
        -half * 0.3,
        top - depth - 4,
        half * 0.4,
        top - depth + 3,
        half - inset,
        top - depth,
      );
      sheet.quadraticCurveTo(half - inset * 0.5, top - depth * 0.5, half + 2, top + 10);
      sheet.bezierCurveTo(half * 0.4, top + 13, -half * 0.4, top + 7, -half - 2, top + 10);
      sheet.closePath();
    };
    plane();
    const light = sheet.createLinearGradient(-half, top - depth, half, top + 10);
    light.addColorStop(0, 'rgba(255,255,255,1)');
    light.addColorStop(1, 'rgba(226,220,210,1)');
    sheet.fillStyle = light;
    sheet.fill();
    sheet.save();
    sheet.clip();
    sheet.globalCompositeOperation = 'multiply';
    sheet.fillStyle = color;
    sheet.fillRect(-half - 20, top - depth - 10, half * 2 + 40, depth + 30);
    sheet.restore();
    const linen = weave(half * 2, depth * 3, 4, seed);
    within(sheet, 'soft-light', 0.75, paint => {
      paint.save();
      receding(paint, linen, [-half + inset, half - inset, top - depth - 4], [-half - 2, half + 2, top + 12]);
      paint.drawImage(linen, 0, 0, half * 2, 70, -half - 14, y - 62, half * 2 + 28, 70);
      paint.restore();
    });
    if (stripe) {
      within(sheet, 'multiply', 0.85, paint => {
        paint.fillStyle = stripe;
        for (const [a, b] of [
          [0.62, 0.68],
          [0.7, 0.715],
          [0.6, 0.605],
        ] as const) {
          const far = (t: number): number => -half + inset + (half - inset) * 2 * t;
          const near = (t: number): number => -half + half * 2 * t;
          paint.beginPath();
          paint.moveTo(far(a), top - depth - 4);
          paint.lineTo(far(b), top - depth - 4);
          paint.lineTo(near(b), top + 10);
          paint.quadraticCurveTo(near(b) + 1, top + 24, near(b), y + 2);
          paint.lineTo(near(a), y + 2);
          paint.quadraticCurveTo(near(a) + 1, top + 24, near(a), top + 10);
          paint.fill();
        }
      });
    }
    // Valleys between the folds.
    within(sheet, 'multiply', 1, paint => {
      paint.filter = 'blur(3px)';
      paint.strokeStyle = 'rgba(60,46,34,0.5)';
      paint.lineWidth = 4;
      for (const dy of [-20, -38]) {
        paint.beginPath();
        paint.moveTo(-half - 10, y + dy);
        paint.bezierCurveTo(-half / 2, y + dy - 2, half / 2, y + dy + 2, half + 10, y + dy);
        paint.stroke();
      }
    });
  });
}

export function drawTowel(ctx: Ctx): void {
  folded(ctx, 0, '#93a18a', 206, 104, null, 3);
  ctx.save();
  ctx.filter = 'blur(7px)';
  ctx.fillStyle = 'rgba(40,44,30,0.4)';
  ctx.fillRect(-178, -68, 372, 12);
  ctx.restore();
  ctx.save();
  ctx.translate(4, -58);
  folded(ctx, 0, '#e6dac2', 190, 94, '#3d5170', 8);
  ctx.restore();
}

export const towel: Product = {
  id: 'towel',
  zh: '亚麻茶巾',
  en: 'Linen tea cloth',
  wall: 'clay',
  base: [400, 620],
  horizon: 300,
  zoom: 1.36,
  leaves: 26,
  draw: drawTowel,
  contacts: [[0, 0, 214, 15]],
};
