/** The link is in the viewer's clipboard. Bubbles, composed, not cancelable. */
export class QunLinkCopiedEvent extends Event {
  static readonly type = 'qun-link-copied';
  readonly url: string;

  constructor(url: string) {
    super(QunLinkCopiedEvent.type, { bubbles: true, composed: true });
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-link-copied': QunLinkCopiedEvent;
  }
}
