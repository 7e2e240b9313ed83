/** Least time between two requests while they fail, ms; up to a quarter more, so that a room does not keep one beat. */
const SPACING_MS = 1000;

/** Lets requests through as they come, and while the stream is in trouble one a second, whoever asks. */
export class RequestPace {
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #trouble: 'playlist' | 'media' | undefined;
  #nextAt = 0;

  /** A request of this kind failed, or brought nothing new. */
  trouble(by: 'playlist' | 'media'): void {
    this.#trouble = by;
  }

  /** It went well again. Media that arrives says so of everything, a playlist of playlists alone. */
  calm(by: 'playlist' | 'media'): void {
    if (by === 'media' || this.#trouble === by) this.#trouble = undefined;
  }

  /** Resolves when the next request may go; undefined: now. */
  turn(now = performance.now()): Promise<void> | undefined {
    const at = this.#trouble ? Math.max(now, this.#nextAt) : now;
    this.#nextAt = at + SPACING_MS * (1 + Math.random() / 4);
    if (at === now) return undefined;
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, at - now);
      this.#timers.add(timer);
    });
  }

  /** Nobody waits any more. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
