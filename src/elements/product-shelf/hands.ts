/** This long after the last touch, scroll or key nobody is taken to be at it any more, ms. */
const QUIET_MS = 1500;

/** Knows whether somebody is at a list: a finger on it, a wheel, a key, a mouse that moves. What they point at, too. */
export class Hands {
  readonly #gone: () => void;
  #down = false;
  #last = -QUIET_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** `data-key` of what a mouse stands on. */
  pointed: string | undefined;

  /** `gone` is called after `awaited()` as soon as nobody is at it. */
  constructor(gone: () => void) {
    this.#gone = gone;
  }

  get busy(): boolean {
    return this.#down || performance.now() - this.#last < QUIET_MS;
  }

  /** Something waits for the hand to go. */
  awaited(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        if (this.busy) this.awaited();
        else this.#gone();
      },
      this.#down ? QUIET_MS : Math.max(50, this.#last + QUIET_MS - performance.now()),
    );
  }

  /** Nothing waits any more, and nobody can be at it. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#timer = this.pointed = undefined;
    this.#down = false;
  }

  readonly touch = {
    handleEvent: (event: Event): void => {
      this.#down = (event as TouchEvent).touches.length > 0;
      this.stir();
    },
    passive: true,
  };

  readonly wheel = { handleEvent: (): void => this.stir(), passive: true };

  readonly point = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    this.stir();
    this.pointed =
      event.type === 'pointerleave'
        ? undefined
        : (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
  };

  readonly stir = (): void => {
    this.#last = performance.now();
  };
}
