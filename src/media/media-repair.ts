import type { PlaybackPolicy } from './playback-policy.js';

export interface RepairActions {
  /** Gives the decoder a fresh start. */
  repair(): void;
  /** Makes a new engine. */
  rebuild(): void;
  giveUp(): void;
}

/** Keeps repairs of the decoder from turning into a loop: two, then a new engine, then the truth. */
export class MediaRepair {
  readonly #actions: RepairActions;
  readonly #policy: PlaybackPolicy;
  #faults: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: RepairActions, policy: PlaybackPolicy) {
    this.#actions = actions;
    this.#policy = policy;
  }

  /** `everyMs`: at most one repair in this time. */
  fault(now = performance.now(), everyMs = this.#policy.repairEveryMs): void {
    if (this.#timer !== undefined) return;
    const { repairWindowMs } = this.#policy;
    const recent = this.#faults.filter(at => now - at < repairWindowMs);
    const last = recent[recent.length - 1];
    this.#faults = [...recent, now];
    if (recent.length > 2) return this.#actions.giveUp();
    const act = recent.length < 2 ? this.#actions.repair : this.#actions.rebuild;
    const delayMs = last === undefined ? 0 : Math.max(0, last + everyMs - now);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      act();
    }, delayMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The viewer asked for a fresh start. */
  reset(): void {
    this.stop();
    this.#faults = [];
  }
}
