/**
 * `idle`: nothing asked for yet. `waiting`: no picture because the host is not there, by the room's word or the
 * stream's. `blocked`: the browser wants a tap first. `error`: the viewer has to act, or nothing can be done.
 */
export type PlayerState =
  | 'idle'
  | 'loading'
  | 'playing'
  | 'paused'
  | 'buffering'
  | 'reconnecting'
  | 'waiting'
  | 'ended'
  | 'blocked'
  | 'error';

/** A player's state, sound or kind of stream has changed. Bubbles, composed, not cancelable. */
export class QunPlayerStateEvent extends Event {
  static readonly type = 'qun-player-state';
  readonly state: PlayerState;
  readonly muted: boolean;
  /** More is to come, rather than a recording. */
  readonly live: boolean;

  constructor(state: PlayerState, muted: boolean, live: boolean) {
    super(QunPlayerStateEvent.type, { bubbles: true, composed: true });
    this.state = state;
    this.muted = muted;
    this.live = live;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-player-state': QunPlayerStateEvent;
  }
}
