import { askCart, type CartOutcome } from '../../base/ask-cart.js';
import { cartWords } from '../../base/cart-words.js';
import type { Voice } from '../../base/speech.js';
import { warn } from '../../base/warn.js';
import type { CartItem } from '../../core/cart.js';
import type { ProductLead } from '../../core/product-link.js';
import { QunAddToCartEvent } from '../../events/qun-add-to-cart-event.js';
import { QunBuyNowEvent } from '../../events/qun-buy-now-event.js';
import { QunSignInEvent } from '../../events/qun-sign-in-event.js';
import { openMiniProgram } from '../../platform/open-mini-program.js';
import { QunError } from '../../protocol/index.js';
import type { QunProductSheet } from './product-sheet.js';

export type Deed = 'add' | 'buy';

/** How long a button says that it is done, ms. */
const DONE_MS = 2400;

/** What becomes of the two wishes that a sheet has buttons for. */
export class Buying {
  readonly #host: QunProductSheet;
  readonly #voice: Voice;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: { deed: Deed; item: CartItem; leads: readonly ProductLead[] } | undefined;

  /** What is being asked of the shop. */
  asking: Deed | undefined;
  /** What has just been done. */
  done: Deed | undefined;
  /** Why not. */
  outcome: CartOutcome | undefined;

  constructor(host: QunProductSheet, voice: Voice) {
    this.#host = host;
    this.#voice = voice;
  }

  /** Forgets what has become of the last wish: another thing is wanted now. */
  reset(): void {
    this.#run += 1;
    clearTimeout(this.#timer);
    this.asking = this.done = this.outcome = this.#last = undefined;
  }

  /** What a viewer is told of a wish that came to nothing; empty: nothing. */
  get words(): string {
    const { t, words, language } = this.#voice;
    const voice = { t, words, language: language() };
    return this.outcome ? (cartWords(this.outcome, voice) ?? '') : '';
  }

  /** It would go on if the viewer signed in. */
  get wantsSignIn(): boolean {
    return this.outcome?.result === 'no' && this.outcome.no.no === 'sign-in';
  }

  /** The shop says that something is still to be chosen. */
  get wantsChoice(): boolean {
    return this.outcome?.result === 'no' && this.outcome.no.no === 'options-missing';
  }

  readonly signIn = (): void => {
    const last = this.#last;
    // A page that signs the viewer in somewhere else prevents it; otherwise the shop may know them by now.
    if (this.#voice.ask(new QunSignInEvent()) && last) void this.want(last.deed, last.item, last.leads);
  };

  /**
   * Asks page and cart, at once. Where neither takes it the viewer is led to the product by the best of `leads`; `click`
   * is a tap on a link, whose own way is left to the browser then.
   */
  async want(deed: Deed, item: CartItem, leads: readonly ProductLead[], click?: Event): Promise<void> {
    if (this.asking) return click?.preventDefault();
    this.reset();
    this.#last = { deed, item, leads };
    this.asking = deed;
    const run = this.#run;
    const event = deed === 'add' ? new QunAddToCartEvent(item) : new QunBuyNowEvent(item);
    const asked = askCart(this.#host, event);
    if (event.defaultPrevented) click?.preventDefault();
    this.#host.requestUpdate();
    const outcome = await asked;
    if (run !== this.#run) return;
    this.asking = undefined;
    if (outcome.result === 'nobody' && !click) this.#lead(leads, item);
    else if (outcome.result === 'yes') this.#succeed(deed);
    else if (outcome.result === 'no' || outcome.result === 'failed') {
      this.outcome = outcome;
      if (outcome.result === 'failed') this.#voice.report(new QunError(outcome.code));
    }
    this.#host.requestUpdate();
  }

  #succeed(deed: Deed): void {
    this.done = deed;
    this.#timer = setTimeout(() => {
      this.done = undefined;
      this.#host.requestUpdate();
    }, DONE_MS);
  }

  #lead([lead, ...others]: readonly ProductLead[], item: CartItem): void {
    if (!lead)
      return warn(
        'no-cart',
        `nobody takes orders for product ${item.product.id}: answer qun-buy-now, or name a cart.`,
      );
    if (lead.kind === 'mini-program')
      void openMiniProgram(lead.path).then(opened => opened || this.#lead(others, item));
    else if (lead.kind === 'launch') this.#lead(others, item);
    else open(lead.url, lead.kind === 'app' ? '_self' : '_blank', 'noopener');
  }
}
