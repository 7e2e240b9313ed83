import {
  formatPosition,
  type ControlEvent,
  type Hello,
  type Position,
  type RoomState,
  type SkippedEvent,
  type Snapshot,
} from '../protocol/index.js';
import type { fold } from './fold.js';

type AnyEvent = ControlEvent | SkippedEvent;

/** Events held back while an earlier one is missing; past this a snapshot is cheaper than waiting. */
const HELD = 64;
/** Epochs whose length is remembered. More than one changes hands only in a bad hour. */
const EPOCHS = 4;

/**
 * Follows the control plane of one room, whatever the network does to it. Duplicates are dropped, events that
 * come too early wait, and a hole that does not close is said aloud: `stale` is true from the moment the state
 * may be behind the log until it provably is not. Then the owner asks for what follows `position`, or a snapshot.
 * What is heard of another epoch than ours makes the state stale, and never part of it: only a snapshot changes epoch.
 */
export class RoomLog {
  #state: RoomState | undefined;
  #position: Position | undefined;
  /** Epoch → how far its log is known to reach. */
  readonly #heads = new Map<string, number>();
  /** The epoch we are told of and cannot follow yet. */
  #other: string | undefined;
  /** The epoch a connection began with: the one to trust when two are heard of. */
  #announced: string | undefined;
  #lost = false;
  readonly #held = new Map<string, AnyEvent>();
  readonly #fold: () => typeof fold | undefined;

  /** Told of every step: the event that led here from `before`, or none where it was a snapshot. */
  step?: (event?: AnyEvent, before?: RoomState) => void;

  /** `folding` gives the fold: asked for when there is an event, since snapshots need none. */
  constructor(folding: () => typeof fold | undefined) {
    this.#fold = folding;
  }

  get state(): RoomState | undefined {
    return this.#state;
  }

  /** The last event that is part of `state`; undefined before the first snapshot. */
  get position(): Position | undefined {
    return this.#position;
  }

  /** The state may be behind: an event is missing, or the store began anew. */
  get stale(): boolean {
    return this.lost || this.#headOf(this.#position!.epoch) > this.#position!.seq;
  }

  /** Only a snapshot can help: `position` belongs to another epoch, or too much is missing. */
  get lost(): boolean {
    return this.#lost || !this.#position;
  }

  /** Takes a snapshot; one that brings nothing new, or of an epoch that is over, is ignored. True when the state changed. */
  snapshot({ epoch, seq, state }: Snapshot): boolean {
    this.#reach(epoch, seq);
    const announced = this.#announced !== undefined;
    if (announced && epoch !== this.#announced && epoch !== this.#other) return false;
    const here = this.#position;
    if (here?.epoch === epoch && here.seq >= seq && !this.#lost) return false;
    // Still told of another epoch: shown meanwhile, but not as the newest.
    this.#lost = announced && this.#other !== undefined && this.#other !== epoch;
    if (!this.#lost) {
      this.#other = undefined;
      if (announced) this.#announced = epoch;
    }
    this.#state = state;
    this.#position = { epoch, seq };
    this.step?.();
    this.#drain();
    return true;
  }

  /** Takes an event. True when the state changed. */
  event(event: AnyEvent): boolean {
    this.head(event);
    const here = this.#position;
    const ours = here?.epoch === event.epoch;
    if (ours && event.seq <= here.seq) return false;
    // One of another epoch waits for the snapshot it follows. The one that closes the hole always finds a place.
    if (this.#held.size < HELD || (ours && event.seq === here.seq + 1))
      this.#held.set(formatPosition(event), event);
    else this.#lost = true;
    return this.#drain();
  }

  /** Learns where the log ends, from a hello, a tick or an event. */
  head({ epoch, seq }: Position): void {
    this.#reach(epoch, seq);
    if (this.#position?.epoch === epoch) return;
    this.#other = epoch;
    if (this.#position) this.#lost = true;
  }

  /**
   * Takes the first word of a connection, which says which epoch is the one. A log shorter than it was has forgotten:
   * only a snapshot helps. One that reaches us goes on from there, whatever was heard in between.
   */
  hello({ epoch, seq }: Hello): void {
    const forgotten = seq < this.#headOf(epoch);
    this.#announced = epoch;
    if (forgotten) {
      this.#heads.set(epoch, seq);
      this.#held.clear();
    }
    if (this.#position?.epoch === epoch) {
      this.#other = undefined;
      this.#lost = forgotten;
    }
    this.head({ epoch, seq });
  }

  #headOf(epoch: string): number {
    return this.#heads.get(epoch) ?? 0;
  }

  #reach(epoch: string, seq: number): void {
    const head = Math.max(this.#headOf(epoch), seq);
    // Set anew, so that the epoch longest unheard of is the first to go.
    this.#heads.delete(epoch);
    this.#heads.set(epoch, head);
    for (const oldest of this.#heads.keys()) {
      if (this.#heads.size <= EPOCHS) break;
      if (oldest !== this.#position?.epoch) this.#heads.delete(oldest);
    }
  }

  /** Takes what has waited. True when the state changed. */
  #drain(): boolean {
    let changed = false;
    for (let next = this.#next(); next; next = this.#next()) {
      const before = this.#state!;
      this.#state = this.#fold()!(before, next);
      this.#position = { epoch: next.epoch, seq: next.seq };
      this.step?.(next, before);
      changed = true;
    }
    const here = this.#position;
    for (const [key, { epoch, seq }] of this.#held) {
      const over = epoch === here?.epoch ? seq <= here.seq : here && epoch !== this.#other;
      if (over) this.#held.delete(key);
    }
    return changed;
  }

  #next(): AnyEvent | undefined {
    const here = this.#position;
    return here && this.#held.get(formatPosition({ epoch: here.epoch, seq: here.seq + 1 }));
  }
}
