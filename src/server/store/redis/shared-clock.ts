/** Samples that are compared; the one that travelled least knows best. */
const REMEMBERED = 8;

interface Sample {
  offset: number;
  travelled: number;
}

/** The store's clock as this process can tell it: all processes go by the same one, however wrong their own are. */
export class SharedClock {
  readonly #ask: () => Promise<number>;
  readonly #own: () => number;
  readonly #samples: Sample[] = [];
  #offset = 0;

  /** `ask` answers with the time of the store, ms. */
  constructor(ask: () => Promise<number>, own: () => number = Date.now) {
    this.#ask = ask;
    this.#own = own;
  }

  now(): number {
    return Math.round(this.#own() + this.#offset);
  }

  async sample(): Promise<void> {
    const sent = performance.now();
    const theirs = await this.#ask();
    const travelled = performance.now() - sent;
    this.#samples.push({ offset: theirs + travelled / 2 - this.#own(), travelled });
    if (this.#samples.length > REMEMBERED) this.#samples.shift();
    this.#offset = this.#samples.reduce((best, one) => (one.travelled < best.travelled ? one : best)).offset;
  }
}
