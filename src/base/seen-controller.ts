import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows whether its host can be seen: displayed, near the viewport, the tab in front. Renders it when that changes, so
 * that timers may rest while nobody looks. Without IntersectionObserver the host counts as seen.
 */
export class SeenController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #near = true;
  #observer: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get seen(): boolean {
    return this.#near && !document.hidden;
  }

  hostConnected(): void {
    this.#near = true;
    document.addEventListener('visibilitychange', this.#changed);
    if (typeof IntersectionObserver === 'undefined') return;
    this.#observer = new IntersectionObserver(entries => {
      const near = entries[entries.length - 1]!.isIntersecting;
      if (near === this.#near) return;
      this.#near = near;
      this.#changed();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#changed);
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  readonly #changed = (): void => this.#host.requestUpdate();
}
