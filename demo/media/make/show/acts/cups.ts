import { cup } from '../../products/cups.js';
import { GRIP, REST, between } from '../host/hand.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { ease, hold } from '../time.js';
import { steam } from '../steam.js';
import type { Act } from './act.js';

const Z = 0.55;

/** Four in a row, no two alike; she takes one up and turns it to the light. */
export function cupsAct(): Act {
  const one = (seed: number, tea: boolean) =>
    sprite(ctx => cup(ctx, 0, 0, seed, tea), [-90, -140, 90, 30], Z);
  const set = [
    { s: one(2, false), x: -46, y: -26 },
    { s: one(5, false), x: 62, y: -30 },
    { s: one(7, true), x: -82, y: 18 },
    { s: one(9, true), x: 26, y: 26 },
  ];
  const shades = set.map(c => shadowOf(c.s));
  const up = (u: number): number => hold(3.5, 4.4, 5.9, 6.8, u);
  const taken = { x: 62, y: -30 };
  return {
    id: 'cups',
    half: 128,
    rise: 60,
    under(ctx, u) {
      for (const [i, c] of set.entries()) {
        ctx.save();
        ctx.translate(c.x, c.y);
        const high = i === 1 ? up(u) : 0;
        ctx.globalAlpha = 1 - high * 0.7;
        put(ctx, shades[i] as (typeof shades)[0]);
        contact(ctx, 0, 1, 30, 7, 0.55 * (1 - high));
        ctx.globalAlpha = 1;
        if (i !== 1 || high === 0) put(ctx, c.s);
        ctx.restore();
      }
    },
    over(ctx, u) {
      if (up(u) > 0) {
        ctx.save();
        ctx.translate(taken.x + 20 * up(u), taken.y - 64 * up(u));
        ctx.rotate(-0.2 * up(u) + Math.sin(u * 2.2) * 0.07 * up(u));
        put(ctx, (set[1] as (typeof set)[0]).s);
        ctx.restore();
        for (const i of [2, 3]) {
          const c = set[i] as (typeof set)[0];
          ctx.save();
          ctx.translate(c.x, c.y);
          put(ctx, c.s);
          ctx.restore();
        }
      }
      const strength = hold(0.8, 2, 7, 8, u) * 0.7;
      steam(ctx, u, { x: -82, y: -42, height: 130, width: 22, strength, seed: 4 });
      steam(ctx, u, { x: 26, y: -34, height: 130, width: 22, strength, seed: 6 });
    },
    right: u => ({
      x: taken.x + 80 + 20 * up(u),
      y: taken.y - 40 - 64 * up(u),
      angle: 2.95,
      pose: between(REST, GRIP, ease(3.1, 3.5, u)),
      weight: hold(2.9, 3.5, 6.8, 7.4, u),
      front: true,
    }),
  };
}
