/** Samples kept; the one with the shortest round trip is the one to believe. */
const SAMPLES = 8;

/**
 * The server's clock as seen from here. Countdowns and claims run on it, so a phone that is an hour wrong
 * behaves like any other. Times are ms since the Unix epoch.
 */
export class ServerClock {
  readonly #local: () => number;
  #samples: { rtt: number; offset: number }[] = [];
  #offset = 0;

  constructor(local: () => number = () => Date.now()) {
    this.#local = local;
  }

  /** Server time minus local time, ms. 0 until the first sample. */
  get offsetMs(): number {
    return this.#offset;
  }

  get known(): boolean {
    return this.#samples.length > 0;
  }

  now(): number {
    return this.#local() + this.#offset;
  }

  /**
   * A request that left at `sentAt` and came back at `receivedAt` (both local) carried the server's `serverNow`.
   * The error is at most half the round trip. One during which the local clock was set back says nothing.
   */
  sample(serverNow: number, sentAt: number, receivedAt: number): void {
    const rtt = receivedAt - sentAt;
    if (!(rtt >= 0) || !Number.isFinite(serverNow + rtt)) return;
    this.#samples = [...this.#samples, { rtt, offset: serverNow - (sentAt + rtt / 2) }].slice(-SAMPLES);
    this.#offset = this.#samples.reduce((best, one) => (one.rtt < best.rtt ? one : best)).offset;
  }

  /** The local clock jumped (sleep, the owner set it): what was learnt no longer holds, though nothing better is known. */
  reset(): void {
    this.#samples = [];
  }
}
