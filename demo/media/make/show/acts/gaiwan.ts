import { bowl, lid, saucer } from '../../products/gaiwan.js';
import { liquid } from '../../products/cups.js';
import { PINCH, REST, between } from '../host/hand.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { ease, hold } from '../time.js';
import { steam } from '../steam.js';
import type { Act } from './act.js';

const Z = 0.57;

/** She lifts the lid; the tea underneath steams. */
export function gaiwanAct(): Act {
  const body = sprite(
    ctx => {
      saucer(ctx);
      bowl(ctx);
      liquid(ctx, 0, -164, 126, [136, -177]);
    },
    [-190, -260, 190, 40],
    Z,
  );
  const top = sprite(lid, [-140, -260, 140, -120], Z);
  const whole = sprite(
    ctx => {
      saucer(ctx);
      bowl(ctx);
      lid(ctx);
    },
    [-190, -260, 190, 40],
    Z,
  );
  const shade = shadowOf(whole);
  const up = (u: number): number => hold(3.4, 4.2, 6.0, 6.8, u);
  return {
    id: 'gaiwan',
    half: 102,
    rise: 72,
    under(ctx) {
      put(ctx, shade);
      contact(ctx, 0, 3, 62, 14);
      put(ctx, body);
    },
    over(ctx, u) {
      steam(ctx, u, { x: 0, y: -98, height: 190, width: 40, strength: hold(3.6, 4.6, 6.2, 7.4, u), seed: 1 });
      ctx.save();
      ctx.translate(84 * up(u), -20 * up(u));
      ctx.rotate(0.2 * up(u));
      put(ctx, top);
      ctx.restore();
    },
    right: u => ({
      x: 60 + 88 * up(u),
      y: -142 - 14 * up(u),
      angle: 3.0,
      pose: between(REST, PINCH, ease(2.9, 3.3, u)),
      weight: hold(2.7, 3.35, 6.8, 7.4, u),
      front: true,
    }),
  };
}
