import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long controls stay after the last move, ms. */
const LINGER_MS = 3000;

/** Shows the controls while somebody uses them, and lets them fade once nobody does. */
export class ControlsFade implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #awake = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get awake(): boolean {
    return this.#awake;
  }

  hostConnected(): void {
    this.stir();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly stir = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#inUse() ? this.stir() : this.#set(false)), LINGER_MS);
    this.#set(true);
  };

  /** A tap on the picture: brings them, or sends them away. */
  toggle(): void {
    if (!this.#awake) return this.stir();
    clearTimeout(this.#timer);
    this.#set(false);
  }

  /** The keyboard is on them: what has the focus must be seen. */
  #inUse(): boolean {
    const focused = this.#host.shadowRoot?.activeElement;
    if (!focused?.closest('.controls')) return false;
    try {
      return focused.matches(':focus-visible');
    } catch {
      return true; // older than :focus-visible
    }
  }

  #set(awake: boolean): void {
    if (awake === this.#awake) return;
    this.#awake = awake;
    this.#host.requestUpdate();
  }
}
