/** A `qun-sheet` covers another height than before. Does not bubble. */
export class QunSheetResizeEvent extends Event {
  static readonly type = 'qun-sheet-resize';
  /** CSS px of its container's lower edge; 0: closed. */
  readonly height: number;

  constructor(height: number) {
    super(QunSheetResizeEvent.type);
    this.height = height;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-sheet-resize': QunSheetResizeEvent;
  }
}
