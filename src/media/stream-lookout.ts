import type { PlaybackPolicy } from './playback-policy.js';
import type { Probe } from './probe.js';

/** Looks, now and then, whether a stream that is not there has come. */
export class StreamLookout {
  readonly #look: (signal: AbortSignal) => Promise<Probe>;
  readonly #policy: PlaybackPolicy;
  #judge: ((probe: Probe) => boolean) | undefined;
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  constructor(look: (signal: AbortSignal) => Promise<Probe>, policy: PlaybackPolicy) {
    this.#look = look;
    this.#policy = policy;
  }

  get active(): boolean {
    return this.#judge !== undefined;
  }

  /** Looks until `judge` is satisfied with what was found. */
  start(judge: (probe: Probe) => boolean): void {
    if (this.active) return;
    this.#judge = judge;
    this.#looks = 0;
    this.#plan();
  }

  /** Somebody says that it may be there by now. */
  now(): void {
    if (!this.active || this.#request) return;
    clearTimeout(this.#timer);
    void this.#go();
  }

  stop(): void {
    this.#judge = undefined;
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  #plan(): void {
    const { lookMs } = this.#policy;
    const waitMs = lookMs[Math.min(this.#looks, lookMs.length - 1)]!;
    this.#looks += 1;
    this.#timer = setTimeout(() => void this.#go(), waitMs * (0.75 + Math.random() / 2));
  }

  async #go(): Promise<void> {
    const request = (this.#request = new AbortController());
    const patience = setTimeout(() => request.abort(), this.#policy.lookTimeoutMs);
    const probe = await this.#look(request.signal);
    clearTimeout(patience);
    if (this.#request !== request) return;
    this.#request = undefined;
    if (this.#judge?.(probe)) this.stop();
    else if (this.active) this.#plan();
  }
}
