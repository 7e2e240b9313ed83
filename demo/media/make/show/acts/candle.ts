import { candleCup, flame } from '../../products/candle.js';
import { PINCH, REST, between } from '../host/hand.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { ease, hold } from '../time.js';
import type { Act } from './act.js';

const Z = 0.64;

/** Dusk: she lights it, and it lights her. */
export function candleAct(): Act {
  const body = sprite(candleCup, [-120, -230, 120, 40], Z);
  const shade = shadowOf(body);
  const lit = (u: number): number => hold(2.9, 3.5, 7.3, 8.2, u);
  const flicker = (u: number): number => 1 + 0.05 * Math.sin(u * 11) + 0.04 * Math.sin(u * 17.3 + 1);
  return {
    id: 'candle',
    half: 94,
    rise: 68,
    under(ctx, u) {
      ctx.globalAlpha = 1 - 0.5 * lit(u);
      put(ctx, shade);
      ctx.globalAlpha = 1;
      contact(ctx, 0, 2, 66, 16);
    },
    over(ctx, u) {
      put(ctx, body);
      if (lit(u) > 0.02) {
        ctx.save();
        ctx.globalAlpha = Math.min(1, lit(u) * 1.4);
        ctx.scale(Z, Z);
        flame(
          ctx,
          0.5 * Math.sin(u * 3.1) + 0.3 * Math.sin(u * 7.7),
          (0.4 + 0.6 * lit(u)) * flicker(u) * 1.15,
        );
        ctx.restore();
      }
      const taper = hold(1.7, 2.3, 3.1, 3.6, u);
      if (taper > 0.01) {
        const [x, y] = [14 + 70 * (1 - taper), -130 - 20 * (1 - taper)];
        ctx.save();
        ctx.globalAlpha = Math.min(1, taper * 2);
        ctx.strokeStyle = '#c9a06c';
        ctx.lineWidth = 4;
        ctx.lineCap = 'round';
        ctx.beginPath();
        ctx.moveTo(x, y);
        ctx.lineTo(x + 66, y - 48);
        ctx.stroke();
        ctx.translate(x - 1, y + 140);
        ctx.scale(0.5, 0.5);
        ctx.translate(0, -94);
        flame(ctx, 0.4, flicker(u));
        ctx.restore();
      }
    },
    right: u => {
      const taper = hold(1.7, 2.3, 3.1, 3.6, u);
      return {
        x: 14 + 70 * (1 - taper) + 112,
        y: -130 - 20 * (1 - taper) - 58,
        angle: 2.8,
        pose: between(REST, PINCH, ease(1.3, 1.7, u)),
        weight: hold(1.3, 1.9, 3.5, 4.1, u),
        front: true,
      };
    },
    light: u => ({ x: 0, y: -140, strength: lit(u) * (0.9 + 0.5 * (flicker(u) - 1)) }),
  };
}
