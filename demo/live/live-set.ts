import type { LiveSet } from 'qunlive/faults';

/** What `live.json` says of the demo's own loop. */
export interface ShowSet extends LiveSet {
  /** Which product has the table when, in seconds of the loop. */
  show: { productId: string; start: number; end: number }[];
}
