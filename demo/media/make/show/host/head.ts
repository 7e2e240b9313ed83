import type { Ctx } from '../../draw/lathe.js';
import { face } from './face.js';
import { backHair, frontHair } from './hair.js';
import type { Mood } from './mood.js';

/** The middle of the face while she stands still. */
export const FACE = { x: 360, y: 482 } as const;

function skull(ctx: Ctx): void {
  ctx.beginPath();
  ctx.moveTo(0, -92);
  ctx.bezierCurveTo(-44, -92, -66, -54, -65, -10);
  ctx.bezierCurveTo(-64, 26, -56, 52, -36, 72);
  ctx.bezierCurveTo(-22, 85, -10, 89, 0, 89);
  ctx.bezierCurveTo(10, 89, 22, 85, 36, 72);
  ctx.bezierCurveTo(56, 52, 64, 26, 65, -10);
  ctx.bezierCurveTo(66, -54, 44, -92, 0, -92);
  ctx.closePath();
}

function ear(ctx: Ctx, side: 1 | -1, shift: number): void {
  ctx.save();
  ctx.translate(side * 64 + shift, 12);
  const tone = ctx.createLinearGradient(-8, -12, 8, 14);
  tone.addColorStop(0, '#f1c9ae');
  tone.addColorStop(1, '#d99f82');
  ctx.fillStyle = tone;
  ctx.beginPath();
  ctx.ellipse(0, 0, 8.5, 16, side * 0.14, 0, 7);
  ctx.fill();
  // A drop of jade.
  ctx.strokeStyle = '#c9a55e';
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  ctx.moveTo(side * 1.5, 15);
  ctx.lineTo(side * 1.5, 22);
  ctx.stroke();
  const jade = ctx.createRadialGradient(side * 1.5 - 1.5, 26, 0.5, side * 1.5, 28, 6);
  jade.addColorStop(0, '#dff0dc');
  jade.addColorStop(1, '#6fa284');
  ctx.fillStyle = jade;
  ctx.beginPath();
  ctx.ellipse(side * 1.5, 27.5, 4, 5.6, 0, 0, 7);
  ctx.fill();
  ctx.restore();
}

/** Everything above the collar; the mood turns it. */
export function head(ctx: Ctx, mood: Mood, layer: 'back' | 'front'): void {
  ctx.save();
  ctx.translate(FACE.x + mood.lean, FACE.y - mood.breath * 1.2);
  ctx.translate(0, 86);
  ctx.rotate(mood.tilt);
  ctx.translate(0, -86 + mood.pitch * 5);
  const turn = mood.yaw * 15;
  if (layer === 'back') {
    backHair(ctx, mood);
  } else {
    ear(ctx, -1, -turn * 0.35);
    ear(ctx, 1, -turn * 0.35);
    skull(ctx);
    const skin = ctx.createRadialGradient(-24 + turn, -14, 12, 4 + turn * 0.6, 8, 104);
    skin.addColorStop(0, '#fdeadb');
    skin.addColorStop(0.5, '#f7d6bf');
    skin.addColorStop(0.85, '#ecbb9d');
    skin.addColorStop(1, '#dca383');
    ctx.fillStyle = skin;
    ctx.fill();
    ctx.save();
    skull(ctx);
    ctx.clip();
    face(ctx, mood, turn);
    ctx.restore();
    frontHair(ctx, mood, turn);
  }
  ctx.restore();
}
