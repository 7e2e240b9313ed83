/** The viewer has turned comments over the picture on or off. Bubbles, composed, not cancelable. */
export class QunDanmakuTurnedEvent extends Event {
  static readonly type = 'qun-danmaku-turned';
  readonly on: boolean;

  constructor(on: boolean) {
    super(QunDanmakuTurnedEvent.type, { bubbles: true, composed: true });
    this.on = on;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-danmaku-turned': QunDanmakuTurnedEvent;
  }
}
