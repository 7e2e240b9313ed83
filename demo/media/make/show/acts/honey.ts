import type { Ctx } from '../../draw/lathe.js';
import { dipper, drawJar } from '../../products/honey.js';
import { dishOnly } from '../../products/spring-tea.js';
import { PITCH } from '../../draw/shade.js';
import { GRIP, REST, between } from '../host/hand.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { ease, hold } from '../time.js';
import type { Act } from './act.js';

const Z = 0.64;
const DISH = { x: 92, y: 24 } as const;

function pool(ctx: Ctx, r: number): void {
  const gold = ctx.createRadialGradient(-r * 0.3, -3, 2, 0, 0, r);
  gold.addColorStop(0, '#ffd879');
  gold.addColorStop(0.6, '#eba12f');
  gold.addColorStop(1, '#b96a12');
  ctx.fillStyle = gold;
  ctx.beginPath();
  ctx.ellipse(0, 0, r, r * PITCH, 0, 0, 7);
  ctx.fill();
  ctx.fillStyle = 'rgba(255,250,226,0.8)';
  ctx.beginPath();
  ctx.ellipse(-r * 0.4, -r * 0.06, r * 0.22, r * 0.04, 0, 0, 7);
  ctx.fill();
}

/** She lifts the dipper and lets a thread of honey run. */
export function honeyAct(): Act {
  const jar = sprite(drawJar, [-130, -270, 130, 40], Z);
  const plate = sprite(ctx => dishOnly(ctx), [-110, -60, 110, 30], 0.62);
  const stick = sprite(dipper, [-40, -190, 40, 20], 0.72);
  const shade = shadowOf(jar);
  const up = (u: number): number => hold(3.2, 4.1, 6.2, 7.0, u);
  const head = (u: number): [number, number] => [DISH.x - 2, DISH.y - 16 - 74 * up(u)];
  return {
    id: 'honey',
    half: 112,
    rise: 76,
    under(ctx) {
      ctx.save();
      ctx.translate(-50, -4);
      put(ctx, shade);
      contact(ctx, 0, 2, 72, 17);
      put(ctx, jar);
      ctx.restore();
    },
    over(ctx, u) {
      ctx.save();
      ctx.translate(DISH.x, DISH.y);
      contact(ctx, 0, 2, 36, 8);
      put(ctx, plate);
      ctx.translate(0, -12);
      pool(ctx, 36 + 5 * ease(4, 6.4, u));
      ctx.restore();
      const [x, y] = head(u);
      const run = up(u);
      if (run > 0.05) {
        const low = DISH.y - 13;
        ctx.lineCap = 'round';
        for (const [w, color] of [
          [6.5, 'rgba(190,112,20,0.85)'],
          [4, 'rgba(240,168,52,0.95)'],
          [1.3, 'rgba(255,240,190,0.95)'],
        ] as const) {
          ctx.strokeStyle = color;
          ctx.lineWidth = w * (0.55 + 0.45 * (1 - ease(6, 6.9, u)));
          ctx.beginPath();
          ctx.moveTo(x, y + 2);
          ctx.bezierCurveTo(
            x - 1,
            y + (low - y) * 0.5,
            x + Math.sin(u * 5) * 1.5,
            low - 14,
            x + Math.sin(u * 9) * 2.4,
            low,
          );
          ctx.stroke();
        }
      }
      ctx.save();
      ctx.translate(x, y);
      ctx.rotate(0.36 + 0.12 * up(u));
      put(ctx, stick);
      ctx.restore();
    },
    right: u => {
      const [x, y] = head(u);
      return {
        x: x + 84,
        y: y - 74,
        angle: 2.95,
        pose: between(REST, GRIP, ease(2.7, 3.1, u)),
        weight: hold(2.5, 3.15, 7.0, 7.5, u),
        front: true,
      };
    },
  };
}
