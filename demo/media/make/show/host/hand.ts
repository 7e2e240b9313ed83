import type { Ctx } from '../../draw/lathe.js';
import { tube } from '../../draw/tube.js';
import { lerp } from '../time.js';
import { skin } from './arm.js';

/** Fingers: how far they fan, how far each joint bends, where the thumb lies. Radians. */
export interface Pose {
  fan: number;
  bend: number;
  thumb: number;
}

export const REST: Pose = { fan: 0.05, bend: 0.16, thumb: 0.5 };
export const OPEN: Pose = { fan: 0.17, bend: -0.07, thumb: 0.95 };
export const PINCH: Pose = { fan: -0.02, bend: 0.5, thumb: 0.12 };
export const GRIP: Pose = { fan: 0.02, bend: 0.72, thumb: 0.3 };

export function between(a: Pose, b: Pose, t: number): Pose {
  return { fan: lerp(a.fan, b.fan, t), bend: lerp(a.bend, b.bend, t), thumb: lerp(a.thumb, b.thumb, t) };
}

const FINGERS = [
  { at: 13.5, length: 24, r: 4.7 },
  { at: 4.6, length: 28.5, r: 5.2 },
  { at: -4.6, length: 29, r: 5.3 },
  { at: -13, length: 26, r: 5.1 },
] as const;

/** A hand at its wrist, pointing along `angle`; `side` says which, so that the thumb is on the inner edge. */
export function hand(ctx: Ctx, x: number, y: number, angle: number, side: 1 | -1, pose: Pose): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.scale(1, -side);
  const finger = (bx: number, by: number, turn: number, length: number, r: number, bend: number): void => {
    const mx = bx + Math.cos(turn) * length * 0.55;
    const my = by + Math.sin(turn) * length * 0.55;
    const tx = mx + Math.cos(turn + bend) * length * 0.5;
    const ty = my + Math.sin(turn + bend) * length * 0.5;
    ctx.beginPath();
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    ctx.strokeStyle = 'rgba(172,108,82,0.75)';
    ctx.lineWidth = r * 2 + 1.8;
    ctx.moveTo(bx, by);
    ctx.quadraticCurveTo(mx, my, tx, ty);
    ctx.stroke();
    tube(
      ctx,
      [
        [bx, by, r],
        [mx, my, r * 0.96],
        [tx, ty, r * 0.78],
      ],
      skin,
    );
    ctx.fillStyle = '#f0c5a8';
    ctx.beginPath();
    ctx.arc(tx, ty, r * 0.78, 0, 7);
    ctx.fill();
  };
  const palm = ctx.createLinearGradient(0, -18, 0, 18);
  palm.addColorStop(0, '#f3cdb2');
  palm.addColorStop(1, '#dca684');
  for (const [i, f] of FINGERS.entries()) {
    const turn = (1.5 - i) * pose.fan + pose.bend * 0.35;
    finger(30, f.at, turn, f.length, f.r, pose.bend * 1.5);
  }
  ctx.fillStyle = palm;
  ctx.strokeStyle = 'rgba(172,108,82,0.5)';
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(-4, -10.5);
  ctx.bezierCurveTo(8, -14, 20, -19, 33, -18.5);
  ctx.quadraticCurveTo(39, -12, 37, 0);
  ctx.quadraticCurveTo(39, 12, 32, 19);
  ctx.bezierCurveTo(18, 18, 8, 14, -4, 10.5);
  ctx.closePath();
  ctx.fill();
  finger(10, -12, -pose.thumb, 32, 5.6, pose.thumb * 0.7 + pose.bend * 0.4);
  ctx.restore();
}
