import type { Ctx } from '../draw/lathe.js';
import { receding, wood } from '../draw/texture.js';
import type { Product } from './product.js';

type Edge = readonly [left: number, right: number, y: number];

const BACK: Edge = [-222, 222, -176];
const FRONT: Edge = [-272, 272, -30];

function face(ctx: Ctx, top: Edge, low: Edge): void {
  ctx.beginPath();
  ctx.moveTo(top[0], top[2]);
  ctx.lineTo(top[1], top[2]);
  ctx.lineTo(low[1], low[2]);
  ctx.lineTo(low[0], low[2]);
  ctx.closePath();
}

function sweep(
  ctx: Ctx,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  stops: readonly [number, string][],
): void {
  const fill = ctx.createLinearGradient(x0, y0, x1, y1);
  for (const [at, color] of stops) fill.addColorStop(at, color);
  ctx.fillStyle = fill;
}

function sides(ctx: Ctx, grain: HTMLCanvasElement): void {
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(-272, -34, 544, 36, [0, 0, 7, 7]);
  ctx.clip();
  ctx.drawImage(grain, 0, 40, 900, 60, -272, -34, 544, 40);
  sweep(ctx, 0, -32, 0, 4, [
    [0, 'rgba(40,20,8,0.22)'],
    [0.5, 'rgba(30,14,6,0.45)'],
    [1, 'rgba(20,8,2,0.82)'],
  ]);
  ctx.fillRect(-272, -34, 544, 40);
  sweep(ctx, -272, 0, 272, 0, [
    [0, 'rgba(255,226,180,0.2)'],
    [0.4, 'rgba(0,0,0,0)'],
    [1, 'rgba(20,8,0,0.4)'],
  ]);
  ctx.fillRect(-272, -34, 544, 40);
  ctx.restore();
}

/** A dovetail key across an old crack: the mark of a board that has been something else before. */
function key(ctx: Ctx): void {
  ctx.strokeStyle = 'rgba(34,16,6,0.75)';
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.moveTo(236, -104);
  ctx.bezierCurveTo(200, -108, 168, -98, 120, -103);
  ctx.stroke();
  ctx.fillStyle = '#3a2012';
  ctx.beginPath();
  ctx.moveTo(164, -116);
  ctx.lineTo(186, -116);
  ctx.lineTo(181, -103);
  ctx.lineTo(189, -90);
  ctx.lineTo(165, -90);
  ctx.lineTo(171, -103);
  ctx.closePath();
  ctx.fill();
}

export function drawTray(ctx: Ctx): void {
  const grain = wood(900, 460, [74, 42, 22], [178, 122, 72], 17, 1.1);
  sides(ctx, grain);
  ctx.save();
  face(ctx, BACK, FRONT);
  ctx.clip();
  receding(ctx, grain, BACK, FRONT);
  sweep(ctx, -240, -180, 220, -20, [
    [0, 'rgba(255,236,200,0.42)'],
    [0.45, 'rgba(255,230,190,0.06)'],
    [1, 'rgba(30,12,2,0.34)'],
  ]);
  ctx.fillRect(-280, -190, 560, 170);
  ctx.restore();
  // The well: one finger deep, its far lip in shadow, its near lip lit.
  const back: Edge = [-190, 190, -161];
  const front: Edge = [-231, 231, -50];
  ctx.save();
  face(ctx, back, front);
  ctx.clip();
  sweep(ctx, 0, -161, 0, -50, [
    [0, 'rgba(24,10,2,0.58)'],
    [0.09, 'rgba(24,10,2,0.3)'],
    [0.3, 'rgba(24,10,2,0.1)'],
    [1, 'rgba(24,10,2,0.06)'],
  ]);
  ctx.fillRect(-280, -170, 560, 130);
  sweep(ctx, -231, 0, 231, 0, [
    [0, 'rgba(24,10,2,0.42)'],
    [0.07, 'rgba(24,10,2,0.08)'],
    [0.6, 'rgba(255,230,190,0.1)'],
    [1, 'rgba(255,230,190,0)'],
  ]);
  ctx.fillRect(-280, -170, 560, 130);
  key(ctx);
  ctx.restore();
  ctx.lineWidth = 2;
  ctx.strokeStyle = 'rgba(255,232,196,0.5)';
  ctx.beginPath();
  ctx.moveTo(front[0], front[2]);
  ctx.lineTo(front[1], front[2]);
  ctx.lineTo(back[1], back[2]);
  ctx.stroke();
  ctx.strokeStyle = 'rgba(255,238,210,0.55)';
  ctx.beginPath();
  ctx.moveTo(FRONT[0] + 2, FRONT[2] - 1);
  ctx.lineTo(FRONT[1] - 2, FRONT[2] - 1);
  ctx.stroke();
}

export const tray: Product = {
  id: 'tray',
  zh: '老榆木茶盘',
  en: 'Old elm tea tray',
  wall: 'mist',
  base: [400, 600],
  horizon: 300,
  zoom: 1.17,
  leaves: 17,
  draw: drawTray,
  contacts: [[0, 0, 276, 16]],
};
