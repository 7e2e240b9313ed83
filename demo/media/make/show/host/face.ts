import type { Ctx } from '../../draw/lathe.js';
import type { Mood } from './mood.js';

function blush(ctx: Ctx, x: number, y: number): void {
  const rose = ctx.createRadialGradient(x, y, 1, x, y, 23);
  rose.addColorStop(0, 'rgba(232,122,104,0.36)');
  rose.addColorStop(1, 'rgba(232,122,104,0)');
  ctx.fillStyle = rose;
  ctx.fillRect(x - 24, y - 24, 48, 48);
}

function eye(ctx: Ctx, x: number, y: number, side: 1 | -1, mood: Mood, narrow: number): void {
  const w = 16 * narrow;
  const open = Math.max(0, mood.lids);
  const up = 12.4 * open - mood.smile * 0.6;
  const low = 5.6 * Math.min(1, open + 0.05) - mood.smile * 1.1 * open;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(side, 1);
  const tip = -2.6 + (1 - open) * 3.6;
  const lid = (dy: number): void => {
    ctx.moveTo(-w, 2 + dy * 0.2);
    ctx.bezierCurveTo(-w * 0.55, -up * 1.12 + dy, w * 0.4, -up * 1.22 + dy, w, tip + dy * 0.5);
  };
  if (open > 0.08) {
    ctx.save();
    ctx.beginPath();
    lid(0);
    ctx.bezierCurveTo(w * 0.5, low * 1.2 + 1, -w * 0.45, low * 1.3 + 2, -w, 2);
    ctx.closePath();
    ctx.fillStyle = '#fdf8f2';
    ctx.fill();
    ctx.clip();
    const gx = side * mood.gazeX * 4.2 - 0.2;
    const gy = mood.gazeY * 5.6 - 0.8;
    const iris = ctx.createRadialGradient(gx, gy + 3, 1, gx, gy, 9.8);
    iris.addColorStop(0, '#8a5a3c');
    iris.addColorStop(0.6, '#4b2d20');
    iris.addColorStop(1, '#2a1813');
    ctx.fillStyle = iris;
    ctx.beginPath();
    ctx.arc(gx, gy, 9.6, 0, 7);
    ctx.fill();
    ctx.fillStyle = '#160c0a';
    ctx.beginPath();
    ctx.arc(gx, gy, 4.4, 0, 7);
    ctx.fill();
    ctx.fillStyle = 'rgba(255,255,255,0.95)';
    ctx.beginPath();
    ctx.arc(gx - side * 3.2, gy - 3.6, 2.6, 0, 7);
    ctx.arc(gx + side * 3.2, gy + 3.4, 1.2, 0, 7);
    ctx.fill();
    ctx.fillStyle = 'rgba(70,40,30,0.22)';
    ctx.fillRect(-w, -up - 4, w * 2, 5.5);
    ctx.restore();
  }
  ctx.strokeStyle = '#35211c';
  ctx.lineCap = 'round';
  ctx.lineWidth = 2.9;
  ctx.beginPath();
  lid(0);
  ctx.lineTo(w + 3, tip - 2.4);
  ctx.stroke();
  ctx.lineWidth = 1.1;
  ctx.strokeStyle = 'rgba(120,74,58,0.6)';
  ctx.beginPath();
  lid(-4.6);
  ctx.stroke();
  ctx.strokeStyle = 'rgba(150,90,72,0.4)';
  ctx.beginPath();
  ctx.moveTo(w * 0.85, tip + 2.5);
  ctx.bezierCurveTo(w * 0.4, low * 1.2 + 2.4, -w * 0.2, low * 1.3 + 3.2, -w * 0.6, low + 2.2);
  ctx.stroke();
  ctx.restore();
}

function brow(ctx: Ctx, x: number, y: number, side: 1 | -1, lift: number): void {
  ctx.save();
  ctx.translate(x, y - lift * 5);
  ctx.scale(side, 1);
  ctx.fillStyle = 'rgba(74,50,40,0.72)';
  ctx.beginPath();
  ctx.moveTo(-14, 2.6);
  ctx.quadraticCurveTo(0, -6.5, 17, 0.6);
  ctx.quadraticCurveTo(2, -2.8, -13.4, 5.2);
  ctx.closePath();
  ctx.fill();
  ctx.restore();
}

function nose(ctx: Ctx, x: number, y: number): void {
  const light = ctx.createLinearGradient(x - 6, 0, x + 8, 0);
  light.addColorStop(0, 'rgba(255,246,236,0)');
  light.addColorStop(0.45, 'rgba(255,246,236,0.7)');
  light.addColorStop(0.75, 'rgba(206,142,112,0.22)');
  light.addColorStop(1, 'rgba(206,142,112,0)');
  ctx.fillStyle = light;
  ctx.beginPath();
  ctx.ellipse(x, y - 10, 6, 19, 0, 0, 7);
  ctx.fill();
  ctx.strokeStyle = 'rgba(170,98,74,0.75)';
  ctx.lineWidth = 1.7;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(x - 6, y + 8);
  ctx.quadraticCurveTo(x - 3, y + 10.6, x, y + 9.2);
  ctx.quadraticCurveTo(x + 3.4, y + 10.6, x + 6.2, y + 7.6);
  ctx.stroke();
}

function mouth(ctx: Ctx, x: number, y: number, mood: Mood): void {
  const w = 12 + mood.smile * 5.5;
  const up = 2.6 + mood.smile * 3.4;
  const gap = mood.mouth * 22;
  ctx.save();
  ctx.translate(x, y);
  if (gap > 0.8) {
    ctx.beginPath();
    ctx.moveTo(-w * 0.84, -up + 1.4);
    ctx.quadraticCurveTo(0, 1.6, w * 0.84, -up + 1.4);
    ctx.quadraticCurveTo(w * 0.34, gap * 1.5 + 2, 0, gap * 1.5 + 2);
    ctx.quadraticCurveTo(-w * 0.34, gap * 1.5 + 2, -w * 0.84, -up + 1.4);
    ctx.fillStyle = '#8a352f';
    ctx.fill();
    ctx.save();
    ctx.clip();
    ctx.fillStyle = '#fffaf5';
    ctx.beginPath();
    ctx.ellipse(0, -2.2, w * 0.78, 4.8 + gap * 0.28, 0, 0, 7);
    ctx.fill();
    ctx.restore();
  }
  ctx.fillStyle = 'rgba(206,92,84,0.92)';
  ctx.beginPath();
  ctx.moveTo(-w, -up);
  ctx.bezierCurveTo(-w * 0.5, -3.4, -5, -5.2, 0, -3);
  ctx.bezierCurveTo(5, -5.2, w * 0.5, -3.4, w, -up);
  ctx.quadraticCurveTo(0, up * 0.9 + 1, -w, -up);
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(-w * 0.8, -up + 1.8 + gap * 0.6);
  ctx.quadraticCurveTo(0, gap * 1.15 + 1.6, w * 0.8, -up + 1.8 + gap * 0.6);
  ctx.quadraticCurveTo(0, gap * 1.4 + 10, -w * 0.8, -up + 1.8 + gap * 0.6);
  ctx.fillStyle = 'rgba(222,116,104,0.9)';
  ctx.fill();
  ctx.fillStyle = 'rgba(255,226,214,0.45)';
  ctx.beginPath();
  ctx.ellipse(-1, gap * 1.2 + 4.2, 6, 1.5, 0, 0, 7);
  ctx.fill();
  ctx.strokeStyle = 'rgba(128,50,44,0.85)';
  ctx.lineWidth = 1.7;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(-w - 1.5, -up - 0.8);
  ctx.quadraticCurveTo(0, gap > 0.8 ? 1 : up * 0.9 + 1.2, w + 1.5, -up - 0.8);
  if (gap <= 0.8) ctx.stroke();
  ctx.restore();
}

/** Features, moved over the skull as she turns. */
export function face(ctx: Ctx, mood: Mood, turn: number): void {
  const dy = mood.pitch * 9;
  // Light from the left: the far cheek lies in shade.
  const shade = ctx.createLinearGradient(-10 + turn, 0, 70, 20);
  shade.addColorStop(0, 'rgba(196,124,96,0)');
  shade.addColorStop(1, 'rgba(196,124,96,0.34)');
  ctx.fillStyle = shade;
  ctx.fillRect(-80, -100, 160, 200);
  const brim = ctx.createLinearGradient(0, -72, 0, -22);
  brim.addColorStop(0, 'rgba(150,88,66,0.42)');
  brim.addColorStop(1, 'rgba(150,88,66,0)');
  ctx.fillStyle = brim;
  ctx.fillRect(-80, -100, 160, 90);
  blush(ctx, -36 + turn * 0.9, 34 + dy);
  blush(ctx, 38 + turn * 0.9, 34 + dy);
  const near = 1 - Math.max(0, mood.yaw) * 0.12;
  const far = 1 + Math.min(0, mood.yaw) * 0.12;
  eye(ctx, -28 + turn, 13 + dy, -1, mood, far);
  eye(ctx, 28 + turn, 13 + dy, 1, mood, near);
  brow(ctx, -28.5 + turn, -14 + dy * 0.85, -1, mood.brows);
  brow(ctx, 28.5 + turn, -14 + dy * 0.85, 1, mood.brows);
  nose(ctx, turn * 1.28, 30 + dy * 1.1);
  mouth(ctx, turn * 1.08, 57 + dy * 0.9, mood);
}
