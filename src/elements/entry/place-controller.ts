import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { wayClear } from './clear-of.js';

/** Chat buttons come in with a motion of their own, ms. */
const SETTLED_MS = 1500;

/** Keeps what floats clear of what the page lets float: looked at when it is shown, and when the page changes. */
export class PlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #find: () => { box: HTMLElement; down: boolean } | undefined;
  #shown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: MutationObserver | undefined;

  /** `find`: what floats, and whether it hangs from the upper edge. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    find: () => { box: HTMLElement; down: boolean } | undefined,
  ) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#look);
    // What other scripts put on a page they put at its end.
    this.#watch = new MutationObserver(this.#soon);
    this.#watch.observe(document.body, { childList: true });
  }

  hostUpdated(): void {
    const shown = this.#find() !== undefined;
    if (shown && !this.#shown) {
      this.#look();
      this.#soon();
    }
    this.#shown = shown;
  }

  hostDisconnected(): void {
    this.#shown = false;
    window.removeEventListener('resize', this.#look);
    this.#watch?.disconnect();
    clearTimeout(this.#timer);
  }

  readonly #soon = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, SETTLED_MS);
  };

  readonly #look = (): void => {
    const found = this.#find();
    if (!found) return;
    const { box, down } = found;
    const before = Number(box.dataset['way'] ?? 0);
    const rect = box.getBoundingClientRect();
    // Where it would stand by itself.
    const own = { left: rect.left, right: rect.right, top: rect.top - before, bottom: rect.bottom - before };
    const way = wayClear(this.#host, own, down) * (down ? 1 : -1);
    box.dataset['way'] = String(way);
    box.style.setProperty('transform', way === 0 ? 'none' : `translateY(${way}px)`);
  };
}
