import type { Happening } from '../protocol/index.js';

/** A line that is read stands so long at least, ms. */
const READ_MS = 2400;
/** And so much longer where nothing new takes its place, ms. */
const LINGER_MS = 4000;

/**
 * One line for all that happens in a room: what comes while it is being read is put together and takes its place, what
 * has been bought comes before what is about to be, and that before who came in.
 */
export class HappeningLine {
  readonly #changed: () => void;
  #shown: Happening | undefined;
  #waiting: Happening[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = false;

  /** `changed` is called when another line is to be seen, or none. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What is to be seen; undefined: nothing. */
  get shown(): Happening | undefined {
    return this.#shown;
  }

  add(happened: readonly Happening[]): void {
    for (const one of happened) this.#gather(one);
    if (!this.#reading) this.#next();
  }

  /** Forgets everything. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#reading = false;
    this.#waiting = [];
    this.#shown = undefined;
  }

  #gather(one: Happening): void {
    const alike = (other: Happening) => other.kind === one.kind && other.productId === one.productId;
    const before = this.#waiting.find(alike);
    const all = before ? { ...before, ...one, count: before.count + one.count } : one;
    this.#waiting = [...this.#waiting.filter(other => other !== before), all];
  }

  readonly #next = (): void => {
    clearTimeout(this.#timer);
    const first = (kind: Happening['kind']) => this.#waiting.find(one => one.kind === kind);
    const next = first('bought') ?? first('buying') ?? this.#waiting[0];
    this.#waiting = this.#waiting.filter(one => one !== next);
    this.#reading = next !== undefined;
    // Nothing new: what stands there stays a little.
    if (next) this.#timer = setTimeout(this.#next, READ_MS);
    else if (this.#shown) this.#timer = setTimeout(this.#clear, LINGER_MS);
    if (!next) return;
    this.#shown = next;
    this.#changed();
  };

  readonly #clear = (): void => {
    this.#shown = undefined;
    this.#changed();
  };
}
