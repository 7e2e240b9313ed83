import type { PlayerState } from '../../events/qun-player-state-event.js';
import type { MessageKey } from '../../i18n/translate.js';
import type { Phase, QunError } from '../../protocol/index.js';
import type { IconName } from '../../styles/icon.js';

/** What is known of the stream; undefined where there is none. */
export interface StreamView {
  readonly status: PlayerState;
  readonly error: QunError | undefined;
  /** Not there yet, rather than lost. */
  readonly unborn: boolean;
  /** It was live, and has been closed. */
  readonly closed: boolean;
}

export interface Given {
  phase: Phase | undefined;
  stream: StreamView | undefined;
  /** There is something to play. */
  playable: boolean;
  /** It should be playing. */
  wanted: boolean;
  online: boolean;
}

/** What a player shows: its state, what it says about it, and the one thing to do. */
export interface Face {
  state: PlayerState;
  words?: MessageKey;
  drawing?: IconName;
  action?: 'play' | 'retry' | 'again';
  spinner?: boolean;
  /** The words stand in the place of the picture, rather than on it. */
  screen?: boolean;
  /** The poster hides the picture. */
  covered?: boolean;
}

/** The host's word beats what the stream says, both ways. */
const PHASES: Partial<Record<Phase, Face>> = {
  warmup: { state: 'waiting', words: 'phase.warmup', drawing: 'clock', screen: true, covered: true },
  paused: { state: 'waiting', words: 'phase.paused', drawing: 'cup', screen: true },
  interrupted: { state: 'waiting', words: 'phase.interrupted', drawing: 'signal', screen: true },
  ended: { state: 'ended', words: 'phase.ended', drawing: 'heart', screen: true, covered: true },
};

/** Why there is no picture, in words that name the one thing to do; other codes have theirs in the table of errors. */
const FAILURES: Partial<Record<string, MessageKey>> = {
  'engine-failed': 'player.unreachable',
  'stream-unreachable': 'player.unreachable',
  'stream-broken': 'player.broken',
};

export function playerFace({ phase, stream, playable, wanted, online }: Given): Face {
  const said = phase && PHASES[phase];
  if (said) return said;
  const { status: state = 'idle', error, unborn, closed } = stream ?? {};
  switch (state) {
    case 'idle':
      return playable && !wanted ? { state, action: 'play' } : { state };
    case 'paused':
    case 'blocked':
      return { state, action: 'play' };
    case 'loading':
    case 'buffering':
      return { state, spinner: true };
    case 'reconnecting':
      return { state, spinner: true, words: online ? 'player.reconnecting' : 'room.offline' };
    case 'waiting':
      return unborn && !phase
        ? { state, words: 'player.notYet', drawing: 'clock', screen: true, covered: true }
        : { state, words: 'phase.interrupted', drawing: 'signal', screen: true };
    case 'ended':
      if (phase === 'live') return { ...PHASES.interrupted, state: 'waiting' };
      return closed && phase !== 'replay'
        ? { ...PHASES.ended, state }
        : { state, action: 'again', screen: true };
    case 'error': {
      const code = error?.code ?? 'stream-broken';
      const retry = error && !error.temporary ? {} : ({ action: 'retry' } as const);
      const words = FAILURES[code] ?? (`error.${code}` as MessageKey);
      return { state, words, drawing: 'alert', screen: true, covered: true, ...retry };
    }
    default:
      return { state };
  }
}
