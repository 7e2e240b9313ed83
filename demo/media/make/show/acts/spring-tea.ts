import { css, hex } from '../../draw/color.js';
import { caddy, dish, needles } from '../../products/spring-tea.js';
import { random } from '../../draw/noise.js';
import { PINCH, REST, between } from '../host/hand.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { hold } from '../time.js';
import type { Act } from './act.js';

const Z = 0.58;
const DISH = { x: 84, y: 26 } as const;

/** She lets a pinch of leaves fall into the dish. */
export function springTeaAct(): Act {
  const tin = sprite(caddy, [-110, -300, 110, 30], Z);
  const plate = sprite(ctx => dish(ctx, 0, 0), [-110, -80, 110, 30], Z);
  const loose = sprite(ctx => needles(ctx, 0, 0, 30, 5, 11, 4), [-60, -30, 60, 30], Z);
  const shade = shadowOf(tin);
  const next = random(8);
  const falls = Array.from({ length: 26 }, () => ({
    at: next() * 1.5,
    x: (next() - 0.5) * 26,
    turn: next() * 6,
    spin: (next() - 0.5) * 9,
  }));
  return {
    id: 'spring-tea',
    half: 108,
    rise: 90,
    under(ctx) {
      ctx.save();
      ctx.translate(-48, -6);
      put(ctx, shade);
      contact(ctx, 0, 0, 64, 15);
      put(ctx, tin);
      ctx.restore();
    },
    over(ctx, u) {
      ctx.save();
      ctx.translate(DISH.x, DISH.y);
      contact(ctx, 0, 2, 38, 9);
      put(ctx, plate);
      ctx.translate(-86, 10);
      put(ctx, loose);
      ctx.restore();
      for (const leaf of falls) {
        const f = (u - 4.1 - leaf.at) / 0.42;
        if (f < 0 || f > 1) continue;
        ctx.save();
        ctx.translate(DISH.x + leaf.x * (0.5 + f * 0.8), DISH.y - 92 + f * f * 78);
        ctx.rotate(leaf.turn + leaf.spin * f);
        ctx.strokeStyle = css(hex('#7d8f52'));
        ctx.lineWidth = 2.4;
        ctx.lineCap = 'round';
        ctx.beginPath();
        ctx.moveTo(-6, 0);
        ctx.quadraticCurveTo(0, 2.5, 6, 0);
        ctx.stroke();
        ctx.restore();
      }
    },
    right: u => ({
      x: DISH.x + 58,
      y: DISH.y - 112 - 8 * hold(3.6, 4, 5.6, 6, u) + Math.sin(u * 9) * 1.5 * hold(4, 4.2, 5.5, 5.8, u),
      angle: 2.6,
      pose: between(REST, PINCH, hold(3.2, 3.6, 5.8, 6.2, u)),
      weight: hold(3.0, 3.8, 5.9, 6.7, u),
      front: true,
    }),
  };
}
