import { hex } from '../draw/color.js';
import { hollow, turned, type Ctx } from '../draw/lathe.js';
import { bladePath } from '../draw/leaf.js';
import { PITCH, type Material } from '../draw/shade.js';
import { layer, within } from '../draw/texture.js';
import type { Product } from './product.js';

const celadon: Material = { color: hex('#a3b79a'), gloss: 0.85, rough: 0.12, glow: 0.12 };

export function candleCup(ctx: Ctx): void {
  layer(ctx, sheet => {
    turned(sheet, {
      x: 0,
      y: 0,
      material: celadon,
      profile: [
        [86, 0],
        [92, 4],
        [98, 14],
        [101, 40],
        [102, 170],
        [101, 196],
        [98, 200],
        [95, 201],
      ],
      open: h => 0.66 + Math.min(0.34, h / 60),
    });
    // Carved leaves: glaze lies deeper in the cut, and catches light on its lower edge.
    const leaves = [
      [-26, -52, 78, 12, -1.25],
      [-20, -60, 84, 12, -0.72],
      [-30, -58, 70, 11, -1.85],
      [-18, -84, 62, 10, -0.25],
      [34, -112, 60, 9, -1.05],
    ] as const;
    within(sheet, 'multiply', 0.7, paint => {
      paint.fillStyle = '#7c9a78';
      paint.strokeStyle = '#7c9a78';
      for (const [x, y, l, w, a] of leaves) {
        paint.beginPath();
        bladePath(paint, x, y, l, w, a);
        paint.fill();
      }
      paint.lineWidth = 3;
      paint.beginPath();
      paint.moveTo(-44, -22);
      paint.bezierCurveTo(-30, -60, 0, -90, 40, -116);
      paint.stroke();
    });
    within(sheet, 'soft-light', 0.8, paint => {
      paint.fillStyle = '#f4f7e6';
      for (const [x, y, l, w, a] of leaves) {
        paint.beginPath();
        bladePath(paint, x, y + 1, l * 0.94, w * 0.42, a + 0.05);
        paint.fill();
      }
    });
  });
  hollow(ctx, {
    x: 0,
    y: 0,
    material: { color: hex('#bccab0'), gloss: 0.6, rough: 0.2, glow: 0.4 },
    profile: [
      [95, 201],
      [92, 198],
      [91, 180],
      [90, 168],
      [1, 166],
    ],
    open: () => 0.95,
  });
  const wax = ctx.createRadialGradient(0, -172, 4, 0, -172, 90);
  wax.addColorStop(0, '#fff4cf');
  wax.addColorStop(0.35, '#f7ecd0');
  wax.addColorStop(1, '#d8ceae');
  ctx.fillStyle = wax;
  ctx.beginPath();
  ctx.ellipse(0, -176, 89, 89 * PITCH, 0, 0, 7);
  ctx.fill();
  ctx.strokeStyle = '#3a2a1c';
  ctx.lineWidth = 3;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(0, -176);
  ctx.quadraticCurveTo(3, -186, 1, -196);
  ctx.stroke();
}

/** `lean` bends the flame, `size` is 1 for a quiet one. */
export function flame(ctx: Ctx, lean = 0, size = 1): void {
  ctx.save();
  ctx.translate(1, -192);
  ctx.scale(size, size);
  const halo = ctx.createRadialGradient(0, -22, 4, 0, -22, 130);
  halo.addColorStop(0, 'rgba(255,214,130,0.75)');
  halo.addColorStop(0.3, 'rgba(255,196,110,0.22)');
  halo.addColorStop(1, 'rgba(255,190,110,0)');
  ctx.globalCompositeOperation = 'screen';
  ctx.fillStyle = halo;
  ctx.fillRect(-140, -170, 280, 290);
  ctx.globalCompositeOperation = 'source-over';
  const shape = (w: number, h: number, color: string | CanvasGradient): void => {
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.moveTo(0, 2);
    ctx.bezierCurveTo(-w, 0, -w * 0.9, -h * 0.45, lean * 10, -h);
    ctx.bezierCurveTo(w * 0.9, -h * 0.45, w, 0, 0, 2);
    ctx.fill();
  };
  const fire = ctx.createLinearGradient(0, 2, 0, -54);
  fire.addColorStop(0, 'rgba(120,150,255,0.55)');
  fire.addColorStop(0.2, '#ffb648');
  fire.addColorStop(0.7, '#ffe08a');
  fire.addColorStop(1, 'rgba(255,240,190,0.6)');
  shape(12, 54, fire);
  shape(6, 32, '#fffbe6');
  ctx.restore();
}

export const candle: Product = {
  id: 'candle',
  zh: '竹叶香薰蜡',
  en: 'Bamboo-leaf candle',
  wall: 'sage',
  base: [400, 650],
  zoom: 1.5,
  leaves: 14,
  draw(ctx) {
    candleCup(ctx);
  },
  light: ctx => flame(ctx, 0.25, 1),
  contacts: [[0, 2, 92, 23]],
};
