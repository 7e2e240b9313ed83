/** A device that slept, or a page that was frozen, has watched nothing for so long, ms. */
const LONGEST_MS = 5000;

/**
 * What happens to a picture. `moving`: it moves, or does again. `standing`: it stands still for want of media. `seeking`:
 * somebody goes elsewhere. `over`: it has come to its end, or to an error. `tick`: nothing, but time passes.
 */
export type Moment = 'moving' | 'standing' | 'seeking' | 'paused' | 'over' | 'hidden' | 'shown' | 'tick';

type Mode = 'before' | 'moving' | 'standing' | 'seeking' | 'paused' | 'over';

/**
 * Adds up how long a picture moved and how long it stood still while its viewer watched: not before it first moved, not
 * while the page is hidden, not while it is paused, and not for what somebody asked for by seeking or by playing on.
 */
export class Tally {
  readonly #stalled: (ms: number) => void;
  #mode: Mode = 'before';
  #at: number | undefined;
  #hidden = false;
  #played = 0;
  #stood = 0;
  #stalls = 0;
  /** Of the stall under way; undefined: there is none that a viewer has seen. */
  #stall: number | undefined;

  /** `stalled`: called with the length of every stall, ms, once it is over. */
  constructor(stalled: (ms: number) => void) {
    this.#stalled = stalled;
  }

  get started(): boolean {
    return this.#mode !== 'before';
  }

  /** It moves, or should: time is worth looking at. */
  get running(): boolean {
    return !this.#hidden && (this.#mode === 'moving' || this.#mode === 'standing');
  }

  get playedMs(): number {
    return this.#played;
  }

  get stalledMs(): number {
    return this.#stood;
  }

  get stalls(): number {
    return this.#stalls;
  }

  /** 0 to 1; 0 where nothing was watched. */
  get stallRatio(): number {
    const all = this.#played + this.#stood;
    return all > 0 ? this.#stood / all : 0;
  }

  /** `at`: ms of a clock that only goes forward. Returns how long it has moved since the last one, ms. */
  note(moment: Moment, at: number): number {
    const passed = Math.min(Math.max(0, at - (this.#at ?? at)), LONGEST_MS);
    this.#at = Math.max(at, this.#at ?? at);
    const played = !this.#hidden && this.#mode === 'moving' ? passed : 0;
    this.#played += played;
    this.#stand(passed);
    if (moment === 'hidden' || moment === 'shown') this.#hidden = moment === 'hidden';
    else if (moment !== 'tick') this.#mode = next(this.#mode, moment);
    this.#stand(0);
    if (this.#mode !== 'standing') this.#endStall();
    return played;
  }

  #stand(passed: number): void {
    if (this.#hidden || this.#mode !== 'standing') return;
    if (this.#stall === undefined) this.#stalls += 1;
    this.#stall = (this.#stall ?? 0) + passed;
    this.#stood += passed;
  }

  #endStall(): void {
    const ms = this.#stall;
    this.#stall = undefined;
    if (ms !== undefined) this.#stalled(ms);
  }
}

function next(mode: Mode, moment: Exclude<Moment, 'hidden' | 'shown' | 'tick'>): Mode {
  if (moment === 'moving') return 'moving';
  if (mode === 'before') return mode;
  if (moment === 'paused' || moment === 'over') return mode === 'over' ? mode : moment;
  // A jump that follows from a stall is part of it; and who has paused waits for nothing.
  return mode === 'moving' ? moment : mode;
}
