import { carry } from '../../base/carry.js';
import { cartWords } from '../../base/cart-words.js';
import { meetCondition } from '../../base/meet-condition.js';
import type { Voice } from '../../base/speech.js';
import type { HoldState } from '../../core/sale-phase.js';
import { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import { QunReservedEvent } from '../../events/qun-reserved-event.js';
import { QunSignInEvent } from '../../events/qun-sign-in-event.js';
import { isCode, QunError, type CouponCondition } from '../../protocol/index.js';
import type { QunFlashSale } from './flash-sale.js';
import { payFor } from './pay-for.js';
import type { SaleDeed } from './sale-action.js';
import type { SaleOffer } from './sale-card.js';
import { SaleDesk } from './sale-desk.js';
import { outcomeWords } from './sale-words.js';

/** What the element knows. */
interface Place {
  /** Server time, ms. */
  now(): number;
  /** A sale as it is shown now. */
  offer(saleId: string): SaleOffer | undefined;
  /** Absolute, or undefined where it must not be used. */
  address(url: string | undefined): string | undefined;
}

/** What is done at the cards of one `qun-flash-sale`, and what is said of it. */
export class SaleDeeds {
  readonly #host: QunFlashSale;
  readonly #speech: Voice;
  readonly #place: Place;
  /** Sale id → pieces asked for. */
  readonly #counts = new Map<string, number>();
  /** Sale id → what the cart said of paying. */
  readonly #refusals = new Map<string, string>();
  /** Sales that the viewer has asked for here, and heard nothing good of yet. */
  readonly #wanted = new Set<string>();
  #paying = false;

  readonly desk: SaleDesk;
  /** What the live region says. */
  said = '';

  constructor(host: QunFlashSale, speech: Voice, place: Place) {
    this.#place = place;
    this.#host = host;
    this.#speech = speech;
    this.desk = new SaleDesk({
      ask: event => speech.ask(event),
      room: () => host.roomStore,
      now: place.now,
      changed: () => host.requestUpdate(),
    });
  }

  reset(): void {
    this.desk.reset();
    this.#wanted.clear();
    this.#refusals.clear();
  }

  /** What the viewer has set at a card. */
  of({ sale }: Pick<SaleOffer, 'sale'>): Pick<SaleOffer, 'quantity' | 'refusal'> {
    const wanted = this.#counts.get(sale.id) ?? (Math.floor(this.#host.quantity) || 1);
    const quantity = Math.max(1, Math.min(wanted, sale.perViewer));
    return { quantity, refusal: this.#refusals.get(sale.id) };
  }

  count({ sale }: SaleOffer, quantity: number): void {
    this.#counts.set(sale.id, quantity);
    this.#host.requestUpdate();
  }

  /** To be called after every rendering: what was waited for may have come. */
  look(offers: readonly SaleOffer[]): void {
    for (const { sale, product, standing, now } of offers) {
      if (standing.kind !== 'held' || !this.#wanted.delete(sale.id)) continue;
      this.#host.dispatchEvent(new QunReservedEvent(sale, standing.reservation));
      this.#say(outcomeWords(this.#words, standing, product?.title, now));
    }
  }

  async act(offer: SaleOffer, deed: SaleDeed): Promise<void> {
    const { standing } = offer;
    this.#refusals.delete(offer.sale.id);
    switch (deed) {
      case 'reserve':
        return this.#want(offer, false);
      case 'wait':
        return this.#want(offer, true);
      case 'sign-in':
        return this.#speech.ask(new QunSignInEvent()) ? this.#want(offer, false) : undefined;
      case 'condition':
        return standing.kind === 'ineligible' ? this.#meet(offer, standing.needs) : undefined;
      case 'choose':
        return this.#choose(offer);
      case 'pay':
        return this.#pay(offer);
    }
  }

  async giveBack(offer: SaleOffer): Promise<void> {
    this.#wanted.delete(offer.sale.id);
    const outcome = await this.desk.release(offer.sale);
    if (outcome?.status === 'failed') this.#fail(offer, outcome.code);
    else if (outcome) this.#say(this.#speech.t('sale.given'));
  }

  async #want(offer: SaleOffer, wait: boolean): Promise<void> {
    const { sale, quantity } = offer;
    const { id } = sale;
    this.#wanted.add(id);
    const asking = this.desk.reserve(sale, { variantId: this.#variantOf(offer), quantity, wait });
    this.#say('');
    const outcome = await asking;
    if (!outcome) return;
    if (outcome.status === 'failed') this.#report(outcome.code);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // What is kept is told of where it is first seen, which may be long after standing in line.
    if (outcome.status === 'held' && outcome.reservation.until !== null) return;
    if (outcome.status !== 'waiting') this.#wanted.delete(id);
    this.#tell(offer, outcome);
  }

  #variantOf({ sale }: SaleOffer): string | undefined {
    return sale.variantId ?? this.#host.variant;
  }

  /** Says what stands on the card now. */
  #tell({ sale }: SaleOffer, outcome: HoldState): void {
    const offer = this.#place.offer(sale.id);
    if (offer) this.#say(outcomeWords(this.#words, offer.standing, offer.product?.title, offer.now));
    else if (outcome.status === 'failed') this.#say(this.#speech.t('error.internal'));
  }

  async #meet(offer: SaleOffer, condition: CouponCondition): Promise<void> {
    const { roomStore } = this.#host;
    const go = await meetCondition(condition, this.#speech, roomStore);
    if (go && roomStore === this.#host.roomStore) await this.#want(offer, false);
  }

  #choose({ product }: SaleOffer): void {
    if (!product) return;
    const url = carry(this.#place.address(product.links?.h5));
    if (this.#speech.ask(new QunOpenProductEvent(product, url)) && url)
      window.open(url, '_blank', 'noopener');
  }

  async #pay({ sale, product, standing }: SaleOffer): Promise<void> {
    if (standing.kind !== 'held' || !product || this.#paying) return;
    this.#paying = true;
    const url = this.#place.address(product.links?.h5);
    const outcome = await payFor(this.#host, { sale, product, reservation: standing.reservation }, url);
    this.#paying = false;
    if (outcome.result === 'no' && outcome.no.no === 'sign-in') this.#speech.ask(new QunSignInEvent());
    const words = cartWords(outcome, this.#words);
    if (!words) return;
    this.#refusals.set(sale.id, words);
    this.#say(words);
  }

  #fail({ sale }: SaleOffer, code: string): void {
    const words = this.#speech.t(`error.${isCode(code) ? code : 'internal'}`);
    this.#report(code);
    this.#refusals.set(sale.id, words);
    this.#say(words);
  }

  #report(code: string): void {
    this.#speech.report(new QunError(isCode(code) ? code : 'internal'));
  }

  #say(words: string): void {
    this.said = words;
    this.#host.requestUpdate();
  }

  get #words() {
    const { t, words, language } = this.#speech;
    return { t, words, language: language() };
  }
}
