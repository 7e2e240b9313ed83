import { hex } from '../../draw/color.js';
import type { Ctx } from '../../draw/lathe.js';
import { tube, type TubePoint } from '../../draw/tube.js';
import type { Material } from '../../draw/shade.js';
import { lerp } from '../time.js';
import { hand, type Pose } from './hand.js';
import type { Mood } from './mood.js';
import { COLLAR, SHOULDER } from './torso.js';

export const linen: Material = { color: hex('#e9dcc4'), gloss: 0.03, rough: 1 };
export const skin: Material = { color: hex('#e9b898'), gloss: 0.12, rough: 0.8, glow: 0.25 };

/** Length of upper and lower arm as the camera sees them. */
const BONE = 86;
const BONE_NEAR = 106;

/** What one hand does: where the wrist is, where the hand points, and how the fingers lie. */
export interface Reach {
  x: number;
  y: number;
  angle: number;
  pose: Pose;
}

/** `side` -1 is the arm at the picture's left. */
export function arm(ctx: Ctx, side: 1 | -1, reach: Reach, mood: Mood): void {
  const sx = COLLAR.x + mood.lean * 0.6 + side * SHOULDER.x;
  const sy = COLLAR.y - mood.breath * 2 + SHOULDER.y;
  const wx = reach.x;
  const wy = reach.y;
  const far = Math.hypot(wx - sx, wy - sy);
  // The nearer the hand, the farther the elbow stands out, and always outward and down.
  const bone = lerp(BONE_NEAR, BONE, Math.min(1, far / 150));
  const out = Math.sqrt(Math.max(16, bone ** 2 - (far / 2) ** 2));
  const ex = (sx + wx) / 2 + side * out * 0.72;
  const ey = (sy + wy) / 2 + out * 0.66;
  const on = (t: number): [number, number] => [lerp(ex, wx, t), lerp(ey, wy, t)];
  const cuff = on(0.62);
  // Linen does not break at the elbow: the sleeve is one soft bend.
  const bx = (sx + wx) / 2 + (ex - (sx + wx) / 2) * 1.2;
  const by = (sy + wy) / 2 + (ey - (sy + wy) / 2) * 1.2;
  const sleeve: TubePoint[] = [[sx - side * 34, sy - 30, 9]];
  for (let i = 0; i <= 8; i++) {
    const t = i / 8;
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    const [x0, y0] = [sx - side * 8, sy - 8];
    sleeve.push([
      p * x0 + q * bx + r * cuff[0],
      p * y0 + q * by + r * cuff[1],
      lerp(29, 24, t) + 2 * Math.sin(t * Math.PI),
    ]);
  }
  tube(ctx, sleeve, linen, t => 0.87 + 0.1 * Math.cos(t * 9) + 0.03 * Math.cos(t * 31));
  // The open end of the sleeve.
  const turn = Math.atan2(cuff[1] - by, cuff[0] - bx);
  // An arm that points at the camera shows the sleeve's mouth as a circle.
  const mouth = lerp(21, 5, Math.min(1, Math.hypot(wx - ex, wy - ey) / 84));
  ctx.save();
  ctx.translate(...cuff);
  ctx.rotate(turn);
  ctx.fillStyle = '#d9c7a6';
  ctx.beginPath();
  ctx.ellipse(0, 0, mouth, 24.4, 0, 0, 7);
  ctx.fill();
  ctx.fillStyle = '#8f7455';
  ctx.beginPath();
  ctx.ellipse(mouth * 0.16, 0, mouth * 0.8, 20.5, 0, 0, 7);
  ctx.fill();
  ctx.restore();
  tube(
    ctx,
    [
      [...on(0.63), 14.4],
      [...on(0.8), 13],
      [wx, wy, 11.5],
    ],
    skin,
    t => 0.55 + t * 0.45,
  );
  hand(ctx, wx, wy, reach.angle, side, reach.pose);
}
