import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import '../../i18n/shop-messages.js';
import { refreshCart } from '../../base/ask-cart.js';
import { cartName } from '../../base/cart-place.js';
import { shopOf } from '../../base/cart-shop.js';
import { moneyStyle } from '../../base/money-text.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import { cartCount, cartTotal, soundLines, type CartLine, type CartShop } from '../../core/cart.js';
import { safeUrl } from '../../core/link.js';
import { QunOpenCartEvent } from '../../events/qun-open-cart-event.js';
import { QunSheetResizeEvent } from '../../events/qun-sheet-resize-event.js';
import { addTradeWords } from '../../i18n/trade-messages.js';
import type { Money } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { empty } from '../../styles/empty.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { cartButton } from './cart-button.css.js';
import { cart } from './cart-drawings.js';
import { cartPanel } from './cart-panel.css.js';
import { renderPanel } from './cart-panel.js';
import { CartWishes } from './cart-wishes.js';

/** More pieces than this the badge does not count out. */
const BADGE = 99;

/**
 * The shop's cart: a button with how much is in it, and the sheet it opens, where quantities change, lines go, and the
 * way leads to the till. What is in the cart is the shop's to say; each change is asked of the page, or of the cart that
 * the `cart` attribute names, and shown as done when they have said so.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-sheet
 *
 * @attr {string} cart - Whose cart: `shopify`, `woocommerce`, `link`, `page` where the page answers the events, or the address of an endpoint. Default: the room's.
 * @attr {boolean} compact - The icon alone, for bars.
 * @attr {boolean} over-picture - White on a veil, for use over a video.
 * @attr {boolean} when-filled - Takes no place while the cart is empty.
 * @attr {boolean} open - The sheet is shown.
 *
 * @event {QunOpenCartEvent} qun-open-cart - Asks to show the cart. Cancelable; prevented, the page opens its own.
 * @event {QunChangeCartEvent} qun-change-cart - Asks for another `quantity` of a `line`; 0 takes it out. The page may answer with `respondWith()`, or prevent it and do everything itself; otherwise the room's cart is asked.
 * @event {QunCheckoutEvent} qun-checkout - Asks to pay for `lines`, naming their `reservations`. As above.
 * @event {QunSignInEvent} qun-sign-in - Asks the page to sign the viewer in. Not prevented, the last wish is asked again.
 * @event {QunErrorEvent} qun-error - The shop could not be asked; the viewer has been told. Not cancelable.
 * @event {QunSheetResizeEvent} qun-sheet-resize - Its cart covers another `height` (px). Does not bubble.
 *
 * @slot - The words of the button. Default: "Cart".
 * @slot empty - Shown in the sheet while the cart is empty. Default: a friendly line.
 *
 * @csspart base - The wrapper of everything.
 * @csspart button - The button.
 * @csspart badge - How many pieces are in the cart.
 * @csspart lines - The list of lines.
 * @csspart line - One line.
 * @csspart picture - Its picture.
 * @csspart title - Its title.
 * @csspart chosen - What was chosen of it.
 * @csspart reserved - Says that a flash price is kept.
 * @csspart price - The price of one piece.
 * @csspart quantity - How many, and the buttons that change it.
 * @csspart note - Why something could not be done.
 * @csspart foot - Total and checkout.
 * @csspart total - What all of it costs.
 * @csspart checkout - Leads to the till.
 * @csspart empty - The line shown while the cart is empty.
 * @csspart sheet__panel - The visible sheet.
 * @csspart sheet__head - Its grip, title and close button.
 * @csspart sheet__body - Its scrolling part.
 *
 * @cssproperty [--cart-height=82%] - How much of the window the sheet may cover; 100% beside the picture on a desk.
 */
export class QunCartButton extends QunElement {
  static override styles = [tokens, base, button, moneyStyle, empty, cartButton, cartPanel];

  readonly #lines = new StoreController<readonly CartLine[]>(this);
  readonly #total = new StoreController<Money | undefined>(this);
  readonly #wishes = new CartWishes(this, this.voice, {
    lines: () => this.#shown(),
    took: (line, quantity) => this.#took(line, quantity),
  });
  #shop: CartShop | undefined;
  #asked: string | undefined;
  #given: readonly CartLine[] | undefined;
  #sound: readonly CartLine[] = [];

  @query('.layer') private layer!: HTMLElement;

  /** What is in the cart. Default: what the room's cart holds. */
  @property({ attribute: false }) lines?: readonly CartLine[];
  /** What the shop asks for all of it. Default: what the room's cart says, else the sum of the lines. */
  @property({ attribute: false }) total?: Money;
  /** Whose cart. */
  @property() cart?: string;
  /** The icon alone, for bars. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** White on a veil, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;
  /** Takes no place while the cart is empty. */
  @property({ type: Boolean, attribute: 'when-filled' }) whenFilled = false;
  /** The sheet is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  constructor() {
    super();
    addTradeWords();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onReturn);
    addEventListener('pageshow', this.#onReturn);
    this.#asked = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onReturn);
    removeEventListener('pageshow', this.#onReturn);
    this.#wishes.forget();
    this.open = false;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#lines.follow(room?.cart.$lines);
    this.#total.follow(room?.cart.$total);
    this.#asked = undefined;
  }

  /** What is shown: sound lines only, the same list while nothing changes. */
  #shown(): readonly CartLine[] {
    const given = this.lines ?? this.#lines.value;
    if (given !== this.#given) {
      this.#given = given;
      this.#sound = soundLines(given);
    }
    return this.#sound;
  }

  /** Opens the cart, as a tap does. */
  show(): void {
    if (this.ask(new QunOpenCartEvent())) this.open = true;
    void this.#refresh();
  }

  /** Writes down what a page has said yes to and has not told of itself. */
  #took(line: CartLine, quantity: number): void {
    const lines = this.#shown()
      .map(one => (one.id === line.id ? { ...one, quantity } : one))
      .filter(one => one.quantity > 0);
    if (this.lines) this.lines = lines;
    else this.roomStore?.cart.set(lines);
  }

  /** Somebody may have changed the cart elsewhere, or come back from the till. */
  readonly #onReturn = (): void => {
    if (document.visibilityState === 'hidden') return;
    this.#wishes.leaving = false;
    this.requestUpdate();
    void this.#refresh();
  };

  async #refresh(): Promise<void> {
    if (this.#shop) await refreshCart(this.#shop, this.roomStore);
  }

  /** Finds the shop's cart, and reads it, once for each room and name. */
  async #meet(): Promise<void> {
    const name = cartName(this) ?? '';
    if (this.#asked === name) return;
    this.#asked = name;
    this.#shop = await shopOf(this);
    if (this.isConnected) await this.#refresh();
  }

  protected override updated(): void {
    void this.#meet();
    this.#raise();
  }

  /** Above everything on the page, where the browser lets us. */
  #raise(): void {
    const raised = this.layer.hasAttribute('data-raised');
    if (raised === this.open || !this.isConnected) return;
    this.layer.toggleAttribute('data-raised', this.open);
    if (this.open) this.layer.showPopover?.();
    else this.layer.hidePopover?.();
  }

  readonly #onClick = (): void => this.show();

  readonly #onSheetClose = (): void => {
    this.open = false;
    this.#wishes.forget();
  };

  readonly #onSheetResize = ({ height }: QunSheetResizeEvent): void => {
    this.dispatchEvent(new QunSheetResizeEvent(height));
  };

  #renderSheet(lines: readonly CartLine[]): TemplateResult | typeof nothing {
    if (!this.open && !this.hasUpdated) return nothing;
    const total = this.total ?? (this.lines ? undefined : this.#total.value) ?? cartTotal(lines);
    const { t, words, language } = this.voice;
    const speech = { t, words, language: language() };
    const address = (url: string | undefined) =>
      this.roomStore ? this.roomStore.resolve(url) : safeUrl(url, document.baseURI);
    return html`<qun-sheet
      ?open=${live(this.open)}
      heading=${this.t('cart.label')}
      exportparts="panel: sheet__panel, head: sheet__head, body: sheet__body"
      @qun-sheet-close=${this.#onSheetClose}
      @qun-sheet-resize=${this.#onSheetResize}
    >
      ${renderPanel({ ...speech, lines, total, wishes: this.#wishes, address })}
    </qun-sheet>`;
  }

  protected override render(): TemplateResult {
    const lines = this.#shown();
    const count = cartCount(lines);
    const { compact } = this;
    return html`<div part="base" class="base">
      <button
        type="button"
        part="button"
        class="cart ${compact ? 'icon-button' : 'button button--quiet'}"
        aria-label=${this.t('cart.open', { count })}
        aria-haspopup="dialog"
        ?hidden=${this.whenFilled && count === 0 && !this.open}
        @click=${this.#onClick}
      >
        ${icon(cart, compact ? 24 : 20)}
        <span class="words" ?hidden=${compact}><slot>${this.t('cart.label')}</slot></span>
        <span part="badge" class="badge" aria-hidden="true" ?hidden=${count === 0}
          >${count > BADGE ? `${BADGE}+` : count}</span
        >
      </button>
      <div class="layer" popover="manual">${this.#renderSheet(lines)}</div>
      <p class="visually-hidden" role="status">${this.#wishes.said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-cart-button': QunCartButton;
  }
}
