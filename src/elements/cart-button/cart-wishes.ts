import { askCart, type CartOutcome } from '../../base/ask-cart.js';
import { cartWords } from '../../base/cart-words.js';
import type { Voice } from '../../base/speech.js';
import { warn } from '../../base/warn.js';
import { reservationsOf, type CartLine } from '../../core/cart.js';
import { QunChangeCartEvent } from '../../events/qun-change-cart-event.js';
import { QunCheckoutEvent } from '../../events/qun-checkout-event.js';
import { QunSignInEvent } from '../../events/qun-sign-in-event.js';
import { QunError } from '../../protocol/index.js';
import type { QunCartButton } from './cart-button.js';

/** The cart as it is shown. */
interface Held {
  /** The same list while nothing changes. */
  lines(): readonly CartLine[];
  /** Writes down what a page has said yes to and has not told of itself. */
  took(line: CartLine, quantity: number): void;
}

/** What a viewer wants of the lines in the cart, until the shop has said so. */
export class CartWishes {
  readonly #host: QunCartButton;
  readonly #voice: Voice;
  readonly #held: Held;
  /** Line id → pieces wanted, while the shop is being asked. */
  readonly #wanted = new Map<string, number>();
  #again: (() => void) | undefined;

  /** The viewer is on the way to the till. */
  leaving = false;
  /** What the last wish came to, where that needs a word. */
  outcome: CartOutcome | undefined;
  /** Id of the line that `outcome` is about; undefined: all of it. */
  about: string | undefined;
  /** The newest change, for who listens. */
  said = '';

  constructor(host: QunCartButton, voice: Voice, held: Held) {
    this.#host = host;
    this.#voice = voice;
    this.#held = held;
  }

  /** Pieces of `line` as the viewer wants them. */
  wanted(line: CartLine): number {
    return this.#wanted.get(line.id) ?? line.quantity;
  }

  asking(line: CartLine): boolean {
    return this.#wanted.has(line.id);
  }

  /** What the viewer is told of the last wish; empty: nothing. */
  get words(): string {
    const { t, words, language } = this.#voice;
    return this.outcome ? (cartWords(this.outcome, { t, words, language: language() }) ?? '') : '';
  }

  get wantsSignIn(): boolean {
    return this.outcome?.result === 'no' && this.outcome.no.no === 'sign-in';
  }

  forget(): void {
    this.outcome = this.about = this.#again = undefined;
    this.leaving = false;
    this.said = '';
  }

  readonly signIn = (): void => {
    const again = this.#again;
    // A page that signs the viewer in somewhere else prevents it; otherwise the shop may know them by now.
    if (this.#voice.ask(new QunSignInEvent())) again?.();
  };

  /** Asks for `quantity` pieces. Taps while the shop is being asked become one more wish, for what is wanted then. */
  async change(line: CartLine, quantity: number): Promise<void> {
    const underWay = this.#wanted.has(line.id);
    this.#wanted.set(line.id, quantity);
    this.#host.requestUpdate();
    if (underWay) return;
    this.forget();
    for (let now: CartLine | undefined = line; now; now = this.#next(line.id)) {
      const wish = this.#wanted.get(line.id)!;
      const before = this.#held.lines();
      const outcome = await askCart(this.#host, new QunChangeCartEvent(now, wish));
      if (outcome.result !== 'yes') {
        this.#tell(outcome, line.id, () => void this.change(line, wish));
        break;
      }
      // A page that says yes and no more has done as it was asked.
      if (this.#held.lines() === before) this.#held.took(now, wish);
      this.#say(line, wish);
      if (this.#wanted.get(line.id) === wish) break;
    }
    this.#wanted.delete(line.id);
    this.#host.requestUpdate();
  }

  #next(id: string): CartLine | undefined {
    return this.#held.lines().find(line => line.id === id);
  }

  async checkout(): Promise<void> {
    if (this.leaving) return;
    this.forget();
    this.leaving = true;
    this.#host.requestUpdate();
    const lines = this.#held.lines();
    const event = new QunCheckoutEvent({ lines, reservations: reservationsOf(lines) });
    const outcome = await askCart(this.#host, event);
    // Led away, the page is about to go; one that comes back forgets.
    if (outcome.result !== 'yes') {
      this.leaving = false;
      this.#tell(outcome, undefined, () => void this.checkout());
    }
    this.#host.requestUpdate();
  }

  #say(line: CartLine, quantity: number): void {
    const { t, words } = this.#voice;
    const title = words(line.title);
    this.said = quantity > 0 ? t('cart.changed', { title, count: quantity }) : t('cart.removed', { title });
  }

  #tell(outcome: CartOutcome, about: string | undefined, again: () => void): void {
    this.about = about;
    this.#again = again;
    if (outcome.result === 'nobody') {
      const detail = 'nobody takes orders: answer qun-change-cart and qun-checkout, or name a cart';
      warn('no-cart', detail);
      this.outcome = { result: 'no', no: { no: 'other' } };
      return this.#voice.report(new QunError('bad-config', { detail, path: 'cart' }));
    }
    if (outcome.result === 'taken') return;
    this.outcome = outcome;
    if (outcome.result === 'failed') this.#voice.report(new QunError(outcome.code));
  }
}
