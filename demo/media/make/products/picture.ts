import type { Ctx } from '../draw/lathe.js';
import { bamboo } from '../draw/leaf.js';
import { canvas, context, mottle, wood } from '../draw/texture.js';
import { peg } from './apron.js';
import type { Product } from './product.js';

const SIZE = 800;
const HORIZON = 492;
/** Drawn at this multiple and reduced, so that edges are smooth. */
const OVER = 2;

const WALLS = {
  sand: ['#f1e7d6', '#dccab0'],
  sage: ['#e2e6d6', '#bcc7b0'],
  mist: ['#e2e7e6', '#b9c6ca'],
  clay: ['#f0e0d2', '#d9bda8'],
} as const;

function wall(ctx: Ctx, tone: readonly [string, string]): void {
  const fill = ctx.createRadialGradient(230, 200, 0, 300, 300, 720);
  fill.addColorStop(0, tone[0]);
  fill.addColorStop(0.3, tone[0]);
  fill.addColorStop(1, tone[1]);
  ctx.fillStyle = fill;
  ctx.fillRect(0, 0, SIZE, SIZE);
  const plaster = mottle(400, 400, 60, 0.5, 2);
  ctx.save();
  ctx.globalCompositeOperation = 'soft-light';
  ctx.globalAlpha = 0.35;
  ctx.drawImage(plaster, 0, 0, SIZE, SIZE);
  ctx.restore();
}

/** Morning light through a window with bamboo before it. */
function leaves(ctx: Ctx, seed: number): void {
  for (const [blur, alpha, shift] of [
    [16, 0.2, 7],
    [8, 0.2, 0],
  ] as const) {
    const sheet = context(canvas(SIZE, SIZE));
    sheet.fillStyle = '#5f5b48';
    bamboo(sheet, 850, 30, 460, 2.7, seed + shift);
    if (shift) bamboo(sheet, 800, -60, 420, 2.1, seed + 5);
    else bamboo(sheet, 870, 280, 380, 3.05, seed + 12);
    ctx.save();
    ctx.filter = `blur(${blur * OVER}px)`;
    ctx.globalAlpha = alpha;
    ctx.globalCompositeOperation = 'multiply';
    ctx.drawImage(sheet.canvas, 0, 0);
    ctx.restore();
  }
}

function table(ctx: Ctx, tone: readonly [string, string], horizon: number): void {
  const grain = wood(1000, 400, [206, 178, 142], [236, 216, 186], 8, 1.6);
  ctx.drawImage(grain, 0, 0, 1000, 330, 0, horizon, SIZE, SIZE - horizon);
  const light = ctx.createLinearGradient(0, horizon, 0, SIZE);
  light.addColorStop(0, tone[1]);
  light.addColorStop(0.05, 'rgba(255,250,240,0.45)');
  light.addColorStop(0.55, 'rgba(255,248,236,0.3)');
  light.addColorStop(1, 'rgba(160,128,92,0.28)');
  ctx.fillStyle = light;
  ctx.fillRect(0, horizon, SIZE, SIZE - horizon);
  ctx.save();
  ctx.filter = `blur(${4 * OVER}px)`;
  ctx.fillStyle = 'rgba(96,78,56,0.22)';
  ctx.fillRect(-20, horizon - 3, SIZE + 40, 7);
  ctx.restore();
}

/** Shadows of goods that stand at (0, 0): long and soft away from the window, dark where they touch. */
export function shadows(
  ctx: Ctx,
  sprite: HTMLCanvasElement,
  origin: readonly [number, number],
  scale: number,
  goods: Product,
): void {
  const blurs = goods.hangs
    ? ([[22, 30, 0.32]] as const)
    : ([
        [26, 0, 0.22],
        [11, 0, 0.3],
      ] as const);
  for (const [blur, drop, alpha] of blurs) {
    const dark = context(canvas(sprite.width, sprite.height));
    dark.drawImage(sprite, 0, 0);
    dark.globalCompositeOperation = 'source-in';
    dark.fillStyle = '#4a3a2a';
    dark.fillRect(0, 0, sprite.width, sprite.height);
    ctx.save();
    ctx.globalAlpha = alpha;
    ctx.filter = `blur(${blur * scale}px)`;
    if (goods.hangs) ctx.translate(drop, drop * 0.8);
    else ctx.transform(1, 0, -0.62, 0.3, 0, 0);
    ctx.drawImage(dark.canvas, -origin[0], -origin[1], sprite.width / scale, sprite.height / scale);
    ctx.restore();
  }
  ctx.scale(goods.zoom, goods.zoom);
  for (const [x, y, rx, ry] of goods.contacts) {
    for (const [grow, blur, alpha] of [
      [1.22, 16, 0.3],
      [1.0, 6, 0.5],
    ] as const) {
      ctx.save();
      ctx.filter = `blur(${blur * scale}px)`;
      ctx.fillStyle = `rgba(52,36,22,${alpha})`;
      ctx.beginPath();
      ctx.ellipse(x + 3, y, rx * grow, ry * grow, 0, 0, 7);
      ctx.fill();
      ctx.restore();
    }
  }
}

/** The goods alone, with room around them; `origin` is where their (0, 0) lies, in units. */
export function spriteOf(goods: Product, scale: number, width = SIZE, height = SIZE): HTMLCanvasElement {
  const sheet = context(canvas(width * scale, height * scale));
  sheet.scale(scale, scale);
  sheet.translate(...goods.base);
  sheet.scale(goods.zoom, goods.zoom);
  goods.draw(sheet);
  return sheet.canvas;
}

export function picture(goods: Product): HTMLCanvasElement {
  const ctx = context(canvas(SIZE * OVER, SIZE * OVER));
  ctx.scale(OVER, OVER);
  const tone = WALLS[goods.wall];
  wall(ctx, tone);
  leaves(ctx, goods.leaves);
  if (!goods.hangs) table(ctx, tone, goods.horizon ?? HORIZON);
  const sprite = spriteOf(goods, OVER);
  ctx.save();
  ctx.translate(...goods.base);
  if (goods.hangs) {
    ctx.save();
    ctx.scale(goods.zoom, goods.zoom);
    peg(ctx);
    ctx.restore();
  }
  shadows(ctx, sprite, goods.base, OVER, goods);
  ctx.restore();
  ctx.drawImage(sprite, 0, 0, SIZE, SIZE);
  ctx.save();
  ctx.translate(...goods.base);
  ctx.scale(goods.zoom, goods.zoom);
  goods.light?.(ctx);
  ctx.restore();
  const vignette = ctx.createRadialGradient(360, 380, 300, 400, 400, 640);
  vignette.addColorStop(0, 'rgba(70,50,30,0)');
  vignette.addColorStop(1, 'rgba(70,50,30,0.2)');
  ctx.fillStyle = vignette;
  ctx.fillRect(0, 0, SIZE, SIZE);
  return reduced(ctx.canvas, SIZE, SIZE);
}

export function reduced(source: HTMLCanvasElement, width: number, height: number): HTMLCanvasElement {
  const out = context(canvas(width, height));
  out.imageSmoothingQuality = 'high';
  out.drawImage(source, 0, 0, width, height);
  return out.canvas;
}
