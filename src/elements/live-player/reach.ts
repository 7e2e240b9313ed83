import type { Playback } from '../../media/playback.js';
import type { KeyWish } from './keys.js';
import type { Reach } from './timeline.js';

/** A live stream that keeps less than this, s, is not worth stepping back in. */
const WORTH_S = 60;

/** What can be sought of `playback`; undefined: nothing that is worth it. */
export function reachOf(playback: Playback | undefined, live: boolean): Reach | undefined {
  const { span, edge, time = 0, behind } = playback ?? {};
  if (!span) return undefined;
  const end = live ? (edge ?? span.end) : span.end;
  if (live ? end - span.start < WORTH_S : !(end > span.start && end < Infinity)) return undefined;
  const within = Math.min(end, Math.max(span.start, time));
  return { start: span.start, end, time: within, live, atEdge: live && !behind };
}

/** Where a key leads to from where the picture is, s. */
export function stepTo(wish: KeyWish, { start, end, time }: Reach): number {
  if (wish === 'start') return start;
  if (wish === 'end') return end;
  const step = wish === 'forward' ? 5 : wish === 'back' ? -5 : -10;
  return Math.min(end, Math.max(start, time + step));
}
