import type { RemindState } from '../../core/remind-answer.js';
import type { Phase } from '../../protocol/index.js';

/** How a show stands for somebody who might reserve it. */
export type Standing = 'waiting' | 'live' | 'over' | 'replay' | 'cancelled' | 'expired';

/** By what the room says, and where it says nothing else by what the reservation's own service has said. */
export function standingOf(phase: Phase | undefined, ends: RemindState | undefined): Standing {
  if (phase === 'replay') return phase;
  if (phase === 'ended') return 'over';
  if (phase !== undefined && phase !== 'warmup') return 'live';
  switch (ends) {
    case 'cancelled':
    case 'expired':
      return ends;
    case 'ended':
      return 'over';
    case 'live-left':
    case 'live-entered':
      return 'live';
    default:
      return 'waiting';
  }
}
