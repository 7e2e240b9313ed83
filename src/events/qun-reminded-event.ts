import type { RemindState } from '../core/remind-answer.js';

/** Something has come of asking to be reminded: `state`, and whether the viewer is reminded now. Bubbles, composed, not cancelable. */
export class QunRemindedEvent extends Event {
  static readonly type = 'qun-reminded';
  readonly state: RemindState;
  readonly reserved: boolean;

  constructor(state: RemindState, reserved: boolean) {
    super(QunRemindedEvent.type, { bubbles: true, composed: true });
    this.state = state;
    this.reserved = reserved;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-reminded': QunRemindedEvent;
  }
}
