import { canvas, context } from '../draw/texture.js';
import { bamboo } from '../draw/leaf.js';
import { FACE, head } from './host/head.js';
import type { Mood } from './host/mood.js';
import { neck, placeTorso, torso } from './host/torso.js';

const FRIENDLY: Mood = {
  breath: 0,
  lean: 0,
  tilt: -0.05,
  yaw: 0.16,
  pitch: 0.06,
  gazeX: -0.12,
  gazeY: 0.05,
  lids: 0.97,
  smile: 1,
  mouth: 0.24,
  brows: 0.45,
};

/** Her picture for lists and pills: she alone, before spring green, drawn at twice the size and reduced. */
export function portrait(size: number): HTMLCanvasElement {
  const view = 312;
  const ctx = context(canvas(size * 2, size * 2));
  ctx.scale((size * 2) / view, (size * 2) / view);
  ctx.translate(view / 2 - FACE.x, view / 2 - FACE.y + 22);
  const [x, y] = [FACE.x - view / 2, FACE.y - 22 - view / 2];
  const back = ctx.createLinearGradient(x, y, x + view, y + view);
  back.addColorStop(0, '#dfe8d3');
  back.addColorStop(1, '#a3b996');
  ctx.fillStyle = back;
  ctx.fillRect(x - 10, y - 10, view + 20, view + 20);
  ctx.fillStyle = 'rgba(92,128,92,0.34)';
  bamboo(ctx, x - 16, y + 40, 150, 0.25, 7);
  bamboo(ctx, x + view + 16, y + 96, 140, 2.9, 12);
  head(ctx, FRIENDLY, 'back');
  neck(ctx, FRIENDLY);
  placeTorso(ctx, torso(), FRIENDLY);
  head(ctx, FRIENDLY, 'front');
  const out = context(canvas(size, size));
  out.imageSmoothingQuality = 'high';
  out.drawImage(ctx.canvas, 0, 0, size, size);
  return out.canvas;
}
