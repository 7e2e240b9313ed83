import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment };

/**
 * Tells how high the words stand on a phone's picture, px from its lower edge, so that the scrim behind them is as high.
 * Without ResizeObserver nothing is told, and the scrim has its greatest height.
 */
export class WordsHeight implements ReactiveController {
  readonly #host: Host;
  readonly #tell: (height: number) => void;
  #lines: Element | undefined;
  #observer: ResizeObserver | undefined;

  constructor(host: Host, tell: (height: number) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    // A part is the stream's to promise; it may still be on its way.
    const lines = renderRoot.querySelector('qun-comment-stream')?.shadowRoot?.querySelector('[part~=lines]');
    if (!lines || lines === this.#lines || typeof ResizeObserver === 'undefined') return;
    this.hostDisconnected();
    this.#lines = lines;
    this.#observer = new ResizeObserver(() => this.#measure(lines));
    this.#observer.observe(lines);
    // What stands below lifts the words without changing their own height.
    const below = renderRoot.querySelector('.pinned');
    if (below) this.#observer.observe(below);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = this.#lines = undefined;
  }

  #measure(lines: Element): void {
    const column = this.#host.renderRoot.querySelector('.column');
    if (!column || !lines.parentElement) return;
    // Lines that have been scrolled out at the top darken nothing.
    const top = Math.max(lines.getBoundingClientRect().top, lines.parentElement.getBoundingClientRect().top);
    this.#tell(Math.round(column.getBoundingClientRect().bottom - top));
  }
}
