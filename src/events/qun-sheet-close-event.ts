export type SheetCloseReason = 'button' | 'backdrop' | 'escape' | 'back' | 'drag';

/** A `qun-sheet` asks to be closed by its reader. Bubbles, cancelable; prevented, the sheet stays open. */
export class QunSheetCloseEvent extends Event {
  static readonly type = 'qun-sheet-close';
  /** What the reader did; `back` is the device's own back gesture. */
  readonly reason: SheetCloseReason;

  constructor(reason: SheetCloseReason) {
    super(QunSheetCloseEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-sheet-close': QunSheetCloseEvent;
  }
}
