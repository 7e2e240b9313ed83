import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import type { PageProducts } from '../../base/page-products.js';
import { pageProducts } from '../../base/page-products-part.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import type { Product, RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { empty as emptyStyle } from '../../styles/empty.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import type { PinKey } from './pin-stage.js';
import { frameStyle } from './product-carousel.css.js';
import type { ProductShelf } from './product-shelf.js';
import { shelf } from './shelf-part.js';

/**
 * The shop's shelf: as a row to swipe, as a list for a sheet, or only what the host is showing now.
 *
 * @status stable
 * @since 0.1.0
 *
 * @dependency qun-flash-sale
 *
 * @attr {row | list | pinned} view - `row` swipes sideways, `list` goes down, `pinned` shows the one to three products the host is showing. Default: `row`.
 * @attr {boolean} from-page - Takes the page's own products, of a JSON island or of JSON-LD, where neither `products` nor a room gives any.
 *
 * @event {QunOpenProductEvent} qun-open-product - Asks to open a product (`product`, `url`). Prevented, the page opens it in its own way; otherwise `url` opens in a new tab.
 * @event {QunSeekEvent} qun-seek - Asks to see where a product is shown (`productId`, `date`). Prevented, the page goes there in its own way; otherwise the player of the same room does.
 *
 * @slot empty - Shown in `row` and `list` while there is no product. Default: a friendly line.
 *
 * @csspart base - The wrapper of everything.
 * @csspart scroller - The list of cards.
 * @csspart card - One product.
 * @csspart picture - A product's picture and what stands on it.
 * @csspart number - The number viewers call it by.
 * @csspart live - The mark of a product being shown.
 * @csspart watch - Leads to where the product is shown, in a recording or what a live stream keeps.
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
  static override styles = [tokens, base, emptyStyle, frameStyle];

  readonly #state = new StoreController<RoomState | undefined>(this);
  #page: PageProducts | undefined;
  #shelf: ProductShelf | undefined;

  /** The products, in shelf order. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** Ids of the products being shown, newest first. Default: the room's. */
  @property({ attribute: false }) pinned?: readonly string[];
  /** Takes the page's own products where neither `products` nor a room gives any. */
  @property({ type: Boolean, attribute: 'from-page' }) fromPage = false;
  /** How the products are laid out. */
  @property() view: 'row' | 'list' | 'pinned' = 'row';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shelf?.leave();
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$shown);
    // On its way beside the room's snapshot, which will hold something to sell.
    if (room) void shelf.come();
  }

  get #listed(): readonly Product[] {
    return this.products ?? this.#state.value?.products ?? this.#page?.products ?? [];
  }

  get #pins(): readonly PinKey[] {
    return (
      this.pinned?.map(id => ({ id, at: 0 })) ??
      this.#state.value?.pins.map(({ productId, at }) => ({ id: productId, at })) ??
      []
    );
  }

  protected override needs(): Promise<unknown> | undefined {
    return shelf.here || this.#listed.length === 0 ? undefined : shelf.come();
  }

  /** Not in `willUpdate`: the room is found between that and `update`. */
  protected override update(changed: PropertyValues): void {
    if (this.fromPage && !this.#page) void pageProducts.come().then(Of => (this.#page ??= new Of(this)));
    const listed = this.#listed;
    if (shelf.here && listed.length > 0) {
      this.#shelf ??= new shelf.here(this, this.voice);
    }
    const render = () => super.update(changed);
    if (this.#shelf) this.#shelf.update(listed, this.#pins, changed.has('view'), render);
    else render();
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const some = this.#shelf;
    const pinned = view === 'pinned';
    const waiting = !this.products && this.roomStore !== undefined && this.#state.value === undefined;
    const empty = !pinned && !waiting && this.#listed.length === 0;
    return html`
      <div
        part="base"
        class="base ${view}"
        aria-busy=${waiting && !pinned ? 'true' : nothing}
        @keydown=${some?.onKey}
        @focusin=${some?.onFocus}
        @animationend=${some?.onAnimationEnd}
      >
        ${pinned ? html`<p class="visually-hidden" role="status">${some?.nowShowing}</p>` : nothing}
        <ul
          part="scroller"
          class="scroller ${pinned && some?.many ? 'many' : ''}"
          role="list"
          aria-label=${this.t('shelf.label')}
          ?hidden=${empty || (pinned && !some?.staged)}
          @scroll=${some?.arrows.onScroll}
        >
          ${waiting && !pinned ? ghosts : nothing}
        </ul>
        ${some?.renderArrows()}
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
