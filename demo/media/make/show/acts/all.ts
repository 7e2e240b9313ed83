import { SLOTS } from '../time.js';
import type { Act } from './act.js';
import { candleAct } from './candle.js';
import { cupsAct } from './cups.js';
import { gaiwanAct } from './gaiwan.js';
import { honeyAct } from './honey.js';
import { kettleAct } from './kettle.js';
import { springTeaAct } from './spring-tea.js';
import { teapotAct } from './teapot.js';
import { trayAct } from './tray.js';

const makers = [springTeaAct, gaiwanAct, teapotAct, cupsAct, trayAct, kettleAct, honeyAct, candleAct];

/** In the order of the show. */
export function acts(): Act[] {
  const all = makers.map(make => make());
  for (const [i, act] of all.entries()) {
    if (act.id !== SLOTS[i]) throw new Error(`act ${i} is ${act.id}, the show expects ${SLOTS[i]}`);
  }
  return all;
}
