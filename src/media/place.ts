import type { Seat } from './steerable.js';

/** A live stream that reaches back this far is one to go back in: a pause keeps its place, s. */
const DVR_S = 60;
/** Between two ticks a picture runs by about a second; by more it has jumped, s. */
const JUMP_S = 5;
/** So long a viewer is told of a jump they did not ask for, ms. */
const TOLD_MS = 6000;

/** Where a viewer of a live stream is by their own choice, and what becomes of that. Media times in s. */
export class Place {
  readonly #look: () => Seat;
  #returnTo: number | undefined;
  /** Where it was at the last look. */
  #time = Infinity;
  #skipped: 'oldest' | 'edge' | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(look: () => Seat) {
    this.#look = look;
  }

  /** The stream did not reach back to where the viewer was: where it went on, just now. */
  get skipped(): 'oldest' | 'edge' | undefined {
    return this.#skipped;
  }

  /** To a media time, within what can be sought to. The viewer is behind by choice unless that is as good as live. */
  seek(time: number): void {
    const { video, playhead } = this.#look();
    const { edge, span } = playhead;
    // What begins right now is gone by the time it is loaded.
    const first = span && edge !== undefined ? span.start + playhead.targetDurationS : (span?.start ?? 0);
    const at = Math.max(first, Math.min(time, span?.end ?? Infinity));
    if (edge !== undefined && edge - at < 1) return playhead.toEdge();
    playhead.behindByChoice = edge !== undefined;
    this.#time = at;
    video.currentTime = at;
  }

  /** Where the viewer chose to be, as far as the stream reaches back; everybody else is live. */
  keep(): void {
    const { playhead } = this.#look();
    const { span, behindByChoice, time } = playhead;
    const deep = behindByChoice && span && span.end - span.start >= DVR_S;
    if (deep && time >= span.start - 1) return;
    if (deep) this.seek(0);
    else playhead.toEdge();
    if (behindByChoice) this.#tell(deep ? 'oldest' : 'edge');
  }

  /** Once per tick. An engine goes to the edge by itself where nothing is left to play: then that was no choice of the viewer's. */
  watch(): void {
    const { playhead } = this.#look();
    const { time, edge, behindByChoice, toleranceS } = playhead;
    const jumped = time > this.#time + JUMP_S;
    this.#time = time;
    if (!jumped || !behindByChoice || edge === undefined || edge - time > toleranceS) return;
    playhead.behindByChoice = false;
    this.#tell('edge');
  }

  #tell(skipped: 'oldest' | 'edge'): void {
    const { changed } = this.#look();
    this.#skipped = skipped;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      this.#skipped = undefined;
      changed();
    }, TOLD_MS);
    changed();
  }

  /** Another engine is to go on with the picture made at `date`, ms since 1970; undefined: wherever it begins. */
  remember(date: number | undefined): void {
    this.#returnTo = this.#look().playhead.behindByChoice ? date : undefined;
  }

  /** The date of the picture to go on with, once. */
  recall(): number | undefined {
    const date = this.#returnTo;
    this.#returnTo = undefined;
    return date;
  }

  stop(): void {
    clearTimeout(this.#telling);
  }
}
