import type { Ctx } from '../draw/lathe.js';
import { canvas, context } from '../draw/texture.js';
import { acts } from './acts/all.js';
import type { Act } from './acts/act.js';
import { caption } from './caption.js';
import { daylight } from './day.js';
import { reachOf, STAND } from './gesture.js';
import { arm } from './host/arm.js';
import { head } from './host/head.js';
import { moodAt } from './host/mood.js';
import { neck, placeTorso, torso } from './host/torso.js';
import { grade, sunlight, sunPatch, type Lamp } from './light.js';
import { hands, table, wall } from './room.js';
import { ease, HEIGHT, lerp, SLOT, since, WIDTH } from './time.js';
import { view } from './window.js';

/** Where goods are `u` seconds into their slot: in from the right, away to the left. */
function path(u: number): number {
  if (u <= SLOT) return lerp(STAND.x + 520, STAND.x, ease(-0.3, 1.35, u));
  return lerp(STAND.x, STAND.x - 620, ease(SLOT, SLOT + 1.25, u));
}

/** The show, drawn at any moment: `draw(t)` for `t` in seconds, always the same for the same `t`. */
export function createShow(): { canvas: HTMLCanvasElement; draw(t: number): void } {
  const ctx: Ctx = context(canvas(WIDTH, HEIGHT));
  const walls = wall();
  const board = table();
  const body = torso();
  const all = acts();

  function goods(act: Act, u: number): void {
    ctx.save();
    ctx.translate(path(u), STAND.y);
    act.under(ctx, u);
    act.over(ctx, u);
    ctx.restore();
  }

  function lamp(t: number): Lamp | undefined {
    for (const [i, act] of all.entries()) {
      const u = since(t, i * SLOT);
      const light = u < SLOT + 1.2 ? act.light?.(u) : undefined;
      if (light && light.strength > 0) return { ...light, x: path(u) + light.x, y: STAND.y + light.y };
    }
    return undefined;
  }

  function draw(t: number): void {
    const day = daylight(t);
    const mood = moodAt(t);
    const slot = Math.floor(t / SLOT);
    const act = all[slot] as Act;
    const u = t - slot * SLOT;
    const before = all[(slot + all.length - 1) % all.length] as Act;
    ctx.resetTransform();
    ctx.globalAlpha = 1;
    view(ctx, day, t);
    ctx.drawImage(walls, 0, 0);
    const patch = sunPatch(day, t);
    sunlight(ctx, patch, day, 'wall');
    hands(ctx, t);
    caption(ctx, t);
    head(ctx, mood, 'back');
    neck(ctx, mood);
    placeTorso(ctx, body, mood);
    head(ctx, mood, 'front');
    ctx.drawImage(board, 0, 0);
    sunlight(ctx, patch, day, 'table');
    const x = path(u);
    const reaches = ([-1, 1] as const).map(side => ({ side, reach: reachOf(side, act, u, x, t) }));
    for (const { side, reach } of reaches) if (!reach.front) arm(ctx, side, reach, mood);
    if (u < 1.4) goods(before, u + SLOT);
    goods(act, u);
    const next = all[(slot + 1) % all.length] as Act;
    if (u > SLOT - 0.3) goods(next, u - SLOT);
    for (const { side, reach } of reaches) if (reach.front) arm(ctx, side, reach, mood);
    grade(ctx, day, lamp(t));
  }
  return { canvas: ctx.canvas, draw };
}
