/** Asks the page for a fresh address of the stream, given the one that is refused. Relative ones count from the page. */
export type RefreshUrl = (refused: string) => Promise<string> | string;

/** Fresh addresses used in vain before the refusal is believed. */
const TRIES = 2;
/** An address that is refused this soon was never good, whatever media was still on its way, ms. */
const PROOF_MS = 3000;

/** The stream's address, and how it comes by a fresh one when it is refused: one question at a time. */
export class AddressRefresh {
  readonly #ask: RefreshUrl | undefined;
  #src: string;
  #asking: object | undefined;
  #tries = 0;
  #freshAt = -Infinity;

  constructor(src: string, ask: RefreshUrl | undefined) {
    this.#src = src;
    this.#ask = ask;
  }

  get src(): string {
    return this.#src;
  }

  /**
   * Asks, unless that is under way. `again`: the address before was fresh too, and no good. False: there is nobody to
   * ask, or it has been in vain.
   */
  refresh(fresh: (src: string, again: boolean) => void, failed: () => void): boolean {
    const ask = this.#ask;
    if (this.#asking) return true;
    if (!ask || this.#tries >= TRIES) return false;
    const asking = (this.#asking = {});
    const again = this.#tries > 0;
    this.#tries += 1;
    Promise.resolve()
      .then(() => ask(this.#src))
      .then(src => new URL(src, document.baseURI).href)
      .then(
        src => {
          if (this.#asking !== asking) return;
          this.#asking = undefined;
          this.#src = src;
          this.#freshAt = performance.now();
          fresh(src, again);
        },
        () => {
          if (this.#asking !== asking) return;
          this.#asking = undefined;
          this.#tries -= 1;
          failed();
        },
      );
    return true;
  }

  /** Media arrived from it. */
  good(): void {
    if (performance.now() - this.#freshAt > PROOF_MS) this.#tries = 0;
  }

  /** Fresh patience. */
  reset(): void {
    this.stop();
    this.#tries = 0;
  }

  /** Whatever is answered now comes too late. */
  stop(): void {
    this.#asking = undefined;
  }
}
