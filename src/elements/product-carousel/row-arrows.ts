import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';
import { right } from '../../styles/room-drawings.js';
import { left } from '../../styles/shop-drawings.js';

/** The arrows of a row, for those who have a mouse: there only where they lead on. */
export class RowArrows implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #row: () => { scroller: HTMLElement; complete: boolean } | undefined;
  #atStart = true;
  #atEnd = true;

  /** `row` is what scrolls, and whether all of it is there already; undefined: there is no row. */
  constructor(
    host: ReactiveControllerHost,
    row: () => { scroller: HTMLElement; complete: boolean } | undefined,
  ) {
    this.#host = host;
    this.#row = row;
    host.addController(this);
  }

  hostUpdated(): void {
    this.onScroll();
  }

  readonly onScroll = (): void => {
    const row = this.#row();
    if (!row) return;
    const { scrollLeft, scrollWidth, clientWidth } = row.scroller;
    const at = Math.abs(scrollLeft);
    const atStart = at < 2;
    const atEnd = row.complete && at > scrollWidth - clientWidth - 2;
    if (atStart === this.#atStart && atEnd === this.#atEnd) return;
    this.#atStart = atStart;
    this.#atEnd = atEnd;
    this.#host.requestUpdate();
  };

  #scroll(direction: -1 | 1): void {
    const scroller = this.#row()?.scroller;
    if (!scroller) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const forward = getComputedStyle(scroller).direction === 'rtl' ? -1 : 1;
    const left = scroller.clientWidth * 0.8 * direction * forward;
    scroller.scrollBy({ left, behavior: calm ? 'auto' : 'smooth' });
  }

  render(t: Speech['t']): TemplateResult[] {
    const arrow = (direction: -1 | 1, hidden: boolean) => {
      const back = direction < 0;
      // Not for the keyboard, which walks from card to card.
      return html`<button
        part="arrow"
        class="arrow ${back ? 'back' : 'forward'}"
        type="button"
        tabindex="-1"
        aria-label=${t(back ? 'shelf.back' : 'shelf.forward')}
        ?hidden=${hidden}
        @click=${() => this.#scroll(direction)}
      >
        ${icon(back ? left : right, 20)}
      </button>`;
    };
    return [arrow(-1, this.#atStart), arrow(1, this.#atEnd)];
  }
}
