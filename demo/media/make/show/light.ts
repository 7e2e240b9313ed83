import { css, hex, mix } from '../draw/color.js';
import type { Ctx } from '../draw/lathe.js';
import { bamboo } from '../draw/leaf.js';
import { canvas, context } from '../draw/texture.js';
import { tint, type Daylight } from './day.js';
import { TABLE } from './room.js';
import { HEIGHT, WIDTH, wave } from './time.js';
import { MOON } from './window.js';

const SMALL = 0.25;
let shade: Ctx | undefined;

/** The sun's patch, with the bamboo's shadow stirring in it, drawn small so that its edges are soft. */
export function sunPatch(day: Daylight, t: number): HTMLCanvasElement {
  shade ??= context(canvas(WIDTH * SMALL, HEIGHT * SMALL));
  const c = shade;
  c.resetTransform();
  c.globalCompositeOperation = 'source-over';
  c.clearRect(0, 0, c.canvas.width, c.canvas.height);
  c.scale(SMALL, SMALL);
  const slide = 60 - t * 3.4;
  c.fillStyle = tint(day.glow, 1);
  c.filter = 'blur(5px)';
  for (let i = 0; i < 3; i++) {
    const x = 440 + slide * 1.4 + i * 152;
    c.beginPath();
    c.moveTo(x, 150);
    c.lineTo(x + 120, 150);
    c.lineTo(x - 70, 780);
    c.lineTo(x - 230, 780);
    c.fill();
  }
  c.globalCompositeOperation = 'destination-out';
  c.filter = 'blur(1.7px)';
  c.fillStyle = 'rgba(0,0,0,0.9)';
  const sway = wave(t, 9, 0.1) * 0.07 + wave(t, 16, 0.4) * 0.03;
  bamboo(c, 790, 210 + wave(t, 4) * 6, 380, 2.65, 31, sway);
  bamboo(c, 760, 420, 330, 2.95, 12, sway * 1.2);
  bamboo(c, 470, 120, 330, 1.9, 19, -sway);
  c.filter = 'none';
  return c.canvas;
}

/** Lays the patch on the wall around the window, or on the table. */
export function sunlight(ctx: Ctx, patch: HTMLCanvasElement, day: Daylight, on: 'wall' | 'table'): void {
  if (day.sun < 0.01) return;
  ctx.save();
  ctx.beginPath();
  if (on === 'wall') {
    ctx.rect(0, 0, WIDTH, TABLE.back);
    ctx.moveTo(MOON.x + MOON.r, MOON.y);
    ctx.arc(MOON.x, MOON.y, MOON.r, Math.PI * 2, 0, true);
  } else {
    ctx.rect(0, TABLE.back, WIDTH, TABLE.front - TABLE.back);
  }
  ctx.clip();
  ctx.imageSmoothingQuality = 'high';
  for (const [mode, alpha] of [
    ['soft-light', 1],
    ['screen', 0.34],
  ] as const) {
    ctx.globalCompositeOperation = mode;
    ctx.globalAlpha = alpha * day.sun;
    ctx.drawImage(patch, 0, 0, WIDTH, HEIGHT);
  }
  ctx.restore();
}

/** A light that burns in the room, 0..1 strong. */
export interface Lamp {
  x: number;
  y: number;
  strength: number;
}

const FLAME = hex('#ffdfae');

/** The hour's colour over everything, warm where a candle burns, and the corners a little darker. */
export function grade(ctx: Ctx, day: Daylight, lamp: Lamp | undefined): void {
  ctx.save();
  ctx.globalCompositeOperation = 'multiply';
  const lit = lamp?.strength ?? 0;
  if (lamp && lit > 0) {
    const pool = ctx.createRadialGradient(lamp.x, lamp.y, 20, lamp.x, lamp.y - 60, 720);
    pool.addColorStop(0, css(mix(day.room, [1.1, 1.02, 0.92], lit)));
    pool.addColorStop(0.25, css(mix(day.room, FLAME, lit * 0.95)));
    pool.addColorStop(0.6, css(mix(day.room, FLAME, lit * 0.4)));
    pool.addColorStop(1, css(day.room));
    ctx.fillStyle = pool;
  } else {
    ctx.fillStyle = css(day.room);
  }
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  const vignette = ctx.createRadialGradient(360, 560, 380, 360, 600, 860);
  vignette.addColorStop(0, 'rgba(255,255,255,0)');
  vignette.addColorStop(1, 'rgba(92,74,60,0.5)');
  ctx.fillStyle = vignette;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  ctx.restore();
  if (lamp && lit > 0) glow(ctx, lamp, 430);
}

function glow(ctx: Ctx, lamp: Lamp, r: number): void {
  ctx.save();
  ctx.globalCompositeOperation = 'soft-light';
  const warm = ctx.createRadialGradient(lamp.x, lamp.y, 0, lamp.x, lamp.y, r);
  warm.addColorStop(0, `rgba(255,214,140,${0.8 * lamp.strength})`);
  warm.addColorStop(0.3, `rgba(255,190,110,${0.4 * lamp.strength})`);
  warm.addColorStop(1, 'rgba(255,170,90,0)');
  ctx.fillStyle = warm;
  ctx.fillRect(lamp.x - r, lamp.y - r, r * 2, r * 2);
  ctx.restore();
}
