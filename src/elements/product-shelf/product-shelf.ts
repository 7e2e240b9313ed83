import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import '../../i18n/shop-messages.js';
import { carry } from '../../base/carry.js';
import { moneyStyle } from '../../base/money-text.js';
import { openProduct } from '../../base/open-product.js';
import { renderCard, type Shelf } from '../../base/product-card.js';
import type { PageProducts } from '../../base/page-products.js';
import { pageProducts } from '../../base/page-products-part.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import type { Chapter } from '../../core/chapters.js';
import { safeUrl } from '../../core/link.js';
import { stockLevel } from '../../core/product-offer.js';
import { plainRows, shelfRows, type ShelfRow } from '../../core/shelf-rows.js';
import { findProducts } from '../../core/shelf-search.js';
import { QunSeekEvent } from '../../events/qun-seek-event.js';
import { addTradeWords } from '../../i18n/trade-messages.js';
import type { Product, RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { empty } from '../../styles/empty.css.js';
import { icon } from '../../styles/icon.js';
import { cardStyle } from '../../styles/product-card.css.js';
import { tokens } from '../../styles/tokens.css.js';
import { nextTask } from './pace.js';
import { shelfStyle } from './product-shelf.css.js';
import { ShelfList, type Placed } from './shelf-list.js';
import { renderFind, renderGroups, type Tools } from './tools.js';

addTradeWords();

/** A shelf this short is seen at a glance. */
const FIND_FROM = 8;

/**
 * Everything the shop sells, as a sheet or a column: a thousand products or three, in groups where the shop has them,
 * found by word or by number. What the host changes meanwhile moves nothing under a finger.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {boolean} without-search - Leaves the search out. Shelves of fewer than eight products never have one.
 * @attr {boolean} from-page - Takes the page's own products, of a JSON island or of JSON-LD, where neither `products` nor a room gives any.
 *
 * @event {QunOpenProductEvent} qun-open-product - Asks to open a product (`product`, `url`). Prevented, the page opens it in its own way; otherwise `url` opens in a new tab.
 * @event {QunSeekEvent} qun-seek - Asks to see where a product is shown (`productId`, `date`). Prevented, the page goes there in its own way; otherwise the player of the same room does.
 *
 * @slot empty - Shown while there is no product. Default: a friendly line.
 *
 * @csspart base - The wrapper of everything.
 * @csspart search - The field products are looked for in.
 * @csspart on-now - Leads to the product being shown.
 * @csspart group-button - Leads to a group.
 * @csspart scroller - What scrolls.
 * @csspart group - The title of a group.
 * @csspart card - One product.
 * @csspart picture - A product's picture and what stands on it.
 * @csspart number - The number viewers call it by.
 * @csspart live - The mark of a product being shown.
 * @csspart watch - Leads to where the product is shown, in a recording or what a live stream keeps.
 * @csspart title - A product's title.
 * @csspart subtitle - A product's second line.
 * @csspart stock - How few are left.
 * @csspart saved - What is saved.
 * @csspart price - The price.
 * @csspart was - The struck-out price.
 * @csspart button - The card's one button.
 * @csspart new - Leads to products that have just come.
 * @csspart empty - The line shown while there is no product, or none that is looked for.
 *
 * @cssproperty [--max-height=640px] - The shelf is as high as its products, up to this.
 * @cssproperty [--picture-size=104px] - Side of a product's picture.
 */
export class QunProductShelf extends QunElement {
  static override styles = [tokens, base, button, empty, moneyStyle, cardStyle, shelfStyle];

  readonly #state = new StoreController<RoomState | undefined>(this);
  #page: PageProducts | undefined;
  readonly #chapters = new StoreController<readonly Chapter[]>(this);
  readonly #list = new ShelfList(this, {
    parts: () => {
      const [list, rulers] = [this.list, this.rulers];
      if (!list) return undefined;
      return { scroller: this.scroller, list, rulers: [...rulers] as [HTMLElement, HTMLElement] };
    },
    render: placed => this.#renderRow(placed),
    // Not at once: it has just been rendered.
    changed: () => void Promise.resolve().then(() => this.requestUpdate()),
  });

  @query('.scroller') private scroller!: HTMLElement;
  @query('.lines') private list!: HTMLElement | null;
  @query('input') private field!: HTMLInputElement | null;

  @state() private sought = '';
  readonly #broken = new Set<string>();
  /** Addresses are dear to make out, and asked for at every look at a line. */
  readonly #addresses = new Map<string, string | undefined>();
  #apart: Promise<void> | undefined;
  #begun = false;
  #shown = '';
  #rows: readonly ShelfRow[] = [];
  /** What `#rows` were made of. */
  #rowsOf: readonly unknown[] = [];
  #live = new Set<string>();
  #watchable = new Map<string | undefined, number>();

  readonly #cards: Shelf = {
    language: '',
    t: this.voice.t,
    words: this.voice.words,
    address: url => {
      if (url && !this.#addresses.has(url))
        this.#addresses.set(
          url,
          this.roomStore ? this.roomStore.resolve(url) : safeUrl(url, document.baseURI),
        );
      return url && this.#addresses.get(url);
    },
    link: product => carry(this.#cards.address(product.links?.h5)),
    open: (event, product) => {
      // The line has only just moved here.
      if (this.#list.settling && (event as MouseEvent).detail > 0) return event.preventDefault();
      openProduct(event, product, this.#cards.link(product), this.voice, this.roomStore);
    },
    watch: (id, date) => {
      if (this.ask(new QunSeekEvent(id, date))) this.roomStore?.seek(date);
    },
    isBroken: picture => this.#broken.has(picture),
    broken: picture => {
      this.#broken.add(picture);
      this.requestUpdate();
    },
  };

  /** The products, in shelf order. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** Ids of the products being shown, newest first. Default: the room's. */
  @property({ attribute: false }) pinned?: readonly string[];
  /** Leaves the search out. */
  @property({ type: Boolean, attribute: 'without-search' }) withoutSearch = false;

  /** Takes the page's own products where neither `products` nor a room gives any. */
  @property({ type: Boolean, attribute: 'from-page' }) fromPage = false;

  /** Scrolls to a product. False: it is not on the shelf, or not among those looked for. */
  showProduct(id: string): boolean {
    return this.#list.goTo(id);
  }

  /** Its first rendering in a task of its own: whoever opens it has work enough in theirs. */
  protected override needs(): Promise<unknown> | undefined {
    if (this.#begun) return undefined;
    return (this.#apart ??= nextTask().then(() => void (this.#begun = true)));
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#addresses.clear();
    this.#state.follow(room?.$shown);
    this.#chapters.follow(room?.$chapters);
  }

  get #listed(): readonly Product[] {
    return this.products ?? this.#state.value?.products ?? this.#page?.products ?? [];
  }

  /** Makes the lines, where something has changed that they are made of. */
  #line(): void {
    const made = [this.#listed, this.sought, this.language];
    if (made.every((one, at) => one === this.#rowsOf[at])) return;
    this.#rowsOf = made;
    this.#rows = this.sought
      ? plainRows(findProducts(this.#listed, this.sought))
      : shelfRows(this.#listed, this.voice.words);
  }

  get #pins(): readonly string[] {
    return this.pinned ?? this.#state.value?.pins.map(pin => pin.productId) ?? [];
  }

  protected override updated(changed: PropertyValues): void {
    if (this.fromPage && !this.#page) void pageProducts.come().then(Of => (this.#page ??= new Of(this)));
    Object.assign(this.#cards, { language: this.language });
    this.#live = new Set(this.#pins);
    // The last time it was shown, as the host may have more to say of it then.
    this.#watchable = new Map(this.#chapters.value?.map(({ productId, at }) => [productId, at]));
    const shown = `${this.language} ${this.sought}`;
    this.#list.show(this.#rows, shown !== this.#shown);
    this.#shown = shown;
    if (!changed.has('sought')) this.#follow();
  }

  /** The button of the group one is in stands in view. */
  #follow(): void {
    const now = this.renderRoot.querySelector<HTMLElement>('.chip[aria-current=true]');
    const row = now?.parentElement;
    if (!now || !row) return;
    const [from, to] = [now.offsetLeft, now.offsetLeft + now.offsetWidth];
    if (from < row.scrollLeft || to > row.scrollLeft + row.clientWidth) row.scrollLeft = from - 16;
  }

  readonly #seek = (words: string): void => {
    this.sought = words;
    if (words === '') this.field?.focus({ preventScroll: true });
  };

  readonly #goTo = (key: string): void => void this.#list.goTo(key);

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    this.#list.hands.stir();
    const control = target.closest<HTMLElement>('.open');
    if (!control) {
      if (event.key !== 'ArrowDown' || target !== this.field) return;
      event.preventDefault();
      return this.renderRoot.querySelector<HTMLElement>('.open[tabindex="0"]')?.focus();
    }
    if ((event.key === ' ' || event.key === 'Enter') && !control.hasAttribute('href')) {
      event.preventDefault();
      return control.click();
    }
    const { page } = this.#list;
    const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page, Home: -1e6, End: 1e6 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.#list.walk(control.closest<HTMLElement>('[data-key]')!.dataset.key!, by);
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key) this.#list.focused(key);
  };

  #renderRow({ row, place, count, tabStop }: Placed): TemplateResult {
    const { product, key, off = false } = row;
    if (!product)
      return html`<li class="group" data-key=${key}>
        <h3 part="group">${row.title || this.t('shelf.others')}</h3>
      </li>`;
    const live = this.#live.has(key);
    const chapter = this.#watchable.get(key);
    const picture = this.#cards.address(product.pictures?.[0]) ?? '';
    return html`<li
      part="card"
      class="card ${off || stockLevel(product) === 'gone' ? 'gone' : ''}"
      data-key=${key}
      aria-setsize=${count}
      aria-posinset=${place}
    >
      ${guard(
        [product, live, chapter, tabStop, off, this.language, this.roomStore, this.#broken.has(picture)],
        () => renderCard(this.#cards, { product, live, chapter, tabStop, off }),
      )}
    </li>`;
  }

  get #tools(): Tools {
    const rows = this.sought ? [] : this.#rows;
    return {
      t: this.voice.t,
      sought: this.sought,
      seek: this.#seek,
      groups: rows.flatMap(row => (row.product ? [] : [[row.key, row.title ?? ''] as const])),
      group: this.#list.group,
      live: this.sought ? undefined : this.#pins.find(id => this.#listed.some(one => one.id === id)),
      goTo: this.#goTo,
    };
  }

  protected override render(): TemplateResult {
    this.#line();
    const tools = this.#tools;
    const { fresh, hands, onScroll, goToFresh } = this.#list;
    const all = this.#listed;
    const waiting = !this.products && this.roomStore !== undefined && this.#state.value === undefined;
    const found = this.sought ? this.#rows.length : all.length;
    const findable = !this.withoutSearch && (all.length >= FIND_FROM || this.sought !== '');
    return html`<div
      part="base"
      class="base"
      aria-busy=${waiting ? 'true' : nothing}
      @keydown=${this.#onKey}
      @focusin=${this.#onFocus}
    >
      ${findable ? renderFind(tools) : nothing} ${renderGroups(tools)}
      <div
        part="scroller"
        class="scroller"
        ?hidden=${found === 0 && !waiting}
        @scroll=${onScroll}
        @touchstart=${hands.touch}
        @touchend=${hands.touch}
        @touchcancel=${hands.touch}
        @wheel=${hands.wheel}
        @pointermove=${hands.point}
        @pointerleave=${hands.point}
      >
        ${waiting ? ghosts : nothing}
        <ul class="lines" role="list" aria-label=${this.t('shelf.label')}></ul>
        <i class="ruler line-ruler"></i><i class="ruler"></i>
      </div>
      ${
        fresh > 0
          ? html`<button type="button" part="new" class="button new" @click=${goToFresh}>
              ${this.t('shelf.new', { count: fresh })}
            </button>`
          : nothing
      }
      <p class="visually-hidden" role="status">
        ${this.sought && found > 0 ? this.t('shelf.found', { count: found }) : nothing}
      </p>
      ${
        this.sought && found === 0
          ? html`<div part="empty" class="empty" role="status">
              ${icon('bag', 32)}
              <p>${this.t('shelf.noneFound', { words: this.sought })}</p>
              <button type="button" class="button button--quiet" @click=${() => this.#seek('')}>
                ${this.t('shelf.all')}
              </button>
            </div>`
          : nothing
      }
      <div part="empty" class="empty" ?hidden=${waiting || all.length > 0 || this.sought !== ''}>
        <slot name="empty">${icon('bag', 32)} ${this.t('shelf.empty')}</slot>
      </div>
    </div>`;
  }

  private get rulers(): NodeListOf<HTMLElement> {
    return this.renderRoot.querySelectorAll('.ruler');
  }
}

/** Where lines will stand once the room has told what it sells. */
const ghosts = [0, 1, 2, 3].map(() => html`<div class="ghost" aria-hidden="true"></div>`);

declare global {
  interface HTMLElementTagNameMap {
    'qun-product-shelf': QunProductShelf;
  }
}
