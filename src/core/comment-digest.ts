/** Between two announcements, ms: time to hear one out, and to hear the host as well. */
const QUIET_MS = 5000;

/**
 * Gathers what comes in for those who listen rather than look: the first is told at once, then there is quiet, then
 * how many came meanwhile and the latest of them.
 */
export class CommentDigest<T> {
  readonly #tell: (count: number, latest: T) => void;
  #count = 0;
  #latest: T | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (count: number, latest: T) => void) {
    this.#tell = tell;
  }

  add(count: number, latest: T): void {
    this.#count += count;
    this.#latest = latest;
    if (this.#quiet === undefined) this.#speak();
  }

  /** Forgets what was not told yet. */
  stop(): void {
    clearTimeout(this.#quiet);
    this.#quiet = undefined;
    this.#count = 0;
  }

  readonly #speak = (): void => {
    this.#quiet = undefined;
    if (this.#count === 0) return;
    const count = this.#count;
    this.#count = 0;
    this.#quiet = setTimeout(this.#speak, QUIET_MS);
    this.#tell(count, this.#latest as T);
  };
}
