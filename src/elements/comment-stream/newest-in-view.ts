import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Farther from the newest line than this somebody is reading back, px. */
const BACK_PX = 24;

interface Parts {
  readonly list: HTMLElement;
  readonly lines: HTMLElement;
}

/**
 * Keeps the newest line at the lower edge of a list that scrolls as any other. Browsers count lines that are pushed up
 * as shifts of the page (Cumulative Layout Shift), and lines that are scrolled up not; so while there are too few to
 * scroll, an empty height stands before them, out of reach.
 */
export class NewestInView implements ReactiveController {
  readonly #parts: () => Parts | undefined;
  readonly #follows: () => boolean;
  #observer: ResizeObserver | undefined;
  #watched: HTMLElement | undefined;
  #last: Element | null = null;
  #frame = 0;
  /** Where the list stood when we last looked. */
  #at = 0;

  /** `follows` says whether new lines are to be brought into view. */
  constructor(
    host: ReactiveControllerHost & Element,
    parts: () => Parts | undefined,
    follows: () => boolean,
  ) {
    this.#parts = parts;
    this.#follows = follows;
    host.addController(this);
  }

  /** To be asked when the list was scrolled: whether somebody reads back, or has come back; undefined: neither. */
  scrolled(): 'back' | 'newest' | undefined {
    const list = this.#parts()?.list;
    if (!list) return undefined;
    const { scrollTop } = list;
    const up = scrollTop < this.#at;
    this.#at = scrollTop;
    if (list.scrollHeight - list.clientHeight - scrollTop <= BACK_PX) return 'newest';
    return up ? 'back' : undefined;
  }

  hostUpdated(): void {
    const parts = this.#parts();
    if (!parts) return;
    const { lastElementChild: last } = parts.lines;
    if (last !== this.#last) {
      // At once: before the browser tells of its own moving of the list, which is not the viewer's.
      this.#last = last;
      this.bring();
    }
    if (parts.lines === this.#watched || typeof ResizeObserver === 'undefined') return;
    this.#watched = parts.lines;
    // Fonts that come late, a keyboard, a turned phone.
    this.#observer = new ResizeObserver(() => this.bring());
    this.#observer.observe(parts.list);
    this.#observer.observe(parts.lines);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
    this.#observer = this.#watched = undefined;
  }

  /** Brings the newest line into view. */
  bring(force = false): void {
    const parts = this.#parts();
    if (!parts || !(force || this.#follows())) return;
    const { list, lines } = parts;
    const few = lines.offsetHeight <= list.clientHeight;
    if (few !== list.classList.contains('few')) {
      if (few) list.classList.add('few');
      else {
        // In a frame of its own: lines that came and the height that went, together, would count as a shift.
        cancelAnimationFrame(this.#frame);
        this.#frame = requestAnimationFrame(() => this.#fill());
      }
    }
    list.scrollTop = list.scrollHeight;
    this.#at = list.scrollTop;
  }

  #fill(): void {
    const parts = this.#parts();
    if (!parts) return;
    const { list } = parts;
    const left = list.scrollHeight - list.scrollTop;
    list.classList.remove('few');
    list.scrollTop = list.scrollHeight - left;
    this.#at = list.scrollTop;
  }
}
