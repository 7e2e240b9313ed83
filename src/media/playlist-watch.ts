import type { PlaylistNews } from './engine.js';
import type { PlaybackPolicy } from './playback-policy.js';

/** A packager that restarts counts from the beginning; renditions of one stream differ by one or two. */
const REGRESSION = 2;

/** Reads the pulse of a live playlist: whether it moves, jumped back, or was closed. */
export class PlaylistWatch {
  readonly #policy: PlaybackPolicy;
  #end: number | undefined;
  #limitMs = 0;
  #readAt = 0;
  #movedAt = 0;
  #live: boolean | undefined;
  #wasLive = false;

  constructor(policy: PlaybackPolicy) {
    this.#policy = policy;
  }

  /** Undefined until the first news. */
  get live(): boolean | undefined {
    return this.#live;
  }

  /** The encoder, or the packager, has said goodbye to a stream that was live. */
  get closed(): boolean {
    return this.#wasLive && this.#live === false;
  }

  /** Where the playlist ended when it was last read. */
  get end(): number | undefined {
    return this.#end;
  }

  /** For how long, ms, the playlist was read without news, beyond what is normal; 0 while it moves. */
  frozenMs(now = performance.now()): number {
    if (!this.#live || this.#end === undefined || this.#readAt - this.#movedAt < this.#limitMs) return 0;
    return now - this.#movedAt;
  }

  /** `regressed`: the numbers began anew, and an engine would wait for them to catch up. */
  read({ live, end, targetDurationS = 0 }: PlaylistNews, now = performance.now()): 'regressed' | undefined {
    const before = this.#end;
    this.#live = live;
    this.#wasLive ||= live;
    this.#readAt = now;
    this.#limitMs = Math.max(this.#policy.frozenMs, targetDurationS * 3000);
    if (before === undefined || (end !== undefined && end > before)) this.#movedAt = now;
    this.#end = end;
    return before !== undefined && end !== undefined && end < before - REGRESSION ? 'regressed' : undefined;
  }

  /** A new engine reads from the beginning; what kind of stream it is stays known. */
  forget(): void {
    this.#end = undefined;
  }
}
