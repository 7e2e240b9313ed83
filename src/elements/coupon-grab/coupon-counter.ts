import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { moneyStyle } from '../../base/money-text.js';
import { SeenController } from '../../base/seen-controller.js';
import type { Voice } from '../../base/speech.js';
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
import { isCode, QunError, type Coupon } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { addStyles } from '../../styles/add-styles.js';
import { button } from '../../styles/button.css.js';
import { layer } from '../../styles/layer.css.js';
import { ClaimDesk } from './claim-desk.js';
import type { QunCouponGrab } from './coupon-grab.js';
import type { CouponMore } from './coupon-more.js';
import { outcomeWords } from './coupon-words.js';
import { FloatLayer } from '../../base/float-layer.js';
import { floatStyle } from './float.css.js';
import { floatingOffer, renderFloat } from './float.js';
import { couponMore } from './more-part.js';
import { ticketStyle } from './ticket.css.js';
import { renderTicket, termsOf, type Booth, type Offer } from './ticket.js';

/** Where a viewer has something of a coupon: what `list` shows. */
const MINE: readonly string[] = ['claimed', 'entered', 'drawing', 'won'];

/** Hands out the coupons of one `qun-coupon-grab`: from its first coupon on, all the element shows and does. */
export class CouponCounter {
  readonly #host: QunCouponGrab;
  readonly #speech: Voice;
  readonly #root: ShadowRoot;
  readonly #left: StoreController<Readonly<Record<string, number>>>;
  readonly #claims: StoreController<Readonly<Record<string, ClaimState>>>;
  readonly #seen: SeenController;
  readonly #tick: TickController;
  readonly #turn: TurnController;
  readonly #desk: ClaimDesk;
  readonly #copied = new Map<string, boolean>();
  /** Coupons seen here while they were not yet sold out. */
  readonly #onOffer = new Set<string>();
  #offers: readonly Offer[] = [];
  #more: CouponMore | undefined;

  readonly layer = new FloatLayer(refocus => this.#close(refocus));
  /** What the live region says. */
  said = '';

  constructor(host: QunCouponGrab, speech: Voice) {
    this.#host = host;
    this.#speech = speech;
    this.#root = host.shadowRoot!;
    this.#left = new StoreController(host);
    this.#claims = new StoreController(host);
    this.#seen = new SeenController(host);
    this.#tick = new TickController(host);
    this.#turn = new TurnController(host);
    this.#desk = new ClaimDesk({
      lineUp: coupon => this.#more?.lineUp(coupon, this.#now),
      ask: event => speech.ask(event),
      room: () => host.roomStore,
      changed: () => host.requestUpdate(),
    });
    addStyles(this.#root, [button, moneyStyle, ticketStyle, floatStyle, layer]);
    this.follow(host.roomStore);
  }

  follow(room: Room | undefined): void {
    this.#desk.reset();
    this.#left.follow(room?.$left);
    this.#claims.follow(room?.$claims);
    this.#more?.follow(room);
  }

  /** The host has left the page. */
  leave(): void {
    this.layer.close();
  }

  /** There is something to show. */
  get some(): boolean {
    return this.#offers.length > 0;
  }

  /** Looks at `coupons` as they stand now. To be called before every rendering. */
  look(coupons: readonly Coupon[]): void {
    this.#bring(coupons);
    const left = this.#host.left ?? this.#left.value;
    const now = this.#now;
    this.#offers = coupons
      .map((coupon): Offer => {
        const claim = this.#desk.stateOf(coupon.id);
        const toldAt = this.#desk.toldAt(claim, now);
        const standing =
          this.#more?.standing(coupon, now, claim, toldAt) ?? couponStanding(coupon, now, claim, toldAt);
        return { coupon, standing, now, left: left?.[coupon.id], copied: this.#copied.get(coupon.id) };
      })
      .filter(({ standing: { kind } }) =>
        this.#host.view === 'list' ? MINE.includes(kind) : kind !== 'hidden',
      );
    this.#wind(now);
  }

  get #now(): number {
    return (this.#host.clock ?? this.#host.roomStore?.clock ?? Date).now();
  }

  #bring(coupons: readonly Coupon[]): void {
    const { here } = couponMore;
    if (this.#more || !coupons.some(one => one.mode ?? one.spreadMs ?? one.productIds ?? one.conditions))
      return;
    if (here) this.#more = new here(this.#host, this.#speech);
    else void couponMore.come().then(() => this.#host.requestUpdate());
  }

  /** Timers run only for what is seen and will change. */
  #wind(now: number): void {
    const seen = this.#seen.seen && this.#host.isConnected;
    const turns = this.#offers.flatMap(
      ({ coupon, standing }) => standingTurnsAt(coupon, standing, now) ?? [],
    );
    this.#turn.wakeIn(seen && turns.length > 0 ? Math.min(...turns) - now : undefined);
    this.#tick.active = seen && this.#offers.some(({ standing }) => standingTicks(standing, now));
  }

  /** To be called after every rendering. */
  updated(): void {
    for (const { coupon, standing } of this.#offers) {
      if (standing.kind !== 'sold-out') this.#onOffer.add(coupon.id);
      else if (this.#onOffer.delete(coupon.id)) this.#host.dispatchEvent(new QunCouponSoldOutEvent(coupon));
    }
    const layer = this.#root.querySelector<HTMLElement>('.layer');
    if (layer) this.layer.open(layer, this.#root.querySelector<HTMLElement>('button.float')!);
    else this.layer.close();
  }

  async claimById(couponId: string): Promise<void> {
    const offer = this.#offers.find(({ coupon }) => coupon.id === couponId);
    if (offer) await this.#claim(offer.coupon);
  }

  async #claim(coupon: Coupon): Promise<void> {
    const host = this.#host;
    const focused = this.#root.activeElement !== null;
    const asking = this.#desk.claim(coupon);
    this.#say('');
    const outcome = await asking;
    if (!outcome) return;
    if (outcome.status === 'failed')
      this.#speech.report(new QunError(isCode(outcome.code) ? outcome.code : 'internal'));
    if (outcome.status === 'claimed')
      host.dispatchEvent(new QunCouponClaimedEvent(coupon, outcome.claim.code, outcome.already));
    host.requestUpdate();
    await host.updateComplete;
    const offer = this.#offers.find(one => one.coupon.id === coupon.id);
    const booth = this.#booth;
    if (offer) this.#say(this.#more?.outcome(booth, offer) ?? outcomeWords(booth, coupon, offer.standing));
    // The button that had the focus has given way to the code.
    if (focused && !this.#root.activeElement)
      this.#root.querySelector<HTMLElement>(`[data-id="${coupon.id}"] .code`)?.focus();
  }

  async #copy(coupon: Coupon, code: string): Promise<void> {
    const copied = await copyText(code);
    this.#copied.set(coupon.id, copied);
    this.#say(this.#speech.t(copied ? 'coupon.copied' : 'coupon.copyByHand'));
  }

  #say(words: string): void {
    this.said = words;
    this.#host.requestUpdate();
  }

  #close(refocus: boolean): void {
    this.#host.open = false;
    if (refocus) this.#root.querySelector<HTMLElement>('button.float')?.focus({ preventScroll: true });
  }

  get #booth(): Booth & { open: boolean; toggle(): void } {
    const host = this.#host;
    const { t, words, ask, language } = this.#speech;
    const speech = { language: language(), t, words };
    return {
      ...speech,
      more: this.#more,
      terms: coupon => termsOf(speech, coupon),
      address: url => (host.roomStore ? host.roomStore.resolve(url) : safeUrl(url, document.baseURI)),
      claim: coupon => void this.#claim(coupon),
      signIn: coupon => {
        if (ask(new QunSignInEvent())) void this.#claim(coupon);
      },
      copy: (coupon, code) => void this.#copy(coupon, code),
      open: host.open,
      toggle: () => (host.open ? this.#close(true) : (host.open = true)),
    };
  }

  render(): unknown {
    if (this.#host.view === 'float')
      return renderFloat(this.#booth, floatingOffer(this.#offers), this.#offers);
    return this.some ? this.#renderTickets() : '';
  }

  #renderTickets(): TemplateResult {
    const booth = this.#booth;
    return html`<ul class="tickets" role="list" aria-label=${booth.t('coupon.label')}>
      ${repeat(
        this.#offers,
        ({ coupon }) => coupon.id,
        offer => html`<li>${renderTicket(booth, offer)}</li>`,
      )}
    </ul>`;
  }
}
