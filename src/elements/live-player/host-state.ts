/** Puts a host into exactly one custom state, `:state(name)`. Does nothing in browsers that know none. */
export class HostState {
  readonly #states: CustomStateSet | undefined;

  constructor(host: HTMLElement) {
    try {
      this.#states = host.attachInternals?.().states;
    } catch {
      this.#states = undefined; // a page, or its polyfill, has taken the internals
    }
  }

  set(name: string): void {
    try {
      this.#states?.clear();
      this.#states?.add(name);
    } catch {
      // Chromium before 125 takes only names that begin with two dashes.
    }
  }
}
