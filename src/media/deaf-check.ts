import type { PlaybackPolicy } from './playback-policy.js';
import type { Probe } from './probe.js';

/** How often the origin is asked, ms; up to a quarter more. */
const ASK_EVERY_MS = 1750;

/** What a look at the stream says of a player that stands still. */
export interface Heard extends Probe {
  /** The stream has moved on, and its player should have: it does not hear it any more. */
  deaf: boolean;
}

/** Asks the origin why a player that says nothing of its troubles stands still. */
export class DeafCheck {
  readonly #look: (signal: AbortSignal) => Promise<Probe>;
  readonly #policy: PlaybackPolicy;
  #asking: AbortController | undefined;
  #askAt = -Infinity;
  #end: number | undefined;
  #quiet = false;

  constructor(look: (signal: AbortSignal) => Promise<Probe>, policy: PlaybackPolicy) {
    this.#look = look;
    this.#policy = policy;
  }

  /** When it was last asked, the origin had nothing that a fresh player could play. */
  get quiet(): boolean {
    return this.#quiet;
  }

  /** `stillMs`: for how long it has stood still. Undefined: it is too soon to ask again, or too late for an answer. */
  async check(stillMs: number, now = performance.now()): Promise<Heard | undefined> {
    if (this.#asking || now < this.#askAt) return undefined;
    this.#askAt = now + ASK_EVERY_MS * (1 + Math.random() / 4);
    const asking = (this.#asking = new AbortController());
    const patience = setTimeout(() => asking.abort(), this.#policy.lookTimeoutMs);
    const probe = await this.#look(asking.signal);
    const { found, end } = probe;
    clearTimeout(patience);
    if (this.#asking !== asking) return undefined;
    this.#asking = undefined;
    const moved = this.#end !== undefined && end !== undefined && end > this.#end;
    this.#end = end;
    this.#quiet = found === 'live' ? !moved : found !== 'unknown';
    // With a rendition gone it is known at once why.
    const deaf = found === 'live' && (probe.lost || (moved && stillMs >= this.#policy.deafMs));
    return { ...probe, deaf };
  }

  /** Another player: what was heard of the one before says nothing. */
  reset(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#end = undefined;
    this.#quiet = false;
  }
}
