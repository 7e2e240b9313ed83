import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Cards of the first render, which fill a phone's screen, and those of each later one: few enough for a slow phone. */
const FIRST = 8;
const STEP = 8;

const idle: (run: () => void) => () => void =
  typeof requestIdleCallback === 'function'
    ? run => {
        const id = requestIdleCallback(run, { timeout: 200 });
        return () => cancelIdleCallback(id);
      }
    : run => {
        const id = setTimeout(run, 30);
        return () => clearTimeout(id);
      };

/**
 * Lets a long list grow as its reader comes near its end, in pieces between other work: a thousand products cost what
 * is looked at, and never one long task. Where nothing tells what is in view it grows by itself.
 */
export class Growth implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #list: () => Element | null;
  #shown = FIRST;
  #total = 0;
  #connected = false;
  #last: Element | null | undefined;
  #observer: IntersectionObserver | undefined;
  #cancel: (() => void) | undefined;

  /** `list` is the element whose children grow. */
  constructor(host: ReactiveControllerHost, list: () => Element | null) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  /** How many of `total` to render now. */
  of(total: number): number {
    this.#total = total;
    return Math.min(this.#shown, total);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#connected || this.#shown >= this.#total) return this.#stop();
    if (typeof IntersectionObserver === 'undefined') return this.#soon();
    const cards = [...(this.#list()?.children ?? [])].slice(-STEP);
    const last = cards[cards.length - 1];
    if (last === this.#last) return;
    this.#last = last;
    this.#observer ??= new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) this.#soon();
    });
    this.#observer.disconnect();
    for (const card of cards) this.#observer.observe(card);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop();
  }

  #soon(): void {
    this.#cancel ??= idle(() => {
      this.#cancel = undefined;
      this.#shown += STEP;
      this.#host.requestUpdate();
    });
  }

  #stop(): void {
    this.#cancel?.();
    this.#observer?.disconnect();
    this.#cancel = this.#observer = this.#last = undefined;
  }
}
