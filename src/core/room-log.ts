import {
  formatPosition,
  type ControlEvent,
  type Hello,
  type Position,
  type RoomState,
  type SkippedEvent,
  type Snapshot,
} from '../protocol/index.js';
import { fold } from './fold.js';

type AnyEvent = ControlEvent | SkippedEvent;

/** Events held back while an earlier one is missing; past this a snapshot is cheaper than waiting. */
const HELD = 64;

/**
 * Follows the control plane of one room, whatever the network does to it. Duplicates are dropped, events that
 * come too early wait, and a hole that does not close is said aloud: `stale` is true from the moment the state
 * may be behind the log until it provably is not. Then the owner asks for what follows `position`, or a snapshot.
 * What is heard of another epoch than ours makes the state stale, and never part of it: only a snapshot changes epoch.
 */
export class RoomLog {
  #state: RoomState | undefined;
  #position: Position | undefined;
  /** Where our epoch's log is known to reach. */
  #head = 0;
  /** The epoch we are told of and cannot follow yet, and how far it is known to reach. */
  #other: Position | undefined;
  /** The epoch a connection began with: the one to trust when two are heard of. */
  #announced: string | undefined;
  #lost = false;
  readonly #held = new Map<string, AnyEvent>();

  get state(): RoomState | undefined {
    return this.#state;
  }

  /** The last event that is part of `state`; undefined before the first snapshot. */
  get position(): Position | undefined {
    return this.#position;
  }

  /** The state may be behind: an event is missing, or the store began anew. */
  get stale(): boolean {
    return this.lost || this.#head > this.#position!.seq;
  }

  /** Only a snapshot can help: `position` belongs to another epoch, or too much is missing. */
  get lost(): boolean {
    return this.#lost || !this.#position;
  }

  /** Takes a snapshot; one that brings nothing new, or of an epoch that is over, is ignored. True when the state changed. */
  snapshot(snapshot: Snapshot): boolean {
    const { epoch, seq, state } = snapshot;
    if (this.#announced !== undefined && epoch !== this.#announced && epoch !== this.#other?.epoch)
      return false;
    const here = this.#position;
    const same = here?.epoch === epoch;
    if (same && here.seq >= seq && !this.#lost) return false;
    // Both numbers are of this epoch; what the old one was known to reach means nothing here.
    this.#head = Math.max(seq, same ? this.#head : 0, this.#other?.epoch === epoch ? this.#other.seq : 0);
    // Still told of another epoch: shown meanwhile, but not as the newest.
    this.#lost = this.#announced !== undefined && this.#other !== undefined && this.#other.epoch !== epoch;
    if (!this.#lost) {
      this.#other = undefined;
      if (this.#announced !== undefined) this.#announced = epoch;
    }
    this.#state = state;
    this.#position = { epoch, seq };
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
    const here = this.#position;
    if (here?.epoch === epoch) {
      this.#head = Math.max(this.#head, seq);
      return;
    }
    this.#other = { epoch, seq: this.#other?.epoch === epoch ? Math.max(seq, this.#other.seq) : seq };
    if (here) this.#lost = true;
  }

  /**
   * Takes the first word of a connection, which says which epoch is the one. A log shorter than what we have has
   * forgotten: only a snapshot helps. One that reaches us goes on from there, whatever was heard in between.
   */
  hello(hello: Hello): void {
    const { epoch, seq } = hello;
    this.#announced = epoch;
    const here = this.#position;
    if (here?.epoch === epoch) {
      this.#lost = seq < here.seq;
      this.#other = undefined;
      this.#head = Math.max(this.#lost ? 0 : this.#head, seq);
      if (this.#lost) this.#held.clear();
    } else this.head(hello);
  }

  #drain(): boolean {
    let changed = false;
    for (let next = this.#next(); next; next = this.#next()) {
      this.#state = fold(this.#state!, next);
      this.#position = { epoch: next.epoch, seq: next.seq };
      changed = true;
    }
    const here = this.#position;
    if (!here) return changed;
    for (const [key, { epoch, seq }] of this.#held) {
      if (epoch === here.epoch ? seq <= here.seq : epoch !== this.#other?.epoch) this.#held.delete(key);
      // What waits is proof that the log reaches it.
      else if (epoch === here.epoch) this.#head = Math.max(this.#head, seq);
    }
    this.#head = Math.max(this.#head, here.seq);
    return changed;
  }

  #next(): AnyEvent | undefined {
    const here = this.#position;
    return here && this.#held.get(formatPosition({ epoch: here.epoch, seq: here.seq + 1 }));
  }
}
