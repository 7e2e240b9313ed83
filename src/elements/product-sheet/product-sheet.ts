import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { carry } from '../../base/carry.js';
import { takesOrders } from '../../base/cart-shop.js';
import { moneyStyle } from '../../base/money-text.js';
import { QunElement } from '../../base/qun-element.js';
import { SizeController } from '../../base/size-controller.js';
import type { Speech } from '../../base/speech.js';
import { StoreController } from '../../base/store-controller.js';
import { TurnController } from '../../base/turn-controller.js';
import { formatMoney } from '../../core/format-money.js';
import { safeUrl } from '../../core/link.js';
import { openSale, saleTurnsIn } from '../../core/open-sale.js';
import {
  chosenPicture,
  chosenPrice,
  chosenVariant,
  missingOptions,
  type Choice,
} from '../../core/options.js';
import type { ProductLead } from '../../core/product-link.js';
import type { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import { QunSheetResizeEvent } from '../../events/qun-sheet-resize-event.js';
import { addTradeWords } from '../../i18n/trade-messages.js';
import type { Environment } from '../../platform/environment.js';
import type { Product, RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { tokens } from '../../styles/tokens.css.js';
import type { QunSheet } from '../sheet/sheet.js';
import type { Asking } from './asking.js';
import { asking } from './asking-part.js';
import { Buying, type Deed } from './buying.js';
import { optionNames } from './choices.js';
import { Gallery } from './gallery.js';
import { galleryStyle } from './gallery.css.js';
import { sheetStyle } from './product-sheet.css.js';
import { hostListens } from './host-listens.js';
import { leadsOf } from './leads.js';
import { directTags, launchTags } from './launch-tags.js';
import { renderProduct } from './render-product.js';
import { Wishes, type Wish } from './wishes.js';
import { zoom } from './zoom-part.js';

/** From this width on the pictures stand beside the words, px. */
const WIDE_PX = 640;

/**
 * One product in full: its pictures, what can be chosen of it, what that costs and what is left of it, how many, its facts
 * and what viewers asked of it, and the way to the cart and the till. Opens by itself when something in the same room asks
 * to open a product; the picture plays on.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-sheet
 * @dependency qun-flash-sale
 *
 * @attr {string} product-id - Id of the room's product to show. Default: the one that was last asked for.
 * @attr {sheet | inside | page} view - `sheet` covers the lower part of the window, or its side on a desk; `inside` that of the positioned element it stands in, as in `qun-live-room`; `page` stands where it is written. Default: `sheet`.
 * @attr {boolean} open - In `sheet` and `inside`, whether it is shown.
 * @attr {string} cart - Who takes orders: `page` where the page answers the events, or the name of a ready cart. Default: the room's.
 *
 * @event {QunAddToCartEvent} qun-add-to-cart - Asks to put what was chosen into the cart. The page may answer with `respondWith()`, or prevent it and show the outcome itself; otherwise the room's cart is asked.
 * @event {QunBuyNowEvent} qun-buy-now - Asks to buy what was chosen at once. As above; where nobody takes it, the product's own link is followed.
 * @event {QunSendMessageEvent} qun-send-message - Asks to put the viewer's question (`text`, `productId`) to the host. The page may answer with `respondWith()`, or prevent it and send it itself; otherwise the room's talk has it.
 * @event {QunSignInEvent} qun-sign-in - Asks the page to sign the viewer in. Not prevented, what the viewer wanted is asked for again.
 * @event {QunSheetResizeEvent} qun-sheet-resize - It covers another `height` (px). Does not bubble.
 * @event {QunErrorEvent} qun-error - The shop could not be asked; the viewer has been told. Not cancelable.
 *
 * @slot - Under the facts: words of the shop's own about delivery or returns.
 * @slot launch - WeChat's own tag `wx-open-launch-weapp`: stands in the place of the button where it is what leads to the product's mini-program. Its `username` and `path` are set.
 *
 * @csspart base - The wrapper of everything.
 * @csspart gallery - The pictures.
 * @csspart picture - One picture.
 * @csspart counter - Which picture of how many.
 * @csspart price - The price.
 * @csspart was - The struck-out price.
 * @csspart saved - What is saved.
 * @csspart stock - How few are left.
 * @csspart title - The product's title.
 * @csspart subtitle - Its second line.
 * @csspart option - One thing to choose.
 * @csspart value - One value of it.
 * @csspart quantity - How many.
 * @csspart facts - The table of facts.
 * @csspart answers - Questions and answers.
 * @csspart ask - Where the viewer asks the host about it, in a room.
 * @csspart bar - The buttons and what is said of them.
 * @csspart add - Puts it into the cart.
 * @csspart button - Buys it.
 * @csspart app - Leads to the shop's app.
 * @csspart zoom - The layer with the picture in large.
 * @csspart sheet__panel - The visible sheet.
 * @csspart sheet__head - Grip, number and close button of the sheet.
 * @csspart sheet__body - The scrolling part of the sheet.
 *
 * @cssproperty [--sheet-height=78%] - How much of the window or box it may cover; 100% at the window's side.
 * @cssproperty [--picture-ratio=68%] - Height of the pictures against their width; 100% on a wide page.
 */
export class QunProductSheet extends QunElement {
  static override styles = [tokens, base, button, moneyStyle, galleryStyle, sheetStyle];

  readonly #state = new StoreController<RoomState | undefined>(this);
  readonly #lines = new StoreController<unknown>(this);
  readonly #size = new SizeController(this);
  readonly #buying = new Buying(this, this.voice);
  readonly #gallery = new Gallery(this, this.voice, {
    address: url => this.#address(url),
    zoom: (pictures, index) => void this.#zoom(pictures, index),
  });
  readonly #wishes = new Wishes();
  readonly #turn = new TurnController(this);
  #asking: Asking | undefined;
  #asked: Product | undefined;
  #last: Product | undefined;
  /** What is shown, and for how much. */
  #priced: { what: string; minor: number } | undefined;
  #leaveZoom: (() => void) | undefined;

  @query('qun-sheet') private sheet!: QunSheet | null;
  @query('.base') private root!: HTMLElement;

  /** What the viewer has just been told beside what the shop says. */
  @state() private told = '';
  /** An option that is still to be chosen, once the viewer has been told. */
  @state() private due: string | undefined;
  @state() private launches = false;

  /** The product. Default: the room's, by `productId`, or the one that was last asked for. */
  @property({ attribute: false }) product?: Product;
  /** Id of the room's product to show. */
  @property({ attribute: 'product-id' }) productId?: string;
  /** Where it stands. */
  @property({ reflect: true }) view: 'sheet' | 'inside' | 'page' = 'sheet';
  /** In `sheet` and `inside`, whether it is shown. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Who takes orders. */
  @property() cart?: string;
  /** What the app and the browser can do. Default: asked whenever it matters. */
  @property({ attribute: false }) environment?: Environment;

  constructor() {
    super();
    addTradeWords();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Last of all: whoever on the page wants to open the product in its own way has prevented it by then.
    addEventListener('qun-open-product', this.#onOpenProduct);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('qun-open-product', this.#onOpenProduct);
    this.#leaveZoom?.();
    this.#buying.reset();
    this.open = false;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$shown);
    this.#lines.follow(room?.cart.$shop);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('product') || changed.has('productId')) {
      this.#asked = undefined;
      this.#forget();
    }
  }

  protected override update(changed: PropertyValues): void {
    this.#watchPrice();
    super.update(changed);
  }

  protected override updated(): void {
    this.#raise();
    directTags(this.shadowRoot!, () => {
      const { product } = this.#current();
      return product && this.#leads(product, this.#wishes.of(product))[0];
    });
  }

  /** Opens the sheet with `product`, or with the room's product of that id. */
  show(product: Product | string): void {
    const id = typeof product === 'string' ? product : product.id;
    this.#asked = typeof product === 'string' ? this.#found(id) : product;
    this.#forget();
    this.open = true;
    this.requestUpdate();
  }

  readonly #onOpenProduct = (event: Event): void => {
    const own = event.composedPath().includes(this);
    if ((this.view === 'page' && !own) || event.defaultPrevented) return;
    const from = event.composedPath().find((one): one is QunElement => 'roomStore' in one);
    if (from?.roomStore !== this.roomStore) return;
    event.preventDefault();
    const { product } = event as QunOpenProductEvent;
    // What stands in the sheet itself wants something chosen.
    if (own) this.#demand(product, this.#wishes.of(product).choice);
    else this.show(product);
  };

  /** Whether a flash sale of it is on; looked at again when one opens or ends by the clock. */
  #grabbing({ id }: Product): boolean {
    const { sales = [] } = this.#state.value ?? {};
    const now = (this.roomStore?.clock ?? Date).now();
    this.#turn.wakeIn(this.isConnected ? saleTurnsIn(sales, now) : undefined);
    return openSale(sales, id, now) !== undefined;
  }

  /** Where the viewer asks about the product; undefined: nobody can be asked, or it is still to come. */
  #ask(product: Product, gone: boolean): TemplateResult | undefined {
    if (gone || !hostListens(this.#state.value, this.roomStore)) return undefined;
    if (asking.here) this.#asking ??= new asking.here(this, this.voice);
    else void asking.come().then(() => this.requestUpdate());
    return this.#asking?.render(product);
  }

  #forget(): void {
    this.#buying.reset();
    this.told = '';
    this.due = undefined;
  }

  #found(id: string | undefined): Product | undefined {
    return id === undefined ? undefined : this.#state.value?.products.find(one => one.id === id);
  }

  /** What is shown, as the room has it now; `gone`: the room had it and has it no more. */
  #current(): { product: Product | undefined; gone: boolean } {
    const given = this.#asked ?? this.product;
    const id = given?.id ?? this.productId;
    const found = this.#found(id);
    const known = found ?? given ?? (this.#last?.id === id ? this.#last : undefined);
    const gone = !found && known !== undefined && this.#state.value !== undefined && this.product !== given;
    this.#last = found ?? this.#last;
    return { product: known, gone };
  }

  /** Says it when what is chosen has another price than a moment ago. */
  #watchPrice(): void {
    const { product } = this.#current();
    const before = this.#priced;
    this.#priced = undefined;
    if (!product || (this.view !== 'page' && !this.open)) return;
    const { choice } = this.#wishes.of(product);
    const price = chosenPrice(product, choice);
    if (price.kind === 'range') return;
    const { amount } = price;
    const what = [product.id, ...Object.values(choice)].join();
    if (before?.what === what && before.minor !== amount.minor)
      this.told = this.t('sheet.priceNow', { price: formatMoney(amount, this.language) });
    this.#priced = { what, minor: amount.minor };
  }

  #wishFor(product: Product, wish: Partial<Wish>): void {
    this.#wishes.set(product, wish);
    this.#forget();
    this.requestUpdate();
  }

  #address(url: string | undefined): string | undefined {
    return this.roomStore ? this.roomStore.resolve(url) : safeUrl(url, document.baseURI);
  }

  get #speech(): Speech {
    const { t, words, language } = this.voice;
    return { t, words, language: language() };
  }

  #leads(product: Product, wish: Wish): ProductLead[] {
    return leadsOf(product, wish, this.environment, url => this.#address(url));
  }

  #want(product: Product, wish: Wish, deed: Deed, click?: Event): void {
    const { choice, quantity } = wish;
    const [missing] = missingOptions(product, choice);
    if (missing && takesOrders(this)) {
      click?.preventDefault();
      return this.#demand(product, choice);
    }
    const price = chosenPrice(product, choice);
    const item = {
      product,
      variant: chosenVariant(product, choice),
      quantity,
      price: price.kind === 'range' ? undefined : price.amount,
      url: carry(this.#address(product.links?.h5)),
    };
    this.told = '';
    this.due = undefined;
    void this.#buying.want(deed, item, this.#leads(product, wish), click);
  }

  /** Shows and says what is still to be chosen. */
  #demand(product: Product, choice: Choice): void {
    const missing = missingOptions(product, choice);
    this.due = missing[0]?.id;
    this.told = this.t('sheet.chooseFirst', { names: optionNames(this.#speech, missing) });
    void this.updateComplete.then(() => {
      const option = this.shadowRoot!.querySelector('.option.due');
      option?.scrollIntoView({ block: 'center' });
      option?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus({ preventScroll: true });
    });
  }

  async #zoom(pictures: readonly string[], index: number): Promise<void> {
    const show = zoom.here ?? (await zoom.come());
    if (!this.isConnected) return;
    this.#leaveZoom?.();
    this.#leaveZoom = show(this.root, { pictures, index, ...this.#speech });
  }

  readonly #onSheetClose = (): void => {
    // The page may still prevent it.
    void Promise.resolve().then(() => (this.open = this.sheet?.open ?? false));
  };

  readonly #onSheetResize = ({ height }: QunSheetResizeEvent): void => {
    this.dispatchEvent(new QunSheetResizeEvent(height));
  };

  /** Above everything on the page, where the browser lets us. */
  #raise(): void {
    if (this.view !== 'sheet' || !this.root.isConnected) return;
    const raised = this.root.hasAttribute('data-raised');
    if (raised === this.open) return;
    this.root.toggleAttribute('data-raised', this.open);
    if (this.open) this.root.showPopover?.();
    // The sheet gives the focus back first, which it cannot once it is hidden.
    else void this.sheet?.updateComplete.then(() => this.open || this.root.hidePopover?.());
  }

  readonly #onLaunchSlot = (): void => {
    this.launches = launchTags(this.shadowRoot!).length > 0;
  };

  #renderProduct(product: Product, gone: boolean): TemplateResult {
    const wish = this.#wishes.of(product);
    const page = this.view === 'page';
    this.#gallery.look(product, chosenPicture(product, wish.choice));
    return renderProduct({
      ...this.#speech,
      ...{ product, wish, gone, page },
      wide: page && this.#size.width >= WIDE_PX,
      state: this.#state.value,
      gallery: this.#gallery,
      buying: this.#buying,
      ...{ told: this.told, due: this.due, launches: this.launches },
      ask: this.#ask(product, gone),
      grabbing: this.#grabbing(product),
      orders: takesOrders(this) && !gone,
      leads: gone ? [] : this.#leads(product, wish),
      address: url => this.#address(url),
      wishFor: part => this.#wishFor(product, part),
      want: (deed, click) => this.#want(product, wish, deed, click),
    });
  }

  protected override render(): TemplateResult {
    const { product, gone } = this.#current();
    const { view, open } = this;
    const shown = product && (view === 'page' || open || this.hasUpdated);
    const inner = shown ? this.#renderProduct(product, gone) : nothing;
    return html`<div
      part="base"
      class="base ${view}"
      popover=${view === 'sheet' ? 'manual' : nothing}
      @slotchange=${this.#onLaunchSlot}
    >
      ${
        view === 'page'
          ? inner
          : html`<qun-sheet
              ?open=${open && product !== undefined}
              heading=${product ? this.t('product.number', { number: product.number }) : this.t('sheet.label')}
              exportparts="panel: sheet__panel, head: sheet__head, body: sheet__body"
              @qun-sheet-close=${this.#onSheetClose}
              @qun-sheet-resize=${this.#onSheetResize}
              >${inner}</qun-sheet
            >`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-product-sheet': QunProductSheet;
  }
}
