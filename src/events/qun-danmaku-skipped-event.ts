/** More was said than there is room for over the picture. Bubbles, composed, not cancelable. */
export class QunDanmakuSkippedEvent extends Event {
  static readonly type = 'qun-danmaku-skipped';
  /** Lines left out by this layer so far. */
  readonly skipped: number;
  /** Lines it has shown so far. */
  readonly shown: number;

  constructor(skipped: number, shown: number) {
    super(QunDanmakuSkippedEvent.type, { bubbles: true, composed: true });
    this.skipped = skipped;
    this.shown = shown;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-danmaku-skipped': QunDanmakuSkippedEvent;
  }
}
