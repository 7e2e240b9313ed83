/** Listeners that end together. The `signal` of addEventListener would be newer than the browsers we promise. */
export class Listeners {
  readonly #ends: (() => void)[] = [];

  /** Hears every one of the space-separated `types` at `target`. */
  on(target: EventTarget, types: string, handler: (event: Event) => void): void {
    for (const type of types.split(' ')) {
      target.addEventListener(type, handler);
      this.#ends.push(() => target.removeEventListener(type, handler));
    }
  }

  clear(): void {
    for (const end of this.#ends.splice(0)) end();
  }
}
