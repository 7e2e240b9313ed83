import type { Ctx } from '../../draw/lathe.js';
import { random } from '../../draw/noise.js';
import type { Mood } from './mood.js';

function ink(ctx: Ctx, x0: number, y0: number, x1: number, y1: number): CanvasGradient {
  const tone = ctx.createLinearGradient(x0, y0, x1, y1);
  tone.addColorStop(0, '#4d3a33');
  tone.addColorStop(0.4, '#33241f');
  tone.addColorStop(1, '#1d1412');
  return tone;
}

/** The bun with its pin, and the hair behind the neck. */
export function backHair(ctx: Ctx, mood: Mood): void {
  const shift = -mood.yaw * 7;
  ctx.save();
  ctx.translate(shift, 0);
  ctx.fillStyle = ink(ctx, -60, -90, 60, 60);
  ctx.beginPath();
  ctx.ellipse(0, -16, 74, 86, 0, 0, 7);
  ctx.fill();
  ctx.translate(12, -112 + mood.pitch * 4);
  ctx.rotate(0.1);
  pin(ctx, -1);
  const bun = ctx.createRadialGradient(-12, -14, 3, 0, 0, 42);
  bun.addColorStop(0, '#6a5146');
  bun.addColorStop(0.35, '#3b2a24');
  bun.addColorStop(1, '#1b1210');
  ctx.fillStyle = bun;
  ctx.beginPath();
  ctx.ellipse(0, 0, 40, 33, -0.1, 0, 7);
  ctx.fill();
  ctx.lineCap = 'round';
  const next = random(5);
  for (let i = 0; i < 13; i++) {
    const a = -2.7 + i * 0.2;
    ctx.strokeStyle = `rgba(${i % 3 ? '150,116,98' : '14,8,6'},${0.1 + next() * 0.16})`;
    ctx.lineWidth = 1 + next() * 1.4;
    ctx.beginPath();
    ctx.moveTo(Math.cos(a) * 36, Math.sin(a) * 29);
    ctx.quadraticCurveTo(Math.cos(a + 0.7) * 16, Math.sin(a + 0.7) * 14, 12 + next() * 10, 18);
    ctx.stroke();
  }
  pin(ctx, 1);
  ctx.restore();
}

/** A hairpin of pear wood: its point behind the bun, its head in front. */
function pin(ctx: Ctx, part: 1 | -1): void {
  ctx.save();
  ctx.rotate(-0.42);
  ctx.lineCap = 'round';
  ctx.strokeStyle = '#a9744a';
  ctx.lineWidth = 5;
  ctx.beginPath();
  if (part < 0) {
    ctx.moveTo(-62, 0);
    ctx.lineTo(-20, 0);
  } else {
    ctx.moveTo(26, 0);
    ctx.lineTo(60, 0);
  }
  ctx.stroke();
  if (part > 0) {
    const bead = ctx.createRadialGradient(61, -2, 1, 63, 0, 8);
    bead.addColorStop(0, '#e3f0dc');
    bead.addColorStop(1, '#749f83');
    ctx.fillStyle = bead;
    ctx.beginPath();
    ctx.arc(63, 0, 7.5, 0, 7);
    ctx.fill();
  }
  ctx.restore();
}

export function frontHair(ctx: Ctx, mood: Mood, turn: number): void {
  const part = -14 + turn * 0.75;
  const drop = mood.pitch * 7;
  const sway = Math.sin(mood.tilt * 20) * 1.6;
  ctx.fillStyle = ink(ctx, -50, -100, 56, 40);
  ctx.beginPath();
  ctx.moveTo(part, -66 + drop);
  ctx.bezierCurveTo(part - 24, -58 + drop, -56 + turn * 0.4, -42 + drop, -58, -4);
  ctx.bezierCurveTo(-59, 12, -62, 22, -66 + sway, 36);
  ctx.bezierCurveTo(-72, 22, -74, 0, -73, -20);
  ctx.bezierCurveTo(-72, -68, -46, -103, 0, -104);
  ctx.bezierCurveTo(46, -103, 72, -68, 73, -20);
  ctx.bezierCurveTo(74, 0, 72, 22, 66 + sway, 36);
  ctx.bezierCurveTo(62, 22, 59, 12, 58, -4);
  ctx.bezierCurveTo(56 + turn * 0.4, -44 + drop, part + 44, -56 + drop, part, -66 + drop);
  ctx.closePath();
  ctx.fill();
  ctx.save();
  ctx.clip();
  const shine = ctx.createLinearGradient(-70, -70, 40, -40);
  shine.addColorStop(0, 'rgba(190,150,126,0)');
  shine.addColorStop(0.32, 'rgba(190,150,126,0.34)');
  shine.addColorStop(0.55, 'rgba(190,150,126,0)');
  ctx.fillStyle = shine;
  ctx.fillRect(-80, -110, 160, 120);
  ctx.lineCap = 'round';
  for (let i = 0; i < 12; i++) {
    const f = i / 11;
    ctx.strokeStyle = i % 2 ? 'rgba(12,7,5,0.22)' : 'rgba(168,130,110,0.16)';
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(part, -70 + drop);
    ctx.bezierCurveTo(part - 26, -98 + f * 34, -70 + f * 6, -70 + f * 24, -68 + f * 8, 4);
    ctx.moveTo(part, -70 + drop);
    ctx.bezierCurveTo(part + 46, -98 + f * 34, 72 - f * 6, -70 + f * 22, 69 - f * 8, 4);
    ctx.stroke();
  }
  ctx.restore();
  // Loose hair at the temples.
  ctx.strokeStyle = '#33241f';
  ctx.lineCap = 'round';
  for (const s of [-1, 1]) {
    ctx.lineWidth = 2.6;
    ctx.beginPath();
    ctx.moveTo(s * 62, 10);
    ctx.bezierCurveTo(s * 64, 34, s * 56 + sway, 48, s * 60 + sway * 2, 66);
    ctx.stroke();
    ctx.lineWidth = 1.4;
    ctx.beginPath();
    ctx.moveTo(s * 60, 6);
    ctx.bezierCurveTo(s * 60, 28, s * 52 + sway, 40, s * 54 + sway * 2, 54);
    ctx.stroke();
  }
}
