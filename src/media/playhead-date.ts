import type { DateLine } from './date-line.js';
import type { Wishes } from './steerable.js';

/** A date further from now cannot be true of a viewer at the live edge, ms. */
const SANE_MS = 60_000;
/** So far a date that was true is carried on where those that follow cannot be, s of media time. */
const CARRIED_S = 120;
/** The clocks of encoder and viewer may disagree by so much, ms. */
const EARLY_MS = 2000;

export interface PlayheadSight {
  /** Media time, s. */
  readonly time: number;
  readonly dates: DateLine;
  readonly live: boolean | undefined;
  /** From the playhead to the end of a live playlist, s; undefined: not known. */
  readonly distanceS: number | undefined;
  readonly behindByChoice: boolean;
}

/** When the picture at the playhead was made: by the stream's own dates where they can be true, else by the live edge. */
export class PlayheadDate {
  readonly #wishes: Wishes;
  #time = NaN;
  #date = NaN;
  /** The last date that could be true, and its media time. */
  #good: { time: number; date: number } | undefined;

  constructor(wishes: Wishes) {
    this.#wishes = wishes;
  }

  /** ms since 1970. Never runs back while the picture runs on. */
  read(sight: PlayheadSight): number | undefined {
    const { time } = sight;
    const stated = this.stated(sight);
    if (stated !== undefined) this.#good = { time, date: stated };
    const date = stated ?? this.#carried(time) ?? this.#guessed(sight);
    if (date === undefined) return undefined;
    // Where a segment lies is known better once it is decoded: then dates move by a little.
    const wavers =
      time >= this.#time && time < this.#time + 2 && date < this.#date && date > this.#date - 1000;
    if (wavers) return this.#date;
    this.#time = time;
    return (this.#date = date);
  }

  /** By the stream's dates, with what they are known to be wrong by; undefined: it has none, or they cannot be true. */
  stated({ time, dates, live, behindByChoice }: PlayheadSight): number | undefined {
    const found = dates.dateAt(time);
    if (found === undefined) return undefined;
    const date = found + this.#wishes.pdtOffsetMs;
    const lateMs = this.#wishes.now() - date;
    const sane = !live || behindByChoice || (lateMs > -EARLY_MS && lateMs < SANE_MS);
    return sane ? date : undefined;
  }

  /** A clock that is set wrong does not make the picture another one. */
  #carried(time: number): number | undefined {
    const good = this.#good;
    if (!good || time < good.time || time > good.time + CARRIED_S) return undefined;
    return good.date + (time - good.time) * 1000;
  }

  #guessed({ live, distanceS }: PlayheadSight): number | undefined {
    return live && distanceS !== undefined ? this.#wishes.now() - distanceS * 1000 : undefined;
  }
}
