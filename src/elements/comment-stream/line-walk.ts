/** Lets the keyboard choose a line: Enter on the list, then the arrows; Enter again says what can be done with it. */
export class LineWalk {
  readonly #list: () => HTMLElement;
  readonly #hold: () => void;
  readonly #choose: (item: HTMLElement) => void;
  readonly #leave: () => void;

  constructor(
    list: () => HTMLElement,
    /** Nothing moves while somebody chooses. */
    hold: () => void,
    choose: (item: HTMLElement) => void,
    leave: () => void,
  ) {
    this.#list = list;
    this.#hold = hold;
    this.#choose = choose;
    this.#leave = leave;
  }

  /** A key pressed on the list or one of its lines. */
  key(event: KeyboardEvent): void {
    const list = this.#list();
    const items = [...list.querySelectorAll<HTMLElement>('.line')];
    const at = items.indexOf(event.target as HTMLElement);
    const { key } = event;
    if (at < 0) {
      if (key !== 'Enter' || event.target !== list) return;
      event.preventDefault();
      return this.#focus(this.#lastInView(items));
    }
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[key];
    if (to !== undefined) this.#focus(items[to]);
    else if (key === 'Enter' || key === ' ') this.#choose(items[at]!);
    else if (key === 'Escape') list.focus({ preventScroll: true });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #focus(item: HTMLElement | undefined): void {
    if (!item) return;
    this.#hold();
    item.tabIndex = -1;
    item.focus();
    item.addEventListener('blur', this.#leave, { once: true });
  }

  #lastInView(items: readonly HTMLElement[]): HTMLElement | undefined {
    const { bottom } = this.#list().getBoundingClientRect();
    const inView = items.filter(item => item.getBoundingClientRect().top < bottom - 1);
    return inView[inView.length - 1];
  }
}
