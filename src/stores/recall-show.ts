import { retryMs } from '../core/back-off.js';
import { HISTORY_TYPES, type ShowHistory } from '../core/show-history.js';
import { QunError, type ControlEvent, type SkippedEvent } from '../protocol/index.js';
import type { RoomTransport } from '../transport/room-transport.js';

/** Tries before the past of a room is given up; what happens from now on is known anyway. */
const TRIES = 6;

/**
 * Fetches the past of a show page by page and puts it into `history`. False: there is none to be had, or `wanted` says
 * that nobody needs it any more. Never rejects.
 */
export async function recallShow(
  transport: RoomTransport,
  history: ShowHistory,
  epoch: string,
  wanted: () => boolean,
): Promise<boolean> {
  if (!transport.history) return false;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let retryAfterMs: number | undefined;
    try {
      const events: (ControlEvent | SkippedEvent)[] = [];
      for (let after = 0; ;) {
        const page = await transport.history({ after, epoch, types: HISTORY_TYPES });
        if (!wanted()) return false;
        events.push(...page.events);
        if (page.seq >= page.head) {
          if (history.recall(page, events)) return true;
          break; // kept by a cache since before we came
        }
        if (page.seq <= after) break;
        after = page.seq;
      }
    } catch (cause) {
      const error = QunError.from(cause);
      if (!error.temporary) return false;
      retryAfterMs = error.retryAfterMs;
    }
    await new Promise(resolve => setTimeout(resolve, retryMs(attempt, retryAfterMs)));
    if (!wanted()) return false;
  }
  return false;
}
