import type { Ctx } from '../draw/lathe.js';
import { canvas, context } from '../draw/texture.js';

/** A thing drawn once; its (0, 0) is where it meets the table. */
export interface Sprite {
  image: HTMLCanvasElement;
  left: number;
  top: number;
  width: number;
  height: number;
}

const OVER = 2;

/** `box` is left, top, right, bottom in the thing's own units; `zoom` brings it to the show's size. */
export function sprite(
  draw: (ctx: Ctx) => void,
  box: readonly [number, number, number, number],
  zoom: number,
): Sprite {
  const [l, t, r, b] = box.map(v => v * zoom) as [number, number, number, number];
  const ctx = context(canvas((r - l) * OVER, (b - t) * OVER));
  ctx.scale(OVER, OVER);
  ctx.translate(-l, -t);
  ctx.scale(zoom, zoom);
  draw(ctx);
  return { image: ctx.canvas, left: l, top: t, width: r - l, height: b - t };
}

export function put(ctx: Ctx, s: Sprite): void {
  ctx.drawImage(s.image, s.left, s.top, s.width, s.height);
}

/** Its shadow: flat on the table, leaning away from the window, soft. */
export function shadowOf(s: Sprite): Sprite {
  const pad = 60;
  const ctx = context(canvas(s.width + s.height * 0.8 + pad * 2, s.height * 0.4 + pad * 2));
  const dark = context(canvas(s.image.width, s.image.height));
  dark.drawImage(s.image, 0, 0);
  dark.globalCompositeOperation = 'source-in';
  dark.fillStyle = '#3a2614';
  dark.fillRect(0, 0, s.image.width, s.image.height);
  const left = s.left - pad;
  const top = -s.height * 0.35 - pad;
  ctx.translate(-left, -top);
  for (const [blur, alpha] of [
    [16, 0.34],
    [6, 0.3],
  ] as const) {
    ctx.save();
    ctx.filter = `blur(${blur}px)`;
    ctx.globalAlpha = alpha;
    ctx.transform(1, 0, -0.55, 0.28, 0, 0);
    ctx.drawImage(dark.canvas, s.left, s.top, s.width, s.height);
    ctx.restore();
  }
  return { image: ctx.canvas, left, top, width: ctx.canvas.width, height: ctx.canvas.height };
}

/** Dark where something touches the table. */
export function contact(ctx: Ctx, x: number, y: number, rx: number, ry: number, alpha = 0.55): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1, ry / rx);
  const dark = ctx.createRadialGradient(0, 0, rx * 0.55, 0, 0, rx * 1.3);
  dark.addColorStop(0, `rgba(44,28,14,${alpha})`);
  dark.addColorStop(0.5, `rgba(44,28,14,${alpha * 0.5})`);
  dark.addColorStop(1, 'rgba(44,28,14,0)');
  ctx.fillStyle = dark;
  ctx.fillRect(-rx * 1.4, -rx * 1.4, rx * 2.8, rx * 2.8);
  ctx.restore();
}
