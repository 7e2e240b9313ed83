import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest sleep, ms. Clocks are corrected, machines sleep, and browsers fire at once what lies beyond 2^31 ms. */
const NAP_MS = 60_000;

/** Renders its host when a moment has come. */
export class TurnController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Wakes the host in `ms`; undefined: not at all. Said anew at every render, since the clock may have been set. */
  wakeIn(ms: number | undefined): void {
    clearTimeout(this.#timer);
    if (ms === undefined) return;
    this.#timer = setTimeout(() => this.#host.requestUpdate(), Math.min(Math.max(0, ms), NAP_MS));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
