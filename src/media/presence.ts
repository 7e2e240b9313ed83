import { Listeners } from './listeners.js';

export interface PresenceListener {
  hidden(): void;
  /** Seen again after `hiddenMs`; Infinity when the page was taken out of the back/forward cache. */
  shown(hiddenMs: number): void;
  online(): void;
}

/** Whether the page is looked at, and whether there is a network. */
export class Presence {
  readonly #listeners = new Listeners();
  #hiddenAt: number | undefined;

  constructor(listener: PresenceListener) {
    this.#listeners.on(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        // Date, not performance: on a sleeping phone the latter stands still.
        this.#hiddenAt = Date.now();
        listener.hidden();
      } else if (this.#hiddenAt !== undefined) {
        const hiddenMs = Date.now() - this.#hiddenAt;
        this.#hiddenAt = undefined;
        listener.shown(hiddenMs);
      }
    });
    this.#listeners.on(window, 'pageshow', event => {
      if (!(event as PageTransitionEvent).persisted) return;
      this.#hiddenAt = undefined;
      listener.shown(Infinity);
    });
    this.#listeners.on(window, 'online', () => listener.online());
  }

  stop(): void {
    this.#listeners.clear();
  }
}
