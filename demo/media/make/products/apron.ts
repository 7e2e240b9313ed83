import type { Ctx } from '../draw/lathe.js';
import { fbm, smooth } from '../draw/noise.js';
import { layer, painted, weave, within, wood } from '../draw/texture.js';
import type { Product } from './product.js';

const INDIGO = '#2f4a70';

function outline(ctx: Ctx): void {
  ctx.beginPath();
  ctx.moveTo(-70, 118);
  ctx.bezierCurveTo(-30, 124, 30, 124, 70, 118);
  ctx.bezierCurveTo(76, 168, 96, 206, 156, 232);
  ctx.bezierCurveTo(162, 318, 168, 420, 176, 506);
  ctx.bezierCurveTo(120, 522, 60, 508, 4, 518);
  ctx.bezierCurveTo(-60, 526, -120, 508, -172, 512);
  ctx.bezierCurveTo(-166, 420, -162, 318, -154, 232);
  ctx.bezierCurveTo(-96, 206, -76, 168, -70, 118);
  ctx.closePath();
}

function strap(ctx: Ctx, points: readonly number[], width: number, color: string): void {
  const [x0, y0, a, b, c, d, x1, y1] = points as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  ctx.lineCap = 'round';
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.bezierCurveTo(a, b, c, d, x1, y1);
  ctx.stroke();
}

function stitches(ctx: Ctx): void {
  ctx.strokeStyle = 'rgba(240,236,222,0.85)';
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.setLineDash([7, 6]);
  ctx.beginPath();
  ctx.moveTo(-66, 130);
  ctx.bezierCurveTo(-30, 135, 30, 135, 66, 130);
  ctx.stroke();
  ctx.setLineDash([5, 5]);
  ctx.lineWidth = 1.7;
  // Sashiko on the pocket: waves of hills.
  for (let row = 0; row < 4; row++) {
    for (let i = 0; i < 4; i++) {
      if (i === 3 && row % 2) continue;
      const x = -60 + i * 40 + (row % 2) * 20;
      const y = 372 + row * 22;
      for (const r of [20, 13, 6]) {
        ctx.beginPath();
        ctx.arc(x, y, r, Math.PI, Math.PI * 2);
        ctx.stroke();
      }
    }
  }
  ctx.setLineDash([]);
}

export function drawApron(ctx: Ctx): void {
  strap(ctx, [-58, 126, -64, 40, -30, 14, 0, 6], 15, '#27405f');
  strap(ctx, [58, 126, 64, 40, 30, 14, 0, 6], 15, '#3a587f');
  layer(ctx, sheet => {
    strap(sheet, [-152, 240, -186, 262, -196, 340, -190, 420], 13, '#263e5c');
    strap(sheet, [152, 240, 190, 262, 200, 352, 188, 436], 13, '#2b4566');
    outline(sheet);
    const body = sheet.createLinearGradient(-170, 120, 176, 480);
    body.addColorStop(0, '#46668f');
    body.addColorStop(0.45, INDIGO);
    body.addColorStop(1, '#20344f');
    sheet.fillStyle = body;
    sheet.fill();
    const folds = painted(200, 230, (x, y) => {
      const u = (x - 100) / 100;
      const bend = fbm(u * 1.3, y / 160, 5, 2) * 1.2;
      const f = Math.sin((u * (1 + y / 700) + bend) * 8.5);
      const strength = smooth(30, 200, y) * 0.9 + 0.1;
      const g = 128 + f * 92 * strength;
      return [g, g, g, 1];
    });
    within(sheet, 'soft-light', 0.62, paint => paint.drawImage(folds, -200, 100, 400, 440));
    const linen = weave(440, 460, 3, 9);
    within(sheet, 'soft-light', 0.55, paint => paint.drawImage(linen, -210, 90));
    const wash = painted(110, 120, (x, y) => {
      const g = 128 + (fbm(x / 18, y / 18, 3, 4) - 0.5) * 150;
      return [g, g, g + 6, 1];
    });
    within(sheet, 'soft-light', 0.5, paint => paint.drawImage(wash, -210, 90, 440, 460));
  });
  ctx.fillStyle = 'rgba(14,24,42,0.34)';
  ctx.filter = 'blur(3px)';
  ctx.fillRect(-88, 346, 180, 106);
  ctx.filter = 'none';
  const pocket = ctx.createLinearGradient(-90, 340, 90, 450);
  pocket.addColorStop(0, '#3f5e87');
  pocket.addColorStop(1, '#273f60');
  ctx.fillStyle = pocket;
  ctx.beginPath();
  ctx.roundRect(-90, 340, 180, 106, [2, 2, 12, 12]);
  ctx.fill();
  ctx.fillStyle = 'rgba(255,255,255,0.12)';
  ctx.fillRect(-90, 340, 180, 9);
  stitches(ctx);
}

/** The rail it hangs from. */
export function peg(ctx: Ctx): void {
  const grain = wood(700, 40, [138, 100, 62], [214, 178, 132], 5);
  ctx.save();
  ctx.filter = 'blur(8px)';
  ctx.fillStyle = 'rgba(50,34,20,0.35)';
  ctx.fillRect(-250, -8, 520, 34);
  ctx.filter = 'none';
  ctx.beginPath();
  ctx.roundRect(-260, -24, 520, 34, 5);
  ctx.clip();
  ctx.drawImage(grain, -260, -24, 520, 34);
  const light = ctx.createLinearGradient(0, -24, 0, 10);
  light.addColorStop(0, 'rgba(255,246,226,0.5)');
  light.addColorStop(0.2, 'rgba(255,246,226,0)');
  light.addColorStop(1, 'rgba(50,26,8,0.4)');
  ctx.fillStyle = light;
  ctx.fillRect(-260, -24, 520, 34);
  ctx.restore();
  for (const x of [-180, 0, 180]) {
    ctx.fillStyle = 'rgba(50,30,14,0.35)';
    ctx.beginPath();
    ctx.arc(x + 5, -2, 14, 0, 7);
    ctx.fill();
    const knob = ctx.createRadialGradient(x - 4, -11, 1, x, -7, 13);
    knob.addColorStop(0, '#f0d9b4');
    knob.addColorStop(1, '#a87c4e');
    ctx.fillStyle = knob;
    ctx.beginPath();
    ctx.arc(x, -7, 13, 0, 7);
    ctx.fill();
  }
}

export const apron: Product = {
  id: 'apron',
  zh: '靛蓝围裙',
  en: 'Indigo apron',
  wall: 'mist',
  base: [400, 104],
  zoom: 1.2,
  leaves: 9,
  hangs: true,
  draw: drawApron,
  contacts: [],
};
