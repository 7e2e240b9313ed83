import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { KeyedList } from '../../base/keyed-list.js';
import { carry } from '../../base/carry.js';
import { moneyStyle } from '../../base/money-text.js';
import { openProduct } from '../../base/open-product.js';
import { renderCard, type Shelf } from '../../base/product-card.js';
import type { Voice } from '../../base/speech.js';
import { StoreController } from '../../base/store-controller.js';
import { TurnController } from '../../base/turn-controller.js';
import type { Chapter } from '../../core/chapters.js';
import { safeUrl } from '../../core/link.js';
import { openSale, saleTurnsIn } from '../../core/open-sale.js';
import { stockLevel } from '../../core/product-offer.js';
import { QunSeekEvent } from '../../events/qun-seek-event.js';
import type { Product } from '../../protocol/index.js';
import { addStyles } from '../../styles/add-styles.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { cardStyle } from '../../styles/product-card.css.js';
import { close } from '../../styles/shop-drawings.js';
import { Growth } from './growth.js';
import { holdPlace } from './hold-place.js';
import { PinStage, type PinKey } from './pin-stage.js';
import type { QunProductCarousel } from './product-carousel.js';
import { shelfStyle } from './product-shelf.css.js';
import { rove } from './rove.js';
import { RowArrows } from './row-arrows.js';

type Entry = readonly [id: string, card: TemplateResult];

/** The products of one `qun-product-carousel`: from its first product on, all the element shows and does. */
export class ProductShelf {
  readonly #host: QunProductCarousel;
  readonly #root: ShadowRoot;
  readonly #speech: Voice;
  readonly #cards: Shelf & { language: string };
  readonly #growth: Growth;
  readonly #chapters: StoreController<readonly Chapter[]>;
  readonly #turn: TurnController;
  readonly #stage = new PinStage();
  readonly #list = new KeyedList();
  readonly #broken = new Set<string>();
  #all: readonly Product[] = [];
  #order = '';
  #pins: readonly PinKey[] = [];
  #tabStop = '';

  readonly arrows: RowArrows;

  constructor(host: QunProductCarousel, speech: Voice) {
    this.#host = host;
    this.#root = host.shadowRoot!;
    this.#speech = speech;
    this.#cards = {
      language: '',
      t: speech.t,
      words: speech.words,
      address: url => (host.roomStore ? host.roomStore.resolve(url) : safeUrl(url, document.baseURI)),
      link: product => carry(this.#cards.address(product.links?.h5)),
      open: (event, product) =>
        openProduct(event, product, this.#cards.link(product), speech, host.roomStore),
      watch: (id, date) => {
        if (speech.ask(new QunSeekEvent(id, date))) host.roomStore?.seek(date);
      },
      isBroken: picture => this.#broken.has(picture),
      broken: picture => {
        this.#broken.add(picture);
        host.requestUpdate();
      },
    };
    addStyles(this.#root, [button, moneyStyle, cardStyle, shelfStyle]);
    this.#chapters = new StoreController(host);
    this.#turn = new TurnController(host);
    this.#growth = new Growth(host, () => this.#scroller);
    this.arrows = new RowArrows(host, () => {
      const scroller = this.#scroller;
      if (!scroller || host.view !== 'row') return undefined;
      return { scroller, complete: scroller.childElementCount >= this.#all.length };
    });
  }

  get #scroller(): HTMLElement | null {
    return this.#root.querySelector('.scroller');
  }

  /** The host has left the page. */
  leave(): void {
    this.#stage.clear();
  }

  /** Renders the host by `frame`, and the cards in it; what the viewer looks at stays where it is. */
  update(all: readonly Product[], pins: readonly PinKey[], newView: boolean, frame: () => void): void {
    const { view } = this.#host;
    this.#look(all, pins);
    const shown = view === 'pinned' ? this.#stage.shown : all;
    const order = shown.map(product => product.id).join(' ');
    // Of an empty list there is nothing to hold, and asking where it stands costs a layout.
    const moved = this.#order !== '' && order !== this.#order && !newView;
    this.#order = order;
    const scroller = this.#scroller;
    const render = () => {
      frame();
      this.#list.update(this.#scroller!, view === 'pinned' ? this.#pinnedCards() : this.#shelfCards());
    };
    if (moved && scroller) holdPlace(scroller, view === 'list' ? 'top' : 'left', render);
    else render();
  }

  #look(all: readonly Product[], pins: readonly PinKey[]): void {
    this.#all = all;
    this.#pins = pins;
    this.#cards.language = this.#speech.language();
    this.#chapters.follow(this.#host.roomStore?.$chapters);
    if (this.#host.view === 'pinned') {
      const ids = new Set(pins.map(pin => pin.id));
      const found = new Map(all.flatMap(one => (ids.has(one.id) ? [[one.id, one] as const] : [])));
      this.#stage.set(pins, id => found.get(id));
    } else if (!all.some(product => product.id === this.#tabStop)) {
      this.#tabStop = all[0]?.id ?? '';
    }
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const control = (event.target as Element).closest<HTMLElement>('.open');
    if (!control || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if ((event.key === ' ' || event.key === 'Enter') && !control.hasAttribute('href')) {
      event.preventDefault();
      return control.click();
    }
    if (this.#host.view === 'pinned') return;
    const controls = [...this.#root.querySelectorAll<HTMLElement>('.open')];
    const row = this.#host.view === 'list' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (this.#host.view === 'row' && this.#rightToLeft) row.reverse();
    const to = rove(event.key, controls.indexOf(control), controls.length, row[0]!, row[1]!);
    if (to === undefined) return;
    event.preventDefault();
    controls[to]!.focus();
  };

  readonly onFocus = (event: FocusEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset.id;
    if (!id || this.#host.view === 'pinned' || id === this.#tabStop) return;
    this.#tabStop = id;
    this.#host.requestUpdate();
  };

  get #rightToLeft(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  #putAway(id: string): void {
    this.#stage.putAway(id, this.#pins);
    this.#host.requestUpdate();
    const next = this.#stage.shown.find(product => product.id !== id);
    if (next) this.#root.querySelector<HTMLElement>(`[data-id="${next.id}"] .open`)?.focus();
  }

  readonly onAnimationEnd = (event: AnimationEvent): void => {
    const item = event.target as HTMLElement;
    if (!item.classList.contains('leaving') || !item.dataset.id) return;
    this.#stage.left(item.dataset.id);
    this.#host.requestUpdate();
  };

  /** More than one product is being shown by the host. */
  get many(): boolean {
    return this.#stage.shown.length > 1;
  }

  /** Products stand on the stage, or are on their way from it. */
  get staged(): boolean {
    return this.#stage.shown.length + this.#stage.leaving.length > 0;
  }

  /** What the host is showing, in words. */
  get nowShowing(): string {
    const product = this.#stage.shown[0];
    const { t, words } = this.#speech;
    return product ? t('product.nowShowing', { title: words(product.title) }) : '';
  }

  renderArrows(): unknown {
    return this.#host.view === 'row' ? this.arrows.render(this.#speech.t) : nothing;
  }

  #renderCard(product: Product, live: boolean, tabStop: boolean, chapter?: number): unknown {
    const { roomStore, view } = this.#host;
    const { language } = this.#cards;
    const picture = this.#cards.address(product.pictures?.[0]) ?? '';
    return guard(
      [product, live, chapter, tabStop, language, roomStore, view, this.#broken.has(picture)],
      () => renderCard(this.#cards, { product, live, chapter, tabStop }),
    );
  }

  #shelfCards(): Entry[] {
    const all = this.#all;
    const live = new Set(this.#pins.map(pin => pin.id));
    // The last time it was shown, as the host may have more to say of it then.
    const shownAt = new Map(this.#chapters.value?.map(({ productId, at }) => [productId, at]));
    const some = all.slice(0, this.#growth.of(all.length));
    return some.map((product, index) => [
      product.id,
      html`<li
        part="card"
        class="card ${stockLevel(product) === 'gone' ? 'gone' : ''}"
        data-id=${product.id}
        aria-setsize=${all.length}
        aria-posinset=${index + 1}
      >
        ${this.#renderCard(product, live.has(product.id), product.id === this.#tabStop, shownAt.get(product.id))}
      </li>`,
    ]);
  }

  #pinnedCards(): Entry[] {
    const { shown, leaving } = this.#stage;
    const away = new Set(leaving);
    const room = this.#host.roomStore;
    const sales = room?.$shown.get()?.sales ?? [];
    const now = (room?.clock ?? Date).now();
    const mine = sales.filter(({ productId }) => shown.some(({ id }) => id === productId));
    this.#turn.wakeIn(this.#host.isConnected ? saleTurnsIn(mine, now) : undefined);
    const selling = new Set(sales.flatMap(({ state, productId }) => (state === 'draft' ? [] : productId)));
    return [...shown, ...leaving].map(product => {
      const gone = stockLevel(product) === 'gone' ? 'gone' : '';
      const leaves = away.has(product);
      return [
        product.id,
        html`<li
          part="card"
          class="card ${gone} ${leaves ? 'leaving' : ''} ${openSale(sales, product.id, now) ? 'grabbing' : ''}"
          data-id=${product.id}
          aria-hidden=${leaves ? 'true' : nothing}
        >
          ${this.#renderCard(product, true, !leaves)}
          ${
            selling.has(product.id)
              ? html`<qun-flash-sale view="line" product=${product.id}></qun-flash-sale>`
              : nothing
          }
          <button
            part="close"
            class="icon-button close"
            type="button"
            tabindex=${leaves ? -1 : 0}
            aria-label="${this.#cards.t('product.putAway')}: ${this.#cards.words(product.title)}"
            @click=${() => this.#putAway(product.id)}
          >
            ${icon(close, 16)}
          </button>
        </li>`,
      ];
    });
  }
}
