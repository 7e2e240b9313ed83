import type { Act, Wish } from './acts/act.js';
import { between, OPEN, REST, type Pose } from './host/hand.js';
import type { Reach } from './host/arm.js';
import { TABLE } from './room.js';
import { hold, lerp, wave } from './time.js';

/** Where the goods stand once they have come. */
export const STAND = { x: 372, y: TABLE.stand } as const;

function at(side: 1 | -1, t: number): Reach {
  const stir = wave(t, 11, side * 0.2) * 2.5;
  return {
    x: 360 + side * 148 + stir,
    y: TABLE.back + 42 + wave(t, 16, 0.1) * 1.2,
    angle: side < 0 ? 0.32 : Math.PI - 0.32,
    pose: REST,
  };
}

function towards(a: Reach, b: { x: number; y: number; angle: number; pose: Pose }, w: number): Reach {
  // A hand travels in a bow, not on a ruler.
  const bow = Math.sin(Math.min(1, w) * Math.PI) * 16;
  return {
    x: lerp(a.x, b.x, w),
    y: lerp(a.y, b.y, w) - bow,
    angle: lerp(a.angle, b.angle, w),
    pose: between(a.pose, b.pose, w),
  };
}

/** Open palms on both sides of the goods, twice in each slot. */
function shown(act: Act, u: number): number {
  return Math.max(
    hold(1.5, 2.1, 2.5, 3.1, u),
    act.right ? 0 : hold(3.4, 4.0, 6.2, 6.9, u),
    hold(6.9, 7.25, 7.5, 7.9, u) * 0.7,
  );
}

/** The reach of one hand, and whether it lies in front of the goods. */
export function reachOf(side: 1 | -1, act: Act, u: number, x: number, t: number): Reach & { front: boolean } {
  let reach = at(side, t);
  const wide = wave(t, 20, side * 0.1) * 4;
  reach = towards(
    reach,
    {
      x: STAND.x + side * (act.half + 44 + wide),
      y: STAND.y - act.rise * 0.72 + wave(t, 13) * 3,
      angle: side < 0 ? -0.28 + wide * 0.01 : Math.PI + 0.28 + wide * 0.01,
      pose: OPEN,
    },
    shown(act, u),
  );
  if (side > 0) {
    // It comes from the right with her hand behind it.
    const push = hold(0.55, 0.85, 1.25, 1.7, u);
    reach = towards(
      reach,
      { x: Math.min(566, x + act.half + 40), y: STAND.y - act.rise * 0.6, angle: Math.PI - 0.1, pose: REST },
      push,
    );
  }
  const wish: Wish | undefined = (side < 0 ? act.left : act.right)?.(u);
  if (wish) reach = towards(reach, { ...wish, x: STAND.x + wish.x, y: STAND.y + wish.y }, wish.weight);
  return { ...reach, front: (wish?.front ?? false) && (wish?.weight ?? 0) > 0.25 };
}
