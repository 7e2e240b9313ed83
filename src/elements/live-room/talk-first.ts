import type { LitElement, ReactiveController } from 'lit';
import type { QunMeetConditionEvent } from '../../events/qun-meet-condition-event.js';

/** Leads a viewer of whom an offer wants a comment first to where one comments, unless the page has other ways. */
export class TalkFirst implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Last of all, as the page may prevent it.
    addEventListener('qun-meet-condition', this.#onMeet);
  }

  hostDisconnected(): void {
    removeEventListener('qun-meet-condition', this.#onMeet);
  }

  readonly #onMeet = (heard: Event): void => {
    const event = heard as QunMeetConditionEvent;
    const { renderRoot } = this.#host;
    const talk = renderRoot.querySelector('qun-comment-stream');
    if (event.defaultPrevented || event.condition.kind !== 'comment') return;
    if (!event.composedPath().includes(this.#host) || !talk?.focusComposer) return;
    event.preventDefault();
    void this.#lead(talk);
  };

  async #lead(talk: HTMLElementTagNameMap['qun-comment-stream']): Promise<void> {
    const { renderRoot } = this.#host;
    const sheet = renderRoot.querySelector('qun-sheet');
    const product = renderRoot.querySelector('qun-product-sheet');
    if (sheet?.open) sheet.close();
    if (product?.open) product.open = false;
    renderRoot.querySelector<HTMLElement>('#tab-comments')?.click();
    // What closes gives the focus back first.
    await this.#host.updateComplete;
    await Promise.all([sheet?.updateComplete, product?.updateComplete]);
    await talk.updateComplete;
    talk.focusComposer();
  }
}
