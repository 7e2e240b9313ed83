import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../i18n/shop-messages.js';
import { FloatLayer } from '../../base/float-layer.js';
import { moneyStyle } from '../../base/money-text.js';
import { QunElement } from '../../base/qun-element.js';
import { SeenController } from '../../base/seen-controller.js';
import { StoreController } from '../../base/store-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { TurnController } from '../../base/turn-controller.js';
import { safeUrl } from '../../core/link.js';
import type { HoldState } from '../../core/sale-phase.js';
import { saleCountsTo, saleStandingTurnsAt } from '../../core/sale-standing.js';
import { addTradeWords } from '../../i18n/trade-messages.js';
import type { Product, RoomState, Sale, SaleFigures } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { empty } from '../../styles/empty.css.js';
import { icon } from '../../styles/icon.js';
import { layer } from '../../styles/layer.css.js';
import { tokens } from '../../styles/tokens.css.js';
import { renderSaleCard, renderSaleLine, type SaleOffer } from './sale-card.js';
import { saleCardStyle } from './sale-card.css.js';
import { SaleDeeds } from './sale-deeds.js';
import { renderSaleFloat, type FloatBooth } from './sale-float.js';
import { saleFloatStyle } from './sale-float.css.js';
import { mostUrgent, saleOffers, sourceOf } from './sale-offers.js';

/**
 * Flash sales (秒杀): some pieces of a product at a price, for a while. Counted down to their opening on the server's clock,
 * reserved once however often they are tapped, kept for a while until they are paid for, with a line for what comes back.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} sale - Id of the only sale to show. Default: all that the host has announced.
 * @attr {string} product - Id of the only product whose sales are shown.
 * @attr {string} variant - Id of the combination that has been chosen of it. Default: the viewer is led to choose.
 * @attr {number} quantity - How many pieces are asked for at first, as far as one may have them. Default: 1.
 * @attr {card | float | line} view - `card`: whole cards. `float`: a small tag for the picture's edge that opens them. `line`: the price in a line, for a product's own card. Default: `card`.
 * @attr {boolean} open - In `float`, the cards are open.
 *
 * @event {QunReserveEvent} qun-reserve - Asks for `quantity` pieces of a `sale`, or with `wait` for a place in its line. The page may answer with `respondWith()`, or prevent it and do everything itself; otherwise the room is asked.
 * @event {QunReleaseEvent} qun-release - Asks to give back what is kept of a `sale`, or to leave its line. As above.
 * @event {QunBuyNowEvent} qun-buy-now - Asks to pay for what is kept; carries the `reservation`. As above; then the shop's cart is asked, and else the product's page opens.
 * @event {QunOpenProductEvent} qun-open-product - Asks to show a product of which a combination has to be chosen. Not prevented, its page opens.
 * @event {QunSignInEvent} qun-sign-in - Asks the page to sign the viewer in. Not prevented, the sale is asked again.
 * @event {QunMeetConditionEvent} qun-meet-condition - Asks the page to let the viewer do what the sale wants first, such as following the shop. Unanswered, the room reserves its show where that is what is wanted.
 * @event {QunReservedEvent} qun-reserved - Pieces are kept for the viewer who asked for them here; carries the `reservation`. Not cancelable.
 * @event {QunErrorEvent} qun-error - Something failed; the viewer has been told. Not cancelable.
 *
 * @slot empty - Shown in `card` while there is no sale. Default: a friendly line.
 *
 * @csspart base - The wrapper of everything.
 * @csspart card - One sale.
 * @csspart head - The band over it, with what is counted down.
 * @csspart countdown - Figures that count down.
 * @csspart picture - The product's picture.
 * @csspart title - The product's title.
 * @csspart price - The flash price.
 * @csspart was - What it costs otherwise.
 * @csspart stock - How much is left, and the bar.
 * @csspart note - The line above the button.
 * @csspart quantity - How many to ask for.
 * @csspart stamp - Says that it has been ordered.
 * @csspart back - Gives back, or leaves the line.
 * @csspart button - Reserves, waits, pays.
 * @csspart float - The small tag of `float`.
 * @csspart float-state - The foot of the small tag.
 * @csspart layer - What the small tag opens.
 * @csspart close - Closes the layer.
 * @csspart empty - The line shown while there is no sale.
 *
 * @cssproperty [--sale-color=var(--qun-color-brand, #d93a26)] - Colour of a sale that is open.
 * @cssproperty [--sale-radius=var(--qun-radius-m, 12px)] - Corners of a card.
 */
export class QunFlashSale extends QunElement {
  static override styles = [tokens, base, button, moneyStyle, empty, saleCardStyle, layer, saleFloatStyle];

  readonly #state = new StoreController<RoomState | undefined>(this);
  readonly #figures = new StoreController<Readonly<Record<string, SaleFigures>>>(this);
  readonly #holds = new StoreController<Readonly<Record<string, HoldState>>>(this);
  readonly #seen = new SeenController(this);
  readonly #tick = new TickController(this);
  readonly #turn = new TurnController(this);
  readonly #layer = new FloatLayer(refocus => this.#close(refocus));
  readonly #deeds = new SaleDeeds(this, this.voice, {
    now: () => this.#now,
    offer: saleId => this.#offerOf(saleId),
    address: url => this.#address(url),
  });
  #offers: readonly SaleOffer[] = [];

  /** The sales. Default: the room's. */
  @property({ attribute: false }) sales?: readonly Sale[];
  /** Where their products are looked up. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** How each sale stands, by id. Default: the room's figures. */
  @property({ attribute: false }) figures?: Readonly<Record<string, SaleFigures>>;
  /** What the countdowns run on. Default: the room's clock, which is the server's; without a room the device's. */
  @property({ attribute: false }) clock?: { now(): number };
  /** Id of the only sale to show. */
  @property() sale?: string;
  /** Id of the only product whose sales are shown. */
  @property() product?: string;
  /** Id of the combination that has been chosen of it. */
  @property() variant?: string;
  /** How many pieces are asked for, until the viewer says otherwise at a card. */
  @property({ type: Number }) quantity = 1;
  /** Whole cards, a small tag that opens them, or a line for a product's own card. */
  @property() view: 'card' | 'float' | 'line' = 'card';
  /** In `float`, whether the cards are open. */
  @property({ type: Boolean, reflect: true }) open = false;

  constructor() {
    super();
    addTradeWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layer.close();
    this.open = false;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$shown);
    this.#figures.follow(room?.$sales);
    this.#holds.follow(room?.$holds);
    this.#deeds.reset();
  }

  get #now(): number {
    return (this.clock ?? this.roomStore?.clock ?? Date).now();
  }

  /** Not in `willUpdate`: the room is found between that and `update`. */
  protected override update(changed: PropertyValues): void {
    const figures = this.figures ?? this.#figures.value ?? {};
    const source = { ...sourceOf(this.#state.value, this), figures, now: this.#now };
    const offers = saleOffers(source, this, this.#deeds.desk);
    this.#offers = offers.map(offer => ({ ...offer, ...this.#deeds.of(offer) }));
    this.#wind(source.now);
    super.update(changed);
  }

  /** Timers run only for what is seen and will change. */
  #wind(now: number): void {
    const seen = this.#seen.seen && this.isConnected;
    const turns = this.#offers.flatMap(
      ({ sale, standing }) => saleStandingTurnsAt(sale, standing, now) ?? [],
    );
    this.#turn.wakeIn(seen && turns.length > 0 ? Math.min(...turns) - now : undefined);
    this.#tick.active =
      seen && this.#offers.some(({ standing }) => saleCountsTo(standing, now) !== undefined);
  }

  protected override updated(): void {
    this.#deeds.look(this.#offers);
    const root = this.renderRoot;
    const open = root.querySelector<HTMLElement>('.layer');
    if (open) this.#layer.open(open, root.querySelector<HTMLElement>('button.float')!);
    else this.#layer.close();
  }

  #close(refocus: boolean): void {
    this.open = false;
    if (refocus) this.renderRoot.querySelector<HTMLElement>('button.float')?.focus({ preventScroll: true });
  }

  /** Asks for a piece of a sale as if its button had been tapped: for a page that has just signed the viewer in. */
  async reserve(saleId: string): Promise<void> {
    await this.updateComplete;
    const offer = this.#offerOf(saleId);
    if (offer) await this.#deeds.act(offer, 'reserve');
  }

  get #booth(): FloatBooth {
    const { t, words } = this.voice;
    return {
      language: this.language,
      t,
      words,
      address: url => this.#address(url),
      act: (offer, deed) => void this.#deeds.act(offer, deed),
      giveBack: offer => void this.#deeds.giveBack(offer),
      count: (offer, quantity) => this.#deeds.count(offer, quantity),
      open: this.open,
      toggle: () => (this.open ? this.#close(true) : (this.open = true)),
    };
  }

  #offerOf(saleId: string): SaleOffer | undefined {
    return this.#offers.find(({ sale }) => sale.id === saleId);
  }

  /** Absolute, or undefined where it must not be used. */
  #address(url: string | undefined): string | undefined {
    return this.roomStore ? this.roomStore.resolve(url) : safeUrl(url, document.baseURI);
  }

  #renderOffers(): unknown {
    const booth = this.#booth;
    const offers = this.#offers;
    const best = mostUrgent(offers) ?? offers.find(({ standing }) => standing.kind === 'sold-out');
    if (this.view === 'line') return best && renderSaleLine(booth, best);
    if (this.view === 'float') return renderSaleFloat(booth, mostUrgent(offers), offers);
    if (offers.length === 0) return undefined;
    return html`<ul class="cards" role="list" aria-label=${this.t('sale.label')}>
      ${repeat(
        offers,
        ({ sale }) => sale.id,
        offer => html`<li>${renderSaleCard(booth, offer)}</li>`,
      )}
    </ul>`;
  }

  protected override render(): TemplateResult {
    return html`<div
      part="base"
      class="base as-${this.view}"
      @keydown=${this.#layer.onKey}
      @focusout=${this.#layer.onFocusOut}
    >
      ${this.#renderOffers()}
      <div part="empty" class="empty" ?hidden=${this.view !== 'card' || this.#offers.length > 0}>
        <slot name="empty">${icon('clock', 32)} ${this.t('sale.empty')}</slot>
      </div>
      <p class="visually-hidden" role="status">${this.#deeds.said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-flash-sale': QunFlashSale;
  }
}
