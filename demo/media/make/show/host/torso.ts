import type { Ctx } from '../../draw/lathe.js';
import { fbm } from '../../draw/noise.js';
import { canvas, context, painted, weave, within } from '../../draw/texture.js';
import type { Mood } from './mood.js';

/** Where the neck meets the collar. */
export const COLLAR = { x: 360, y: 604 } as const;
export const SHOULDER = { x: 97, y: 46 } as const;
const OVER = 2;

function blouse(ctx: Ctx): void {
  ctx.beginPath();
  ctx.moveTo(-32, -14);
  ctx.bezierCurveTo(-52, 6, -88, 8, -112, 26);
  ctx.bezierCurveTo(-132, 42, -128, 90, -116, 130);
  ctx.lineTo(-112, 250);
  ctx.lineTo(112, 250);
  ctx.lineTo(116, 130);
  ctx.bezierCurveTo(128, 90, 132, 42, 112, 26);
  ctx.bezierCurveTo(88, 8, 52, 6, 32, -14);
  ctx.lineTo(4, 50);
  ctx.closePath();
}

/** Crossed collar, left over right as it should be, of a slightly darker linen. */
function collar(ctx: Ctx): void {
  const band = (flip: 1 | -1): void => {
    ctx.save();
    ctx.scale(flip, 1);
    const tone = ctx.createLinearGradient(-40, 0, 40, 60);
    tone.addColorStop(0, flip < 0 ? '#f3e8d3' : '#e9dbc1');
    tone.addColorStop(1, '#cdb996');
    ctx.fillStyle = tone;
    ctx.beginPath();
    ctx.moveTo(-31, -16);
    ctx.bezierCurveTo(-26, 8, 2, 44, 34, 82);
    ctx.lineTo(16, 96);
    ctx.bezierCurveTo(-12, 62, -42, 28, -46, 0);
    ctx.closePath();
    ctx.shadowColor = 'rgba(90,62,38,0.35)';
    ctx.shadowBlur = 8;
    ctx.shadowOffsetY = 2;
    ctx.fill();
    ctx.shadowColor = 'transparent';
    ctx.strokeStyle = 'rgba(150,120,84,0.5)';
    ctx.lineWidth = 1.2;
    ctx.stroke();
    ctx.restore();
  };
  band(1);
  band(-1);
}

function bib(ctx: Ctx): void {
  ctx.lineCap = 'butt';
  for (const s of [-1, 1]) {
    ctx.strokeStyle = s < 0 ? '#4a6b96' : '#33507a';
    ctx.lineWidth = 15;
    ctx.beginPath();
    ctx.moveTo(s * 58, 90);
    ctx.bezierCurveTo(s * 56, 50, s * 50, 20, s * 40, -10);
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.moveTo(-68, 84);
  ctx.quadraticCurveTo(0, 94, 68, 84);
  ctx.bezierCurveTo(72, 116, 84, 136, 114, 148);
  ctx.lineTo(118, 252);
  ctx.lineTo(-118, 252);
  ctx.lineTo(-114, 148);
  ctx.bezierCurveTo(-84, 136, -72, 116, -68, 84);
  ctx.closePath();
  const cloth = ctx.createLinearGradient(-110, 80, 110, 240);
  cloth.addColorStop(0, '#52749f');
  cloth.addColorStop(0.5, '#38567f');
  cloth.addColorStop(1, '#243c5c');
  ctx.fillStyle = cloth;
  ctx.shadowColor = 'rgba(50,34,20,0.4)';
  ctx.shadowBlur = 12;
  ctx.fill();
  ctx.shadowColor = 'transparent';
  ctx.setLineDash([6, 5]);
  ctx.strokeStyle = 'rgba(244,240,226,0.85)';
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.moveTo(-64, 95);
  ctx.quadraticCurveTo(0, 105, 64, 95);
  ctx.stroke();
  ctx.setLineDash([]);
  // The shop's mark, stitched small.
  ctx.strokeStyle = 'rgba(244,240,226,0.8)';
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  ctx.arc(35, 124, 3.4, 0, 7);
  ctx.moveTo(22, 136);
  ctx.quadraticCurveTo(30, 122, 36, 134);
  ctx.quadraticCurveTo(42, 126, 50, 136);
  ctx.stroke();
}

/** Blouse, collar and apron with their folds: drawn once, moved by breath. */
export function torso(): HTMLCanvasElement {
  const ctx = context(canvas(320 * OVER, 300 * OVER));
  ctx.scale(OVER, OVER);
  ctx.translate(160, 30);
  blouse(ctx);
  const linen = ctx.createLinearGradient(-120, 0, 120, 120);
  linen.addColorStop(0, '#fdf6e8');
  linen.addColorStop(0.5, '#f1e5cf');
  linen.addColorStop(1, '#cdb898');
  ctx.fillStyle = linen;
  ctx.fill();
  const folds = painted(160, 150, (x, y) => {
    const u = (x - 80) / 80;
    const f = Math.sin(u * 9 + Math.sign(u) * y * 0.05 + fbm(x / 40, y / 50, 3) * 5);
    const g = 128 + f * 40;
    return [g, g, g, 1];
  });
  within(ctx, 'soft-light', 0.6, paint => paint.drawImage(folds, -160, -30, 320, 300));
  collar(ctx);
  bib(ctx);
  const threads = weave(320, 300, 3, 4);
  within(ctx, 'soft-light', 0.3, paint => paint.drawImage(threads, -160, -30));
  const wash = painted(80, 75, (x, y) => {
    const g = 128 + (fbm(x / 14, y / 14, 8, 3) - 0.5) * 120;
    return [g, g, g, 1];
  });
  within(ctx, 'soft-light', 0.5, paint => paint.drawImage(wash, -160, -30, 320, 300));
  // Shade under the arms and towards the table.
  within(ctx, 'multiply', 1, paint => {
    const low = paint.createLinearGradient(0, 60, 0, 200);
    low.addColorStop(0, 'rgba(110,84,60,0)');
    low.addColorStop(1, 'rgba(80,60,48,0.5)');
    paint.fillStyle = low;
    paint.fillRect(-160, -30, 320, 300);
    const right = paint.createLinearGradient(20, 0, 130, 20);
    right.addColorStop(0, 'rgba(110,84,60,0)');
    right.addColorStop(1, 'rgba(110,84,60,0.34)');
    paint.fillStyle = right;
    paint.fillRect(-160, -30, 320, 300);
  });
  return ctx.canvas;
}

export function neck(ctx: Ctx, mood: Mood): void {
  ctx.save();
  ctx.translate(COLLAR.x + mood.lean * 0.7, COLLAR.y - mood.breath * 1.4);
  const skin = ctx.createLinearGradient(-28, 0, 30, 0);
  skin.addColorStop(0, '#f3d0b6');
  skin.addColorStop(0.5, '#e8b797');
  skin.addColorStop(1, '#c98f70');
  ctx.fillStyle = skin;
  ctx.beginPath();
  ctx.moveTo(-24, -72);
  ctx.lineTo(-25, -24);
  ctx.quadraticCurveTo(-30, -10, -42, -4);
  ctx.lineTo(4, 60);
  ctx.lineTo(42, -4);
  ctx.quadraticCurveTo(30, -10, 25, -24);
  ctx.lineTo(24, -72);
  ctx.closePath();
  ctx.fill();
  const under = ctx.createLinearGradient(0, -56, 0, -8);
  under.addColorStop(0, 'rgba(150,84,62,0.55)');
  under.addColorStop(1, 'rgba(150,84,62,0)');
  ctx.fillStyle = under;
  ctx.fill();
  ctx.strokeStyle = 'rgba(176,112,86,0.4)';
  ctx.lineWidth = 1.6;
  ctx.lineCap = 'round';
  for (const s of [-1, 1]) {
    ctx.beginPath();
    ctx.moveTo(s * 6, 4);
    ctx.quadraticCurveTo(s * 18, -2, s * 28, -5);
    ctx.stroke();
  }
  ctx.restore();
}

export function placeTorso(ctx: Ctx, sprite: HTMLCanvasElement, mood: Mood): void {
  ctx.save();
  ctx.translate(COLLAR.x + mood.lean * 0.6, COLLAR.y - mood.breath * 1.5);
  ctx.scale(1 + mood.breath * 0.004, 1 + mood.breath * 0.005);
  ctx.drawImage(sprite, -160, -30, 320, 300);
  ctx.restore();
}
