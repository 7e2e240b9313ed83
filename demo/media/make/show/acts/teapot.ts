import { pot } from '../../products/teapot.js';
import { cup, liquid } from '../../products/cups.js';
import { GRIP, REST, between } from '../host/hand.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { ease, hold } from '../time.js';
import { steam } from '../steam.js';
import type { Ctx } from '../../draw/lathe.js';
import type { Act } from './act.js';

const Z = 0.54;
const CUP = { x: -112, y: 22, zoom: 0.5 } as const;

function stream(
  ctx: Ctx,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  head: number,
  tail: number,
  u: number,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(-400, y0 + (y1 - y0) * tail - 1, 800, Math.max(0, (y1 - y0) * (head - tail)));
  ctx.clip();
  ctx.lineCap = 'round';
  for (const [width, color] of [
    [5.4, 'rgba(168,132,54,0.85)'],
    [3, 'rgba(226,198,116,0.9)'],
    [1.1, 'rgba(255,248,222,0.9)'],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width + Math.sin(u * 21) * 0.3;
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.bezierCurveTo(x0 - 10, y0 + 6, x1, y0 + 24, x1 + Math.sin(u * 13) * 0.8, y1);
    ctx.stroke();
  }
  ctx.restore();
}

/** She pours a cup. */
export function teapotAct(): Act {
  const clay = sprite(pot, [-235, -260, 225, 40], Z);
  const small = sprite(ctx => cup(ctx, 0, 0, 7, false), [-90, -140, 90, 30], CUP.zoom);
  const shade = shadowOf(clay);
  const smallShade = shadowOf(small);
  const lift = (u: number): number => hold(2.9, 3.8, 6.1, 7.0, u);
  const pour = (u: number): number => hold(3.7, 4.3, 5.7, 6.2, u);
  const pose = (u: number): { x: number; y: number; turn: number } => ({
    x: 26 + 34 * lift(u),
    y: -46 * lift(u),
    turn: -0.5 * pour(u),
  });
  const turned = (u: number, x: number, y: number): [number, number] => {
    const p = pose(u);
    const [cx, cy] = [0, -62];
    const [dx, dy] = [x - cx, y - cy];
    return [
      p.x + cx + dx * Math.cos(p.turn) - dy * Math.sin(p.turn),
      p.y + cy + dx * Math.sin(p.turn) + dy * Math.cos(p.turn),
    ];
  };
  return {
    id: 'teapot',
    half: 118,
    rise: 64,
    under(ctx, u) {
      ctx.save();
      ctx.translate(CUP.x, CUP.y);
      put(ctx, smallShade);
      contact(ctx, 0, 1, 25, 6);
      put(ctx, small);
      const fill = ease(4.5, 5.9, u);
      ctx.scale(CUP.zoom, CUP.zoom);
      if (fill > 0) liquid(ctx, 0, -52 - 46 * fill, 60 + 8 * fill, [73, -107]);
      ctx.restore();
      steam(ctx, u, {
        x: CUP.x,
        y: CUP.y - 48,
        height: 120,
        width: 22,
        strength: hold(4.6, 5.8, 7, 8, u),
        seed: 2,
      });
      ctx.save();
      ctx.globalAlpha = 1 - 0.55 * lift(u);
      ctx.translate(pose(u).x + lift(u) * 26, 0);
      put(ctx, shade);
      contact(ctx, 0, 1, 54, 13, 0.55 * (1 - lift(u)));
      ctx.restore();
    },
    over(ctx, u) {
      const p = pose(u);
      const head = ease(4.15, 4.5, u);
      const tail = ease(5.65, 5.95, u);
      if (head > 0 && tail < 1) {
        const [sx, sy] = turned(u, -214 * Z, -170 * Z);
        stream(ctx, sx, sy, CUP.x, CUP.y - 46, head, tail, u);
      }
      ctx.save();
      ctx.translate(p.x, p.y - 62);
      ctx.rotate(p.turn);
      ctx.translate(0, 62);
      put(ctx, clay);
      ctx.restore();
    },
    right: u => {
      const [x, y] = turned(u, 200 * Z + 40, -128 * Z - 2);
      return {
        x,
        y,
        angle: 2.9 + pose(u).turn * 0.6,
        pose: between(REST, GRIP, ease(2.3, 2.8, u)),
        weight: hold(2.2, 2.8, 7.0, 7.5, u),
        front: true,
      };
    },
  };
}
