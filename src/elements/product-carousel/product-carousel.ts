import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../i18n/shop-messages.js';
import { moneyStyle } from '../../base/money-text.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import { warn } from '../../base/warn.js';
import { safeUrl } from '../../core/link.js';
import { stockLevel } from '../../core/product-offer.js';
import { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import type { Product, RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { Growth } from './growth.js';
import { holdPlace } from './hold-place.js';
import { PinStage, type PinKey } from './pin-stage.js';
import { cardStyle } from './product-card.css.js';
import { renderCard, type Shelf } from './product-card.js';
import { style } from './product-carousel.css.js';
import { rove } from './rove.js';
import { RowArrows } from './row-arrows.js';

/**
 * The shop's shelf: as a row to swipe, as a list for a sheet, or only what the host is showing now.
 *
 * @status stable
 * @since 0.1.0
 *
 * @attr {row | list | pinned} view - `row` swipes sideways, `list` goes down, `pinned` shows the one to three products the host is showing. Default: `row`.
 *
 * @event {QunOpenProductEvent} qun-open-product - Asks to open a product (`product`, `url`). Prevented, the page opens it in its own way; otherwise `url` opens in a new tab.
 *
 * @slot empty - Shown in `row` and `list` while there is no product. Default: a friendly line.
 *
 * @csspart base - The wrapper of everything.
 * @csspart scroller - The list of cards.
 * @csspart card - One product.
 * @csspart picture - A product's picture and what stands on it.
 * @csspart number - The number viewers call it by.
 * @csspart live - The mark of a product being shown.
 * @csspart title - A product's title.
 * @csspart subtitle - A product's second line; `list` only.
 * @csspart stock - How few are left.
 * @csspart saved - What is saved.
 * @csspart price - The price.
 * @csspart was - The struck-out price.
 * @csspart button - The card's one button.
 * @csspart close - Puts a pinned product away.
 * @csspart arrow - Scrolls the row, where there is a mouse.
 * @csspart empty - The line shown while there is no product.
 *
 * @cssproperty [--card-width=152px] - Width of a card in `row`.
 * @cssproperty [--card-radius=var(--qun-radius-m, 12px)] - Corners of a card.
 * @cssproperty [--picture-size=104px] - Side of the picture in `list`; 84px in `pinned`.
 */
export class QunProductCarousel extends QunElement {
  static override styles = [tokens, base, button, moneyStyle, cardStyle, style];

  readonly #state = new StoreController<RoomState | undefined>(this);
  readonly #growth = new Growth(this, () => this.scroller);
  readonly #arrows = new RowArrows(this, () => {
    const { scroller, view } = this;
    if (!scroller || view !== 'row') return undefined;
    return { scroller, complete: scroller.childElementCount >= this.#all.length };
  });

  @query('.scroller') private readonly scroller!: HTMLElement | null;

  readonly #stage = new PinStage();
  readonly #broken = new Set<string>();
  #all: readonly Product[] = [];
  #order = '';
  #pins: readonly PinKey[] = [];
  #tabStop = '';

  /** The products, in shelf order. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** Ids of the products being shown, newest first. Default: the room's. */
  @property({ attribute: false }) pinned?: readonly string[];
  /** How the products are laid out. */
  @property() view: 'row' | 'list' | 'pinned' = 'row';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stage.clear();
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$state);
  }

  /** Not in `willUpdate`: the room is found between that and `update`. */
  #look(): void {
    const state = this.#state.value;
    this.#all = this.products ?? state?.products ?? [];
    this.#pins =
      this.pinned?.map(id => ({ id, at: 0 })) ??
      state?.pins.map(({ productId, at }) => ({ id: productId, at })) ??
      [];
    if (this.view === 'pinned') {
      const ids = new Set(this.#pins.map(pin => pin.id));
      const found = new Map(this.#all.flatMap(one => (ids.has(one.id) ? [[one.id, one] as const] : [])));
      this.#stage.set(this.#pins, id => found.get(id));
    } else if (!this.#all.some(product => product.id === this.#tabStop)) {
      this.#tabStop = this.#all[0]?.id ?? '';
    }
  }

  protected override update(changed: PropertyValues): void {
    this.#look();
    const shown = this.view === 'pinned' ? this.#stage.shown : this.#all;
    const order = shown.map(product => product.id).join(' ');
    // Of an empty list there is nothing to hold, and asking where it stands costs a layout.
    const moved = this.#order !== '' && order !== this.#order && !changed.has('view');
    this.#order = order;
    if (moved && this.scroller)
      holdPlace(this.scroller, this.view === 'list' ? 'top' : 'left', () => super.update(changed));
    else super.update(changed);
  }

  readonly #shelf: Shelf & { language: string } = {
    language: '',
    // Arrows, since a card calls them as they are.
    t: (key, params) => this.t(key, params),
    words: text => this.words(text),
    address: url => (this.roomStore ? this.roomStore.resolve(url) : safeUrl(url, document.baseURI)),
    open: (event, product) => this.#onOpen(event, product),
    isBroken: picture => this.#broken.has(picture),
    broken: picture => {
      this.#broken.add(picture);
      this.requestUpdate();
    },
  };

  #onOpen(event: Event, product: Product): void {
    if (stockLevel(product) === 'gone') return event.preventDefault();
    const url = this.#shelf.address(product.links?.h5);
    if (!this.ask(new QunOpenProductEvent(product, url))) event.preventDefault();
    else if (!url)
      warn('no-link', `product ${product.id} has no links.h5; give it one or handle qun-open-product.`);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const control = (event.target as Element).closest<HTMLElement>('.open');
    if (!control || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if ((event.key === ' ' || event.key === 'Enter') && !control.hasAttribute('href')) {
      event.preventDefault();
      return control.click();
    }
    if (this.view === 'pinned') return;
    const controls = [...this.renderRoot.querySelectorAll<HTMLElement>('.open')];
    const row = this.view === 'list' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (this.view === 'row' && this.#rightToLeft) row.reverse();
    const to = rove(event.key, controls.indexOf(control), controls.length, row[0]!, row[1]!);
    if (to === undefined) return;
    event.preventDefault();
    controls[to]!.focus();
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset.id;
    if (!id || this.view === 'pinned' || id === this.#tabStop) return;
    this.#tabStop = id;
    this.requestUpdate();
  };

  get #rightToLeft(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  #putAway(id: string): void {
    this.#stage.putAway(id, this.#pins);
    this.requestUpdate();
    const next = this.#stage.shown.find(product => product.id !== id);
    if (next) this.renderRoot.querySelector<HTMLElement>(`[data-id="${next.id}"] .open`)?.focus();
  }

  readonly #onAnimationEnd = (event: AnimationEvent): void => {
    const item = event.target as HTMLElement;
    if (!item.classList.contains('leaving') || !item.dataset.id) return;
    this.#stage.left(item.dataset.id);
    this.requestUpdate();
  };

  #renderCard(product: Product, live: boolean, tabStop: boolean): unknown {
    const { language, roomStore, view } = this;
    const picture = this.#shelf.address(product.pictures?.[0]) ?? '';
    return guard([product, live, tabStop, language, roomStore, view, this.#broken.has(picture)], () =>
      renderCard(this.#shelf, { product, live, tabStop }),
    );
  }

  #renderShelf(): TemplateResult {
    const all = this.#all;
    const live = new Set(this.#pins.map(pin => pin.id));
    const some = all.slice(0, this.#growth.of(all.length));
    return html`${repeat(
      some,
      product => product.id,
      (product, index) =>
        html`<li
          part="card"
          class="card ${stockLevel(product) === 'gone' ? 'gone' : ''}"
          data-id=${product.id}
          aria-setsize=${all.length}
          aria-posinset=${index + 1}
        >
          ${this.#renderCard(product, live.has(product.id), product.id === this.#tabStop)}
        </li>`,
    )}`;
  }

  #renderPinned(): TemplateResult {
    const { shown, leaving } = this.#stage;
    const away = new Set(leaving);
    return html`${repeat(
      [...shown, ...leaving],
      product => product.id,
      product => {
        const gone = stockLevel(product) === 'gone' ? 'gone' : '';
        const leaves = away.has(product);
        return html`<li
          part="card"
          class="card ${gone} ${leaves ? 'leaving' : ''}"
          data-id=${product.id}
          aria-hidden=${leaves ? 'true' : nothing}
        >
          ${this.#renderCard(product, true, !leaves)}
          <button
            part="close"
            class="icon-button close"
            type="button"
            tabindex=${leaves ? -1 : 0}
            aria-label="${this.t('product.putAway')}: ${this.words(product.title)}"
            @click=${() => this.#putAway(product.id)}
          >
            ${icon('close', 16)}
          </button>
        </li>`;
      },
    )}`;
  }

  protected override render(): TemplateResult {
    this.#shelf.language = this.language;
    const { view } = this;
    const pinned = view === 'pinned';
    const waiting = !this.products && this.roomStore !== undefined && this.#state.value === undefined;
    const empty = !pinned && !waiting && this.#all.length === 0;
    const many = pinned && this.#stage.shown.length > 1;
    return html`
      <div
        part="base"
        class="base ${view}"
        aria-busy=${waiting && !pinned ? 'true' : nothing}
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
        @animationend=${this.#onAnimationEnd}
      >
        ${
          pinned
            ? html`<p class="visually-hidden" role="status">
                ${this.#stage.shown
                  .slice(0, 1)
                  .map(product => this.t('product.nowShowing', { title: this.words(product.title) }))}
              </p>`
            : nothing
        }
        <ul
          part="scroller"
          class="scroller ${many ? 'many' : ''}"
          role="list"
          aria-label=${this.t('shelf.label')}
          ?hidden=${empty || (pinned && this.#stage.shown.length + this.#stage.leaving.length === 0)}
          @scroll=${this.#arrows.onScroll}
        >
          ${pinned ? this.#renderPinned() : waiting ? ghosts : this.#renderShelf()}
        </ul>
        ${view === 'row' ? this.#arrows.render(this.#shelf.t) : nothing}
        <div part="empty" class="empty" ?hidden=${!empty}>
          <slot name="empty">${icon('bag', 32)} ${this.t('shelf.empty')}</slot>
        </div>
      </div>
    `;
  }
}

/** Where cards will stand once the room has told what it sells. */
const ghosts = [0, 1, 2].map(
  () =>
    html`<li class="card ghost" aria-hidden="true">
      <div class="picture"></div>
      <div class="words"></div>
    </li>`,
);

declare global {
  interface HTMLElementTagNameMap {
    'qun-product-carousel': QunProductCarousel;
  }
}
