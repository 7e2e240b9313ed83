/**
 * One timer for everything on a page that counts seconds: started by the first that subscribes, stopped by the
 * last that leaves. Callbacks run once a second.
 */
export class Ticker {
  readonly #callbacks = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;

  subscribe(callback: () => void): () => void {
    this.#callbacks.add(callback);
    this.#timer ??= setInterval(() => {
      for (const one of [...this.#callbacks]) one();
    }, 1000);
    return () => {
      this.#callbacks.delete(callback);
      if (this.#callbacks.size === 0 && this.#timer !== undefined) {
        clearInterval(this.#timer);
        this.#timer = undefined;
      }
    };
  }
}
