import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Cards of the first render, which fill a tall screen, and those of each later one: a few ms on a slow phone. */
const FIRST = 12;
const STEP = 20;

const idle: (run: () => void) => () => void =
  typeof requestIdleCallback === 'function'
    ? run => {
        const id = requestIdleCallback(run, { timeout: 500 });
        return () => cancelIdleCallback(id);
      }
    : run => {
        const id = setTimeout(run, 50);
        return () => clearTimeout(id);
      };

/** Lets a long list appear in pieces between other work, so that a thousand cards are never one long task. */
export class Growth implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #shown = FIRST;
  #total = 0;
  #cancel: (() => void) | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** How many of `total` to render now. */
  of(total: number): number {
    this.#total = total;
    return Math.min(this.#shown, total);
  }

  hostUpdated(): void {
    if (!this.#connected || this.#cancel || this.#shown >= this.#total) return;
    this.#cancel = idle(() => {
      this.#cancel = undefined;
      this.#shown += STEP;
      this.#host.requestUpdate();
    });
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
