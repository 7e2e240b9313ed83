import { backOffMs, type BackOffOptions } from './back-off.js';

/** Longer than this nobody is kept waiting who can do without, ms: a line that is up and gives nothing. */
const PATIENCE_MS = 4000;

/**
 * A part of the kit that is fetched when it is first needed. A fetch that failed is made again, ever more slowly, until
 * the part is here; whoever asks for it meanwhile has it fetched at once.
 */
export class Part<T> {
  /** How it is fetched. */
  fetch: () => Promise<T>;
  readonly #backOff: BackOffOptions | undefined;
  #here: T | undefined;
  #failed = false;
  #coming: Promise<T> | undefined;
  #first: Promise<unknown> | undefined;
  #hurry: (() => void) | undefined;

  constructor(fetch: () => Promise<T>, backOff?: BackOffOptions) {
    this.fetch = fetch;
    this.#backOff = backOff;
  }

  /** The part; undefined while it is not here. */
  get here(): T | undefined {
    return this.#here;
  }

  /** It has been asked for in vain, or for too long, and is still to come. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Puts it in place, where it has come in another way. */
  bring(part: T): void {
    this.#here = part;
    this.#failed = false;
    this.#coming = this.#first = Promise.resolve(part);
    this.#hurry?.();
  }

  /** Resolves when it is here. Never rejects. */
  come(): Promise<T> {
    this.#hurry?.();
    return (this.#coming ??= this.#ask());
  }

  /** Resolves when it is here, or the first try for it has failed or takes too long. Never rejects. */
  tried(): Promise<unknown> {
    this.#coming ??= this.#ask();
    return this.#first!;
  }

  async #ask(): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      const fetching = this.#take();
      this.#first ??= this.#patiently(fetching);
      try {
        return await fetching;
      } catch (error) {
        if (attempt === 0) console.warn('qunlive: a part did not arrive and is asked for again', error);
      }
      await this.#pause(attempt);
      // It may have been brought meanwhile.
      if (this.#here !== undefined) return this.#here;
    }
  }

  #patiently(fetching: Promise<T>): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        this.#failed = true;
        resolve();
      }, PATIENCE_MS);
      const settled = () => {
        clearTimeout(timer);
        resolve();
      };
      fetching.then(settled, settled);
    });
  }

  async #take(): Promise<T> {
    try {
      this.#here = await this.fetch();
      this.#failed = false;
      return this.#here;
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  #pause(attempt: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, backOffMs(attempt, this.#backOff));
      this.#hurry = () => {
        this.#hurry = undefined;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
