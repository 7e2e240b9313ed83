import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Ticker } from '../core/ticker.js';

/** One timer for everything on the page that counts seconds; none while nothing does. */
const ticker = new Ticker();

/** Renders its host once a second while `active`, in the page, and the page in front. */
export class TickController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #active = false;
  #connected = false;
  #off: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether there is something to count. May be set at every render. */
  set active(active: boolean) {
    this.#active = active;
    this.#run();
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#run();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#run();
  }

  readonly #onVisibility = (): void => {
    this.#run();
    // What it showed when nobody looked is old.
    if (this.#off) this.#host.requestUpdate();
  };

  #run(): void {
    if (this.#active && this.#connected && !document.hidden)
      this.#off ??= ticker.subscribe(() => this.#host.requestUpdate());
    else {
      this.#off?.();
      this.#off = undefined;
    }
  }
}
