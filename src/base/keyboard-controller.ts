import type { ReactiveController } from 'lit';

/** Below this a smaller visual viewport is a browser bar that came back, px. */
const KEYBOARD_MIN_PX = 120;

/**
 * Tells how many px of the host's lower edge a soft keyboard covers. Only where the browser lays the keyboard over the
 * page (iOS, and Android since Chrome 108); where it makes the page smaller nothing is covered. Looks only while a
 * field below the host has the focus.
 */
export class KeyboardController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #onChange: (coveredPx: number) => void;
  #covered = 0;

  constructor(
    host: HTMLElement & { addController(controller: ReactiveController): void },
    onChange: (coveredPx: number) => void,
  ) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#watch);
    this.#host.addEventListener('focusout', this.#rest);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#watch);
    this.#host.removeEventListener('focusout', this.#rest);
    this.#rest();
  }

  readonly #watch = (event: Event): void => {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement) || !/^(input|textarea)$/i.test(target.tagName)) return;
    window.visualViewport?.addEventListener('resize', this.#measure);
    window.visualViewport?.addEventListener('scroll', this.#measure);
    this.#measure();
  };

  readonly #rest = (): void => {
    window.visualViewport?.removeEventListener('resize', this.#measure);
    window.visualViewport?.removeEventListener('scroll', this.#measure);
    this.#set(0);
  };

  readonly #measure = (): void => {
    const view = window.visualViewport;
    // Zoomed in by hand, the visual viewport is smaller for another reason.
    if (!view || view.scale > 1.05) return this.#set(0);
    const keyboard = window.innerHeight - view.height > KEYBOARD_MIN_PX;
    const covered = this.#host.getBoundingClientRect().bottom - (view.offsetTop + view.height);
    this.#set(keyboard ? Math.max(0, Math.round(covered)) : 0);
  };

  #set(covered: number): void {
    if (covered === this.#covered) return;
    this.#covered = covered;
    this.#onChange(covered);
  }
}
