import type { Cue } from './auto-host.js';

/** Length of the recording, seconds. */
export const loopSeconds = 64;

/** When each product is on the table. */
export const cues: readonly Cue[] = [
  'spring-tea',
  'gaiwan',
  'teapot',
  'cups',
  'tray',
  'kettle',
  'honey',
  'candle',
].map((productId, index) => ({ atSeconds: index * 8, productId }));
