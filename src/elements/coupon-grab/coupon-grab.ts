import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../i18n/shop-messages.js';
import { moneyStyle } from '../../base/money-text.js';
import { QunElement } from '../../base/qun-element.js';
import { SeenController } from '../../base/seen-controller.js';
import { StoreController } from '../../base/store-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { TurnController } from '../../base/turn-controller.js';
import type { ClaimState } from '../../core/coupon-phase.js';
import { couponStanding, standingTicks, standingTurnsAt } from '../../core/coupon-standing.js';
import { safeUrl } from '../../core/link.js';
import { QunCouponClaimedEvent } from '../../events/qun-coupon-claimed-event.js';
import { QunCouponSoldOutEvent } from '../../events/qun-coupon-sold-out-event.js';
import { QunSignInEvent } from '../../events/qun-sign-in-event.js';
import { copyText } from '../../platform/copy-text.js';
import { isCode, QunError, type Coupon, type RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { ClaimDesk } from './claim-desk.js';
import { outcomeWords } from './coupon-words.js';
import { FloatLayer } from './float-layer.js';
import { floatStyle } from './float.css.js';
import { floatingOffer, renderFloat } from './float.js';
import { ticketStyle } from './ticket.css.js';
import { renderTicket, type Booth, type Offer } from './ticket.js';

/**
 * Coupons to grab: counted down to their opening on the server's clock, claimed once however often they are tapped, and
 * shown with their code and where to use it.
 *
 * @status stable
 * @since 0.1.0
 *
 * @attr {string} coupon - Id of the only coupon to show. Default: all that the host has sent.
 * @attr {card | float} view - `card`: whole tickets. `float`: a small one for the picture's edge that opens them. Default: `card`.
 * @attr {boolean} open - In `float`, the tickets are open.
 *
 * @event {QunClaimCouponEvent} qun-claim-coupon - Asks for a `coupon`. The page may answer with `respondWith()`, or prevent it and do everything itself; otherwise the room is asked.
 * @event {QunSignInEvent} qun-sign-in - Asks the page to sign the viewer in. Not prevented, the coupon is claimed again.
 * @event {QunCouponClaimedEvent} qun-coupon-claimed - The viewer holds `coupon`; carries `code` and `already`. Not cancelable.
 * @event {QunCouponSoldOutEvent} qun-coupon-sold-out - The last of a `coupon` on offer here is gone. Not cancelable.
 * @event {QunErrorEvent} qun-error - A claim failed; the viewer has been told. Not cancelable.
 *
 * @slot empty - Shown in `card` while there is no coupon. Default: a friendly line.
 *
 * @csspart base - The wrapper of everything.
 * @csspart ticket - One coupon.
 * @csspart stub - The coloured end of a ticket with its value.
 * @csspart value - What a coupon is worth.
 * @csspart minimum - The minimum spend.
 * @csspart title - A coupon's title.
 * @csspart note - The line under the title.
 * @csspart countdown - Figures that count down.
 * @csspart stock - How many are left, and the bar.
 * @csspart button - Claims, tries again or signs in.
 * @csspart stamp - Says that the coupon is the viewer's.
 * @csspart code - The code; copies itself.
 * @csspart use - Leads to where the coupon is used.
 * @csspart float - The small ticket of `float`.
 * @csspart float-state - The foot of the small ticket.
 * @csspart layer - What the small ticket opens.
 * @csspart close - Closes the layer.
 * @csspart empty - The line shown while there is no coupon.
 *
 * @cssproperty [--ticket-color=var(--qun-color-brand, #d93a26)] - Colour of a ticket that can be claimed.
 * @cssproperty [--ticket-radius=var(--qun-radius-m, 12px)] - Corners of a ticket.
 * @cssproperty [--stub-width=108px] - Width of the stub.
 */
export class QunCouponGrab extends QunElement {
  static override styles = [tokens, base, button, moneyStyle, ticketStyle, floatStyle];

  readonly #state = new StoreController<RoomState | undefined>(this);
  readonly #left = new StoreController<Readonly<Record<string, number>>>(this);
  readonly #claims = new StoreController<Readonly<Record<string, ClaimState>>>(this);
  readonly #seen = new SeenController(this);
  readonly #tick = new TickController(this);
  readonly #turn = new TurnController(this);

  readonly #desk = new ClaimDesk({
    ask: event => this.ask(event),
    room: () => this.roomStore,
    changed: () => this.requestUpdate(),
  });
  readonly #layer = new FloatLayer(refocus => this.#close(refocus));
  readonly #copied = new Map<string, boolean>();
  /** Coupons seen here while they were not yet sold out. */
  readonly #onOffer = new Set<string>();
  #offers: readonly Offer[] = [];

  /** What the live region says. */
  @state() private said = '';

  /** The coupons. Default: the room's. */
  @property({ attribute: false }) coupons?: readonly Coupon[];
  /** What the countdowns run on. Default: the room's clock, which is the server's; without a room the device's. */
  @property({ attribute: false }) clock?: { now(): number };
  /** How many are left of each coupon, by id. Default: the room's figures. */
  @property({ attribute: false }) left?: Readonly<Record<string, number>>;
  /** Id of the only coupon to show. */
  @property() coupon?: string;
  /** Whole tickets, or a small one that opens them. */
  @property() view: 'card' | 'float' = 'card';
  /** In `float`, whether the tickets are open. */
  @property({ type: Boolean, reflect: true }) open = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layer.close();
    this.open = false;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#desk.reset();
    this.#state.follow(room?.$state);
    this.#left.follow(room?.$left);
    this.#claims.follow(room?.$claims);
  }

  /** Not in `willUpdate`: the room is found between that and `update`. */
  protected override update(changed: PropertyValues): void {
    this.#look();
    super.update(changed);
  }

  #look(): void {
    const now = (this.clock ?? this.roomStore?.clock ?? Date).now();
    const left = this.left ?? this.#left.value;
    const all = this.coupons ?? this.#state.value?.coupons ?? [];
    this.#offers = (this.coupon ? all.filter(({ id }) => id === this.coupon) : all)
      .map((coupon): Offer => {
        const claim = this.#desk.stateOf(coupon.id);
        const standing = couponStanding(coupon, now, claim, this.#desk.toldAt(claim, now));
        return { coupon, standing, now, left: left?.[coupon.id], copied: this.#copied.get(coupon.id) };
      })
      .filter(({ standing }) => standing.kind !== 'hidden');
    this.#wind(now);
  }

  /** Timers run only for what is seen and will change. */
  #wind(now: number): void {
    const { seen } = this.#seen;
    const turns = this.#offers.flatMap(
      ({ coupon, standing }) => standingTurnsAt(coupon, standing, now) ?? [],
    );
    this.#turn.wakeIn(seen && this.isConnected && turns.length > 0 ? Math.min(...turns) - now : undefined);
    this.#tick.active = seen && this.#offers.some(({ standing }) => standingTicks(standing, now));
  }

  protected override updated(): void {
    for (const { coupon, standing } of this.#offers) {
      if (standing.kind !== 'sold-out') this.#onOffer.add(coupon.id);
      else if (this.#onOffer.delete(coupon.id)) this.dispatchEvent(new QunCouponSoldOutEvent(coupon));
    }
    const layer = this.renderRoot.querySelector<HTMLElement>('.layer');
    if (layer) this.#layer.open(layer, this.renderRoot.querySelector<HTMLElement>('button.float')!);
    else this.#layer.close();
  }

  async #claim(coupon: Coupon): Promise<void> {
    const focused = this.shadowRoot!.activeElement !== null;
    const asking = this.#desk.claim(coupon);
    this.said = '';
    const outcome = await asking;
    if (!outcome) return;
    if (outcome.status === 'failed')
      this.report(new QunError(isCode(outcome.code) ? outcome.code : 'internal'));
    if (outcome.status === 'claimed')
      this.dispatchEvent(new QunCouponClaimedEvent(coupon, outcome.claim.code, outcome.already));
    this.requestUpdate();
    await this.updateComplete;
    const offer = this.#offers.find(one => one.coupon.id === coupon.id);
    if (offer) this.said = outcomeWords(this.#booth, coupon, offer.standing);
    // The button that had the focus has given way to the code.
    if (focused && !this.shadowRoot!.activeElement)
      this.renderRoot.querySelector<HTMLElement>(`[data-id="${coupon.id}"] .code`)?.focus();
  }

  async #copy(coupon: Coupon, code: string): Promise<void> {
    const copied = await copyText(code);
    this.#copied.set(coupon.id, copied);
    this.said = this.t(copied ? 'coupon.copied' : 'coupon.copyByHand');
    this.requestUpdate();
  }

  #close(refocus: boolean): void {
    this.open = false;
    if (refocus) this.renderRoot.querySelector<HTMLElement>('button.float')?.focus({ preventScroll: true });
  }

  get #booth(): Booth & { open: boolean; toggle(): void } {
    return {
      language: this.language,
      t: (key, params) => this.t(key, params),
      words: text => this.words(text),
      address: url => (this.roomStore ? this.roomStore.resolve(url) : safeUrl(url, document.baseURI)),
      claim: coupon => void this.#claim(coupon),
      signIn: coupon => {
        if (this.ask(new QunSignInEvent())) void this.#claim(coupon);
      },
      copy: (coupon, code) => void this.#copy(coupon, code),
      open: this.open,
      toggle: () => (this.open ? this.#close(true) : (this.open = true)),
    };
  }

  /** Claims a coupon as if its button had been tapped: for a page that has just signed the viewer in. */
  async claim(couponId: string): Promise<void> {
    const offer = this.#offers.find(({ coupon }) => coupon.id === couponId);
    if (offer) await this.#claim(offer.coupon);
  }

  #renderTickets(): TemplateResult {
    return html`<ul class="tickets" role="list" aria-label=${this.t('coupon.label')}>
      ${repeat(
        this.#offers,
        ({ coupon }) => coupon.id,
        offer => html`<li>${renderTicket(this.#booth, offer)}</li>`,
      )}
    </ul>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const float = view === 'float';
    const empty = !float && this.#offers.length === 0;
    return html`
      <div part="base" class="base ${view}" @keydown=${this.#layer.onKey} @focusout=${this.#layer.onFocusOut}>
        ${
          float
            ? renderFloat(this.#booth, floatingOffer(this.#offers), this.#offers)
            : empty
              ? nothing
              : this.#renderTickets()
        }
        <div part="empty" class="empty" ?hidden=${!empty}>
          <slot name="empty">${icon('ticket', 32)} ${this.t('coupon.empty')}</slot>
        </div>
        <p class="visually-hidden" role="status">${this.said}</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-coupon-grab': QunCouponGrab;
  }
}
