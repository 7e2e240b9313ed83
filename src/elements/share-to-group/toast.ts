import type { ReactiveControllerHost } from 'lit';

/** Long enough to read two short phrases, ms. */
const TOAST_MS = 2600;

/** A few words that come and go by themselves, above whatever the page shows in the top layer. */
export class Toast {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #raised = false;
  /** It is to be seen. */
  on = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  show(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#turn(false), TOAST_MS);
    this.#turn(true);
  }

  /** Its host has left the page: out of it nothing is in the top layer. */
  leave(): void {
    clearTimeout(this.#timer);
    this.on = this.#raised = false;
  }

  /** To be called after every rendering, with what it is shown in. */
  updated(toast: HTMLElement): void {
    if (this.on === this.#raised) return;
    this.#raised = this.on;
    if (this.on) toast.showPopover?.();
    else toast.hidePopover?.();
  }

  #turn(on: boolean): void {
    this.on = on;
    this.#host.requestUpdate();
  }
}
