import { html, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import { QunSheetCloseEvent, type SheetCloseReason } from '../../events/qun-sheet-close-event.js';
import { QunSheetResizeEvent } from '../../events/qun-sheet-resize-event.js';
import { deepFocus } from '../../platform/deep-focus.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { watchBack } from './close-watch.js';
import { dragToClose } from './drag-to-close.js';
import { sheet } from './sheet.css.js';

/**
 * A sheet that comes from below and covers part of the positioned element it stands in, as `qun-live-room` uses it for
 * the shelf, coupons and the notice. It takes the focus while it is open and gives it back.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {boolean} open - Whether it is shown.
 * @attr {string} heading - Its title, and its name for assistive technology.
 * @attr {boolean} tall - Always as high as it may become, for lists that fill slowly. Default: as high as what it holds.
 *
 * @event {QunSheetCloseEvent} qun-sheet-close - The reader wants it closed: `reason`. Cancelable; prevented, it stays.
 * @event {QunSheetResizeEvent} qun-sheet-resize - It covers another `height` (px). Does not bubble.
 *
 * @slot - What it holds. Scrolls when it is higher than the sheet.
 * @slot head - Beside the title.
 *
 * @csspart base - The whole.
 * @csspart panel - The visible sheet.
 * @csspart head - Grip, title and close button.
 * @csspart body - The scrolling part.
 *
 * @cssproperty [--max-height=82%] - How much of its container it may cover.
 * @cssproperty [--safe-bottom=env(safe-area-inset-bottom)] - Space kept free at its lower edge.
 */
export class QunSheet extends QunElement {
  static override styles = [tokens, base, button, sheet];

  @query('.panel') private panel!: HTMLElement;
  @query('.head') private head!: HTMLElement;

  @state() private held = false;
  #opener: HTMLElement | undefined;
  #ending: AbortController | undefined;
  #height = 0;

  /** Whether it is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Its title, and its name for assistive technology. */
  @property() heading = '';

  /** Always as high as it may become. */
  @property({ type: Boolean, reflect: true }) tall = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  protected override updated(changed: PropertyValues): void {
    // Also after a move to another place in the page, where `open` itself did not change.
    if (this.open && !this.#ending) this.#begin();
    if (changed.has('open') && !this.open) this.#end();
  }

  /** Asks to be closed, as its button does. */
  close(): void {
    this.#ask('button');
  }

  #begin(): void {
    const ending = (this.#ending = new AbortController());
    const stop = (end: () => void) => ending.signal.addEventListener('abort', end);
    stop(watchBack(() => this.#ask('back')));
    dragToClose(this.head, this.panel, {
      held: on => (this.held = on),
      close: () => this.#ask('drag'),
      signal: ending.signal,
    });
    if (typeof ResizeObserver !== 'undefined') {
      const observer = new ResizeObserver(() => this.#tellHeight());
      observer.observe(this.panel);
      stop(() => observer.disconnect());
    }
    this.#tellHeight();
    this.#opener = deepFocus(document);
    this.panel.focus({ preventScroll: true });
  }

  #end(): void {
    if (!this.#ending) return;
    this.#ending.abort();
    this.#ending = undefined;
    this.#tellHeight();
    // Only where the focus is still ours to give back.
    if (this.isConnected && this.matches(':focus-within')) this.#opener?.focus({ preventScroll: true });
    this.#opener = undefined;
  }

  #tellHeight(): void {
    const height = this.#ending ? this.panel.offsetHeight : 0;
    if (height === this.#height) return;
    this.#height = height;
    this.dispatchEvent(new QunSheetResizeEvent(height));
  }

  #ask(reason: SheetCloseReason): void {
    if (this.open && this.ask(new QunSheetCloseEvent(reason))) this.open = false;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#ask('escape');
  };

  readonly #onEdge = (): void => this.panel.focus({ preventScroll: true });

  protected override render() {
    const edge = this.open ? html`<span tabindex="0" @focus=${this.#onEdge}></span>` : '';
    return html`<div part="base" class="base ${this.open ? 'open' : ''}" @keydown=${this.#onKeydown}>
      <div class="backdrop" @click=${() => this.#ask('backdrop')}></div>
      ${edge}
      <div
        part="panel"
        class="panel ${this.held ? 'held' : ''}"
        role="dialog"
        aria-modal="true"
        aria-label=${this.heading}
        tabindex="-1"
      >
        <div part="head" class="head">
          <h2 class="title">${this.heading}</h2>
          <slot name="head"></slot>
          <button
            type="button"
            class="icon-button"
            aria-label=${this.t('room.close')}
            @click=${() => this.#ask('button')}
          >
            ${icon(close, 20)}
          </button>
        </div>
        <div part="body" class="body"><slot></slot></div>
      </div>
      ${edge}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-sheet': QunSheet;
  }
}
