import { apron } from './apron.js';
import { candle } from './candle.js';
import { cups } from './cups.js';
import { gaiwan } from './gaiwan.js';
import { honey } from './honey.js';
import { kettle } from './kettle.js';
import type { Product } from './product.js';
import { springTea } from './spring-tea.js';
import { teapot } from './teapot.js';
import { towel } from './towel.js';
import { tray } from './tray.js';

export const products: readonly Product[] = [
  gaiwan,
  teapot,
  cups,
  springTea,
  tray,
  kettle,
  towel,
  honey,
  apron,
  candle,
];
