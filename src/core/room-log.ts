import type { ControlEvent, Hello, Position, RoomState, SkippedEvent, Snapshot } from '../protocol/index.js';
import { fold } from './fold.js';

type AnyEvent = ControlEvent | SkippedEvent;

/** Events held back while an earlier one is missing; past this a snapshot is cheaper than waiting. */
const HELD = 64;

/**
 * Follows the control plane of one room, whatever the network does to it. Duplicates are dropped, events that
 * come too early wait, and a hole that does not close is said aloud: `stale` is true from the moment the state
 * may be behind the log until it provably is not. Then the owner asks for what follows `position`, or a snapshot.
 */
export class RoomLog {
  #state: RoomState | undefined;
  #position: Position | undefined;
  #head = 0;
  #lost = false;
  readonly #held = new Map<number, AnyEvent>();

  get state(): RoomState | undefined {
    return this.#state;
  }

  /** The last event that is part of `state`; undefined before the first snapshot. */
  get position(): Position | undefined {
    return this.#position;
  }

  /** The state may be behind: an event is missing, or the store began anew. */
  get stale(): boolean {
    return this.#lost || !this.#position || this.#head > this.#position.seq;
  }

  /** Only a snapshot can help: `position` belongs to another epoch, or too much is missing. */
  get lost(): boolean {
    return this.#lost || !this.#position;
  }

  /** Takes a snapshot; an older one of the same epoch than what we have is ignored. True when the state changed. */
  snapshot(snapshot: Snapshot): boolean {
    const here = this.#position;
    if (here && !this.#lost && here.epoch === snapshot.epoch && here.seq >= snapshot.seq) return false;
    if (!here || here.epoch !== snapshot.epoch) {
      for (const [seq, event] of this.#held) if (event.epoch !== snapshot.epoch) this.#held.delete(seq);
      this.#head = 0;
    }
    this.#lost = false;
    this.#state = snapshot.state;
    this.#position = { epoch: snapshot.epoch, seq: snapshot.seq };
    this.#drain();
    return true;
  }

  /** Takes an event. True when the state changed. */
  event(event: AnyEvent): boolean {
    if (!this.head(event)) {
      if (!this.#position) this.#hold(event);
      return false;
    }
    if (event.seq <= this.#position!.seq) return false;
    this.#hold(event);
    return this.#drain();
  }

  /** Learns where the log ends, from a hello, a tick or an event. False: not the log we follow. */
  head({ epoch, seq }: Position): boolean {
    if (!this.#position) return false;
    if (epoch !== this.#position.epoch) {
      this.#lost = true;
      return false;
    }
    this.#head = Math.max(this.#head, seq);
    return true;
  }

  /** Takes the first word of a connection. A log shorter than what we have has forgotten: only a snapshot helps. */
  hello(hello: Hello): void {
    if (!this.head(hello)) return;
    if (hello.seq < this.#position!.seq) this.#lost = true;
  }

  #hold(event: AnyEvent): void {
    if (this.#held.size < HELD) this.#held.set(event.seq, event);
    else this.#lost = true;
  }

  #drain(): boolean {
    let changed = false;
    for (const seq of this.#held.keys()) if (seq <= this.#position!.seq) this.#held.delete(seq);
    for (let next = this.#next(); next; next = this.#next()) {
      this.#held.delete(next.seq);
      this.#state = fold(this.#state!, next);
      this.#position = { epoch: next.epoch, seq: next.seq };
      changed = true;
    }
    if (this.#position) this.#head = Math.max(this.#head, this.#position.seq);
    return changed;
  }

  #next(): AnyEvent | undefined {
    return this.#held.get(this.#position!.seq + 1);
  }
}
