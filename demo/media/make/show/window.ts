import { css, hex, mix } from '../draw/color.js';
import type { Ctx } from '../draw/lathe.js';
import { bamboo } from '../draw/leaf.js';
import { fbm, smooth } from '../draw/noise.js';
import { canvas, context } from '../draw/texture.js';
import { tint, type Daylight } from './day.js';
import { LENGTH, wave } from './time.js';

export const MOON = { x: 360, y: 400, r: 194 } as const;

/** A ridge as heights above a base line, periodic over two window widths. */
function ridge(seed: number, height: number, rough: number): number[] {
  const n = 220;
  return Array.from({ length: n }, (_, i) => {
    const a = (i / n) * Math.PI * 2;
    const x = Math.cos(a) * rough + 10;
    const y = Math.sin(a) * rough + 10;
    return fbm(x, y, seed, 4) * height;
  });
}

const ridges = [ridge(4, 250, 1.1), ridge(9, 230, 1.4), ridge(15, 190, 1.7), ridge(22, 130, 2.2)];

function hills(ctx: Ctx, day: Daylight, t: number): void {
  const left = MOON.x - MOON.r;
  for (const [i, line] of ridges.entries()) {
    const depth = i / (ridges.length - 1);
    const base = MOON.y - 8 + i * 46;
    const fill = ctx.createLinearGradient(0, base - 150, 0, base + 60);
    const color = mix(mix(day.far, day.skyLow, 0.22 * (1 - depth)), day.near, depth * 0.9);
    fill.addColorStop(0, css(color));
    fill.addColorStop(1, css(mix(color, day.skyLow, 0.42 * day.mist)));
    ctx.fillStyle = fill;
    ctx.beginPath();
    ctx.moveTo(left - 4, MOON.y + MOON.r + 10);
    for (let j = 0; j <= 110; j++) {
      const at = (j + i * 37) % line.length;
      ctx.lineTo(left + (j / 110) * MOON.r * 2, base - (line[at] as number) + 70);
    }
    ctx.lineTo(MOON.x + MOON.r + 4, MOON.y + MOON.r + 10);
    ctx.fill();
    mist(ctx, day, t, i, base);
  }
}

/** Banks of mist that travel once round the loop. */
function mist(ctx: Ctx, day: Daylight, t: number, row: number, base: number): void {
  const span = MOON.r * 3.2;
  for (let j = 0; j < 3; j++) {
    const x = MOON.x - span / 2 + ((j / 3 + row * 0.21 + ((row % 2 ? 1 : 2) * t) / LENGTH) % 1) * span;
    const y = base + 26 + wave(t, 2 + j, row * 0.3) * 6;
    const rx = 150 + j * 30;
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(1, 0.24);
    const fog = ctx.createRadialGradient(0, 0, 0, 0, 0, rx);
    fog.addColorStop(0, tint(mix(day.skyLow, [1, 1, 1], 0.4), 0.5 * day.mist));
    fog.addColorStop(1, tint(day.skyLow, 0));
    ctx.fillStyle = fog;
    ctx.fillRect(-rx, -rx, rx * 2, rx * 2);
    ctx.restore();
  }
}

function sky(ctx: Ctx, day: Daylight, t: number): void {
  const fill = ctx.createLinearGradient(0, MOON.y - MOON.r, 0, MOON.y + 90);
  fill.addColorStop(0, tint(day.skyTop));
  fill.addColorStop(1, tint(day.skyLow));
  ctx.fillStyle = fill;
  ctx.fillRect(MOON.x - MOON.r - 2, MOON.y - MOON.r - 2, MOON.r * 2 + 4, MOON.r * 2 + 4);
  const way = t / 54;
  if (way < 1.08) {
    const x = MOON.x - 190 + way * 380;
    const y = MOON.y - 30 - Math.sin(Math.min(1, way) * Math.PI) * 130;
    // It rises out of the mist.
    ctx.globalAlpha = smooth(0, 0.06, way);
    const halo = ctx.createRadialGradient(x, y, 6, x, y, 120);
    halo.addColorStop(0, tint(mix(day.glow, [1, 1, 1], 0.5), 0.95));
    halo.addColorStop(0.16, tint(mix(day.glow, [1, 1, 1], 0.4), 0.75));
    halo.addColorStop(0.24, tint(day.glow, 0.32));
    halo.addColorStop(1, tint(day.glow, 0));
    ctx.fillStyle = halo;
    ctx.fillRect(x - 120, y - 120, 240, 240);
    ctx.globalAlpha = 1;
  }
}

function grove(ctx: Ctx, day: Daylight, t: number): void {
  const dark = mix(mix(day.near, hex('#2f4a34'), 0.6), day.skyLow, day.dusk * 0.25);
  ctx.fillStyle = css(dark, 0.82);
  const sway = wave(t, 9) * 0.05 + wave(t, 16, 0.2) * 0.025;
  bamboo(ctx, MOON.x - MOON.r - 8, MOON.y - 40, 190, -0.35, 4, sway);
  bamboo(ctx, MOON.x - MOON.r - 20, MOON.y - 120, 200, 0.15, 17, -sway);
  ctx.fillStyle = css(mix(dark, day.far, 0.35), 0.75);
  bamboo(ctx, MOON.x + MOON.r + 16, MOON.y - 96, 170, Math.PI - 0.1, 8, sway * 0.9);
}

export function view(ctx: Ctx, day: Daylight, t: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(MOON.x, MOON.y, MOON.r + 1, 0, 7);
  ctx.clip();
  sky(ctx, day, t);
  hills(ctx, day, t);
  grove(ctx, day, t);
  // The thickness of the wall throws a little shade on the view's upper left.
  ctx.strokeStyle = 'rgba(60,46,34,0.16)';
  for (const w of [26, 15, 7]) {
    ctx.lineWidth = w;
    ctx.beginPath();
    ctx.arc(MOON.x - 2, MOON.y - 3, MOON.r + 2, 0, 7);
    ctx.stroke();
  }
  ctx.restore();
}

/** The ring of pale wood around it, drawn once. */
export function ring(): HTMLCanvasElement {
  const ctx = context(canvas(720, 1280));
  const { x, y, r } = MOON;
  ctx.save();
  ctx.filter = 'blur(9px)';
  ctx.strokeStyle = 'rgba(84,62,42,0.4)';
  ctx.lineWidth = 16;
  ctx.beginPath();
  ctx.arc(x + 5, y + 8, r + 9, 0, 7);
  ctx.stroke();
  ctx.restore();
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, 720, 1280);
  ctx.moveTo(x + r, y);
  ctx.arc(x, y, r, Math.PI * 2, 0, true);
  ctx.clip();
  const bands = [
    [r + 9, 18, '#b98f62', '#7d5a38'],
    [r + 4, 8, '#e3c79c', '#9c7549'],
    [r + 15.5, 3, '#e9d2ab', '#8a6742'],
  ] as const;
  for (const [radius, width, light, dark] of bands) {
    const fill = ctx.createLinearGradient(x - r, y - r, x + r, y + r);
    fill.addColorStop(0.1, light);
    fill.addColorStop(0.9, dark);
    ctx.strokeStyle = fill;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 7);
    ctx.stroke();
  }
  ctx.restore();
  return ctx.canvas;
}
