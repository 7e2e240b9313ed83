import type { Ctx } from './lathe.js';
import { clamp01, fbm, noise } from './noise.js';

export function canvas(width: number, height: number): HTMLCanvasElement {
  const el = document.createElement('canvas');
  el.width = Math.ceil(width);
  el.height = Math.ceil(height);
  return el;
}

export function context(el: HTMLCanvasElement): Ctx {
  const ctx = el.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('this browser has no 2d canvas');
  return ctx;
}

/** A picture computed pixel by pixel: `paint` returns sRGB 0..255 and alpha 0..1. */
export function painted(
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly [number, number, number, number],
): HTMLCanvasElement {
  const el = canvas(width, height);
  const ctx = context(el);
  const data = ctx.createImageData(el.width, el.height);
  let i = 0;
  for (let y = 0; y < el.height; y++) {
    for (let x = 0; x < el.width; x++) {
      const [r, g, b, a] = paint(x, y);
      data.data[i++] = r;
      data.data[i++] = g;
      data.data[i++] = b;
      data.data[i++] = a * 255;
    }
  }
  ctx.putImageData(data, 0, 0);
  return el;
}

/** Long grain along x, between two sRGB tones. */
export function wood(
  width: number,
  height: number,
  dark: readonly [number, number, number],
  light: readonly [number, number, number],
  seed = 3,
  stretch = 1,
): HTMLCanvasElement {
  return painted(width, height, (x, y) => {
    const wave = fbm(x / (520 * stretch), y / 90, seed, 3) * 9;
    const ring = 0.5 + 0.5 * Math.sin((y / 13 + wave * 2.2) * 1.1);
    const fine = fbm(x / (90 * stretch), y / 2.2, seed + 9, 3);
    const pore = noise(x / (34 * stretch), y / 1.3, seed + 20) > 0.86 ? 0.16 : 0;
    const t = clamp01(0.18 + ring * 0.38 + fine * 0.5 - pore);
    return [
      dark[0] + (light[0] - dark[0]) * t,
      dark[1] + (light[1] - dark[1]) * t,
      dark[2] + (light[2] - dark[2]) * t,
      1,
    ];
  });
}

/** Linen: threads over and under, with slubs. Grey around 128, for `soft-light` or `overlay`. */
export function weave(width: number, height: number, thread = 4, seed = 5): HTMLCanvasElement {
  return painted(width, height, (x, y) => {
    const u = Math.floor(x / thread);
    const v = Math.floor(y / thread);
    const over = (u + v) % 2 === 0;
    const across = Math.sin((((over ? y : x) % thread) / thread) * Math.PI);
    const slub = noise(x / 60, v * 3.7, seed) * 0.5 + noise(u * 3.7, y / 60, seed + 1) * 0.5;
    const g = 92 + across * 46 + (slub - 0.5) * 70 + (over ? 8 : 0);
    return [g, g, g, 1];
  });
}

/** Soft mottling around mid grey, for `soft-light`. */
export function mottle(
  width: number,
  height: number,
  scale: number,
  strength: number,
  seed = 7,
): HTMLCanvasElement {
  return painted(width, height, (x, y) => {
    const g = 128 + (fbm(x / scale, y / scale, seed, 4) - 0.5) * 255 * strength;
    return [g, g, g, 1];
  });
}

/** Draws on a sheet of its own, of the same size and place, then lays the sheet down. */
export function layer(ctx: Ctx, draw: (sheet: Ctx) => void, filter = 'none', alpha = 1): void {
  const sheet = context(canvas(ctx.canvas.width, ctx.canvas.height));
  sheet.setTransform(ctx.getTransform());
  draw(sheet);
  ctx.save();
  ctx.resetTransform();
  ctx.filter = filter;
  ctx.globalAlpha *= alpha;
  ctx.drawImage(sheet.canvas, 0, 0);
  ctx.restore();
}

/** Lays `draw` over what already stands on this sheet, and nowhere else. */
export function within(
  ctx: Ctx,
  mode: GlobalCompositeOperation,
  alpha: number,
  draw: (sheet: Ctx) => void,
): void {
  const sheet = context(canvas(ctx.canvas.width, ctx.canvas.height));
  sheet.setTransform(ctx.getTransform());
  draw(sheet);
  sheet.resetTransform();
  sheet.globalCompositeOperation = 'destination-in';
  sheet.drawImage(ctx.canvas, 0, 0);
  ctx.save();
  ctx.resetTransform();
  ctx.globalCompositeOperation = mode;
  ctx.globalAlpha = alpha;
  ctx.drawImage(sheet.canvas, 0, 0);
  ctx.restore();
}

/** A texture laid on a surface that recedes: a trapezoid with level upper and lower edges. */
export function receding(
  ctx: Ctx,
  texture: HTMLCanvasElement,
  top: readonly [left: number, right: number, y: number],
  low: readonly [left: number, right: number, y: number],
): void {
  const rows = Math.ceil(low[2] - top[2]);
  const near = low[1] - low[0];
  const far = top[1] - top[0];
  for (let i = 0; i < rows; i++) {
    const t = i / rows;
    const left = top[0] + (low[0] - top[0]) * t;
    const right = top[1] + (low[1] - top[1]) * t;
    // Equal steps on the picture are longer steps on the table the farther they lie.
    const depth = (t * far) / (near + (far - near) * t);
    const v = Math.min(texture.height - 1, depth * texture.height);
    ctx.drawImage(texture, 0, v, texture.width, 1, left, top[2] + i, right - left, 1.6);
  }
}
