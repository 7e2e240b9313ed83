import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import type { Coupon, Product, RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { empty } from '../../styles/empty.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import type { CouponCounter } from './coupon-counter.js';
import { counter } from './counter-part.js';

/**
 * Coupons to grab: counted down to their opening on the server's clock, claimed once however often they are tapped, and
 * shown with their code and where to use it.
 *
 * @status stable
 * @since 0.1.0
 *
 * @attr {string} coupon - Id of the only coupon to show. Default: all that the host has sent.
 * @attr {card | float | list} view - `card`: whole tickets. `float`: a small one for the picture's edge that opens them. `list`: what the viewer has, and draws they take part in. Default: `card`.
 * @attr {boolean} open - In `float`, the tickets are open.
 *
 * @event {QunClaimCouponEvent} qun-claim-coupon - Asks for a `coupon`. The page may answer with `respondWith()`, or prevent it and do everything itself; otherwise the room is asked.
 * @event {QunMeetConditionEvent} qun-meet-condition - Asks the page to let the viewer do what a coupon wants first, such as following the shop; then it is claimed again. Unanswered, the room reserves its show where that is what is wanted.
 * @event {QunOpenProductEvent} qun-open-product - Asks to show a product that a coupon counts for. Not prevented, its page opens.
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
 * @csspart products - The products that a coupon counts for.
 * @csspart product - One of them; opens it.
 * @csspart proof - How a draw was made, worked out again.
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
  static override styles = [tokens, base, empty];

  readonly #state = new StoreController<RoomState | undefined>(this);
  #counter: CouponCounter | undefined;

  /** The coupons. Default: the room's. */
  @property({ attribute: false }) coupons?: readonly Coupon[];
  /** What the countdowns run on. Default: the room's clock, which is the server's; without a room the device's. */
  @property({ attribute: false }) clock?: { now(): number };
  /** How many are left of each coupon, by id. Default: the room's figures. */
  @property({ attribute: false }) left?: Readonly<Record<string, number>>;
  /** Where the products that a coupon counts for are looked up. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** Who takes part in draws. Default: the room's viewer. */
  @property({ attribute: false }) viewerId?: string;
  /** Id of the only coupon to show. */
  @property() coupon?: string;
  /** Whole tickets, a small one that opens them, or only what the viewer has. */
  @property() view: 'card' | 'float' | 'list' = 'card';
  /** In `float`, whether the tickets are open. */
  @property({ type: Boolean, reflect: true }) open = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#counter?.leave();
    this.open = false;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$shown);
    this.#counter?.follow(room);
  }

  get #listed(): readonly Coupon[] {
    const all = this.coupons ?? this.#state.value?.coupons ?? [];
    return this.coupon ? all.filter(({ id }) => id === this.coupon) : all;
  }

  protected override needs(): Promise<unknown> | undefined {
    return counter.here || this.#listed.length === 0 ? undefined : counter.come();
  }

  /** Not in `willUpdate`: the room is found between that and `update`. */
  protected override update(changed: PropertyValues): void {
    const listed = this.#listed;
    if (counter.here && listed.length > 0) {
      this.#counter ??= new counter.here(this, this.voice);
    }
    this.#counter?.look(listed);
    super.update(changed);
  }

  protected override updated(): void {
    this.#counter?.updated();
  }

  /** Claims a coupon as if its button had been tapped: for a page that has just signed the viewer in. */
  async claim(couponId: string): Promise<void> {
    await this.updateComplete;
    await this.#counter?.claimById(couponId);
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const counting = this.#counter;
    return html`
      <div
        part="base"
        class="base ${view}"
        @keydown=${counting?.layer.onKey}
        @focusout=${counting?.layer.onFocusOut}
      >
        ${counting?.render()}
        <div part="empty" class="empty" ?hidden=${view === 'float' || counting?.some}>
          <slot name="empty">${icon('ticket', 32)} ${this.t('coupon.empty')}</slot>
        </div>
        <p class="visually-hidden" role="status">${counting?.said}</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-coupon-grab': QunCouponGrab;
  }
}
