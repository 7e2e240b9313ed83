import { kettleBody, kettleHandle, kettleLid } from '../../products/kettle.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { hold } from '../time.js';
import { steam } from '../steam.js';
import type { Act } from './act.js';

const Z = 0.56;

/** It comes to the boil: the lid stirs, the spout breathes. */
export function kettleAct(): Act {
  const body = sprite(kettleBody, [-180, -240, 230, 50], Z);
  const top = sprite(kettleLid, [-90, -260, 90, -150], Z);
  const bow = sprite(kettleHandle, [-140, -350, 140, -130], Z);
  const whole = sprite(
    ctx => {
      kettleBody(ctx);
      kettleLid(ctx);
      kettleHandle(ctx);
    },
    [-180, -350, 230, 50],
    Z,
  );
  const shade = shadowOf(whole);
  return {
    id: 'kettle',
    half: 108,
    rise: 84,
    under(ctx) {
      put(ctx, shade);
      contact(ctx, 0, 2, 66, 15);
    },
    over(ctx, u) {
      const boil = hold(3, 4.2, 6.3, 7.6, u);
      put(ctx, body);
      ctx.save();
      ctx.translate(0, -Math.abs(Math.sin(u * 13)) * 2.2 * boil);
      ctx.rotate(Math.sin(u * 17) * 0.012 * boil);
      put(ctx, top);
      ctx.restore();
      put(ctx, bow);
      steam(ctx, u, {
        x: 113,
        y: -97,
        height: 200,
        width: 40,
        strength: (0.25 + 0.9 * boil) * hold(0.6, 1.6, 7.2, 8, u),
        seed: 3,
      });
      steam(ctx, u, { x: 0, y: -112, height: 120, width: 30, strength: boil * 0.6, seed: 9 });
    },
  };
}
