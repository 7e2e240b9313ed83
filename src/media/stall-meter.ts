import type { PlaybackPolicy } from './playback-policy.js';

export type Stall = 'none' | 'buffering' | 'reconnecting';

/** Turns "no picture at this moment" into what a viewer should be told, without flickering at every hiccup. */
export class StallMeter {
  readonly #changed: (stall: Stall) => void;
  readonly #policy: PlaybackPolicy;
  #stall: Stall = 'none';
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(changed: (stall: Stall) => void, policy: PlaybackPolicy) {
    this.#changed = changed;
    this.#policy = policy;
  }

  get stall(): Stall {
    return this.#stall;
  }

  /** False: it stood still already. */
  begin(): boolean {
    if (this.#timers.length > 0) return false;
    const { bufferingAfterMs, reconnectingAfterMs } = this.#policy;
    this.#timers = [
      setTimeout(() => this.#set('buffering'), bufferingAfterMs),
      setTimeout(() => this.#set('reconnecting'), reconnectingAfterMs),
    ];
    return true;
  }

  /** False: it did not stand still. */
  end(): boolean {
    const timers = this.#timers.splice(0);
    for (const timer of timers) clearTimeout(timer);
    this.#set('none');
    return timers.length > 0;
  }

  #set(stall: Stall): void {
    if (stall === this.#stall) return;
    this.#stall = stall;
    this.#changed(stall);
  }
}
