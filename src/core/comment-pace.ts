import type { Answered, Comment } from '../protocol/index.js';
import type { CommentLine } from './comment-window.js';

/** A line to be shown. A page may hand over plain comments: of others, and sent. */
export type ShownLine = Comment &
  Partial<CommentLine> & {
    /** It is the host's answer to a question. */
    readonly answered?: Answered;
  };

/** Lines on a screen, own unsent ones aside. */
const SHOWN = 80;
/** Lines that wait for their turn; more than this nobody could read by the time it came. */
const WAITING = 30;
/** A burst is in after so many steps, so that it is before the next one. */
const STEPS = 3;
/** Lines let in at one step while more keep coming. With a step every 160 ms that is 25 a second: no server of ours sends more. */
const STEP = 4;
/** So many may come in with a movement; more of them would cost more than they show. */
const FEW = 2;
/** How far back changes of the source are looked for: more than a room's window holds. */
const TAIL = 300;

const sent = (line: ShownLine) => (line.status ?? 'sent') === 'sent';

/**
 * Turns a window of comments that grows in bursts into lines that come in at a pace. What is there at the beginning is
 * there at once; own words are there at once and stay last until they are sent; what nobody could read is counted
 * and left out, and the newest always comes through.
 */
export class CommentPace {
  #shown: readonly ShownLine[] = [];
  #waiting: readonly ShownLine[] = [];
  #unsent: readonly ShownLine[] = [];
  #entering: readonly string[] = [];
  #seen = new Set<string>();
  #length = 0;
  #skipped = 0;
  /** Steps until all that wait are in. */
  #steps = STEPS;
  /** New ones came since the last step. */
  #flows = false;
  #crowded = false;

  /** What to show, oldest first. */
  get lines(): readonly ShownLine[] {
    return [...this.#shown, ...this.#unsent];
  }

  /** Ids of the lines let in by the last step, where they were few enough for the eye to follow. */
  get entering(): readonly string[] {
    return this.#entering;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get newest(): ShownLine | undefined {
    return this.#waiting[this.#waiting.length - 1] ?? this.#shown[this.#shown.length - 1];
  }

  /** More come than are let in. The next step is due after twice the time, and lets in twice as many: the eye can rest, and the phone. */
  get crowded(): boolean {
    return this.#crowded;
  }

  /** Lines that were never shown because newer ones came faster than anyone reads. */
  get skipped(): number {
    return this.#skipped;
  }

  /**
   * Takes the source as it is now, oldest first. What has gone from it goes from the screen; where the source forgets
   * by itself, as a room's window does, `redacted` names what really has to go. While `held`, somebody reads back and
   * more may wait. Returns how many lines of others are new, those of the very first time not counted.
   */
  take(source: readonly ShownLine[], redacted?: readonly string[], held = false): number {
    const tail = source.slice(-TAIL);
    const now = new Map(tail.map(line => [line.id, line]));
    const stays = ({ id }: ShownLine) => now.has(id) || (redacted !== undefined && !redacted.includes(id));
    const refresh = (lines: readonly ShownLine[]) =>
      lines.filter(stays).map(line => now.get(line.id) ?? line);

    const begun = this.#seen.size > 0;
    const known = tail.findIndex(line => !line.own && this.#seen.has(line.id));
    const fresh = (from: number, to?: number) =>
      tail.slice(from, to).filter(line => sent(line) && !this.#seen.has(line.id));
    const older = known > 0 ? fresh(0, known) : [];
    const after = fresh(Math.max(0, known));
    const newer = after.filter(line => !line.own);
    // Nothing we know is left of it: another list, or one that has grown past what we look at.
    const foreign = known < 0;
    const atOnce = foreign && !(redacted && begun);
    const came = foreign && begun ? Math.max(newer.length, source.length - this.#length) : newer.length;

    this.#length = source.length;
    this.#seen = new Set(tail.filter(sent).map(line => line.id));
    this.#unsent = tail.filter(line => !sent(line));
    this.#shown = [
      ...older,
      ...refresh(this.#shown),
      ...(atOnce ? newer : []),
      ...after.filter(line => line.own),
    ].slice(-SHOWN);
    const queue = [...refresh(this.#waiting), ...(atOnce ? [] : newer)];
    this.#waiting = queue.slice(held ? -SHOWN : -WAITING);
    if (!begun) return 0;
    this.#flows = came > 0;
    if (this.#flows) this.#steps = STEPS;
    this.#skipped += came - newer.length + queue.length - this.#waiting.length;
    if (atOnce) this.#skipped += Math.max(0, newer.length - SHOWN);
    return came;
  }

  /** Lets in the next few lines that wait; once no more come, all of them in a few steps. */
  step(): void {
    const share = Math.ceil(this.#waiting.length / this.#steps);
    this.#crowded = this.#flows && share > STEP;
    this.#release(this.#flows ? Math.min(this.#crowded ? 2 * STEP : STEP, share) : share);
    this.#steps = Math.max(1, this.#steps - 1);
    this.#flows = false;
  }

  /** Lets in all that wait. */
  flush(): void {
    this.#release(this.#waiting.length);
  }

  #release(count: number): void {
    if (count === 0) return;
    const next = this.#waiting.slice(0, count);
    this.#entering = count > FEW ? [] : next.map(line => line.id);
    this.#shown = [...this.#shown, ...next].slice(-SHOWN);
    this.#waiting = this.#waiting.slice(count);
  }
}
