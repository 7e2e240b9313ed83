import type { PosterContent } from '../poster/poster-content.js';

/**
 * A poster is about to be drawn. Bubbles, composed, cancelable. A listener may change `content`, answer with the address of
 * a picture of the shop's own (`respondWith()`), or prevent it and show a poster in its own way.
 */
export class QunMakePosterEvent extends Event {
  static readonly type = 'qun-make-poster';
  /** What it will say. Addresses are absolute. */
  content: PosterContent;
  /** What the page has answered with; undefined where it left the drawing to the element. */
  answer: Promise<string> | undefined;

  constructor(content: PosterContent) {
    super(QunMakePosterEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.content = content;
  }

  /** Shows the picture at this address (http or https) instead. Rejected, the poster is drawn after all. */
  respondWith(url: string | Promise<string>): void {
    this.answer ??= Promise.resolve(url);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-make-poster': QunMakePosterEvent;
  }
}
