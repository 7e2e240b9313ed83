import { drawTray } from '../../products/tray.js';
import { OPEN, REST, between } from '../host/hand.js';
import { contact, put, shadowOf, sprite } from '../sprite.js';
import { ease, hold } from '../time.js';
import type { Act } from './act.js';

const Z = 0.47;

/** She raises its far edge to show the grain, and light runs over it. */
export function trayAct(): Act {
  const board = sprite(drawTray, [-290, -200, 290, 20], Z);
  const shade = shadowOf(board);
  const tilt = (u: number): number => hold(3.1, 4.0, 6.1, 7.0, u);
  return {
    id: 'tray',
    half: 134,
    rise: 40,
    under(ctx, u) {
      ctx.globalAlpha = 0.8;
      put(ctx, shade);
      ctx.globalAlpha = 1;
      contact(ctx, 0, 0, 140, 9 + tilt(u) * 4);
    },
    over(ctx, u) {
      ctx.save();
      ctx.scale(1, 1 + 0.62 * tilt(u));
      put(ctx, board);
      ctx.restore();
      const sweep = ease(3.9, 6.2, u);
      if (sweep <= 0 || sweep >= 1) return;
      const k = 1 + 0.62 * tilt(u);
      ctx.save();
      ctx.beginPath();
      ctx.moveTo(-222 * Z, -176 * Z * k);
      ctx.lineTo(222 * Z, -176 * Z * k);
      ctx.lineTo(272 * Z, -30 * Z * k);
      ctx.lineTo(-272 * Z, -30 * Z * k);
      ctx.clip();
      const x = -200 + sweep * 400;
      const light = ctx.createLinearGradient(x - 60, 0, x + 60, 30);
      light.addColorStop(0, 'rgba(255,240,206,0)');
      light.addColorStop(0.5, 'rgba(255,240,206,0.6)');
      light.addColorStop(1, 'rgba(255,240,206,0)');
      ctx.globalCompositeOperation = 'soft-light';
      ctx.fillStyle = light;
      ctx.fillRect(-200, -200, 400, 220);
      ctx.restore();
    },
    left: u => ({
      x: -144 + 4 * tilt(u),
      y: -58 - 46 * tilt(u),
      angle: 0.35,
      pose: between(REST, OPEN, 0.4),
      weight: hold(2.5, 3.1, 7.0, 7.5, u),
    }),
    right: u => ({
      x: 144 - 4 * tilt(u),
      y: -58 - 46 * tilt(u),
      angle: Math.PI - 0.35,
      pose: between(REST, OPEN, 0.4),
      weight: hold(2.5, 3.1, 7.0, 7.5, u),
    }),
  };
}
