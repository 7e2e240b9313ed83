import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };

/** Heights in px, by the name of the custom property that is to hold them. */
type Tell = (name: '--_pinned' | '--_words', height: number) => void;

/**
 * Tells how high the pinned product stands, so that the words can be lifted above it, and how high the words stand from
 * the picture's lower edge, so that the scrim behind them is as high. Without ResizeObserver nothing is told: the scrim
 * has its greatest height.
 */
export class WordsHeight implements ReactiveController {
  readonly #host: Host;
  readonly #tell: Tell;
  #pinned: Element | null = null;
  #lines: Element | null = null;
  #observer: ResizeObserver | undefined;

  constructor(host: Host, tell: Tell) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostUpdated(): void {
    if (typeof ResizeObserver === 'undefined') return;
    const { renderRoot } = this.#host;
    const pinned = renderRoot.querySelector('.pinned');
    // A part is the stream's to promise; it may still be on its way.
    const stream = renderRoot.querySelector('qun-comment-stream')?.shadowRoot;
    const lines = stream?.querySelector('[part~=lines]') ?? null;
    if (pinned === this.#pinned && lines === this.#lines) return;
    this.hostDisconnected();
    this.#pinned = pinned;
    this.#lines = lines;
    this.#observer = new ResizeObserver(() => this.#measure());
    for (const one of [pinned, lines]) if (one) this.#observer.observe(one);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#pinned = this.#lines = null;
  }

  #measure(): void {
    const column = this.#host.renderRoot.querySelector('.column');
    if (!column) return;
    this.#tell('--_pinned', this.#pinned?.clientHeight ?? 0);
    const list = this.#lines?.parentElement;
    if (!this.#lines || !list) return;
    // Lines that have been scrolled out at the top darken nothing.
    const top = Math.max(this.#lines.getBoundingClientRect().top, list.getBoundingClientRect().top);
    this.#tell('--_words', Math.round(column.getBoundingClientRect().bottom - top));
  }
}
