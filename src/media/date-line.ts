/** A part of the stream that was made without a break. Media times in s, dates in ms since 1970. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** When the picture at `start` was made. */
  readonly date: number;
}

/** Dates of neighbours that differ by less belong to one stretch, ms: what encoders round. */
const ROUNDED_MS = 50;

/** Tells the date of a media time and the media time of a date, across whatever breaks a stream has. */
export class DateLine {
  #stretches: Stretch[] = [];

  get known(): boolean {
    return this.#stretches.length > 0;
  }

  forget(): void {
    this.#stretches = [];
  }

  /**
   * What is known now, oldest first. It takes the place of what was known of the same times; of what came before them,
   * the newest ten minutes are kept.
   */
  learn(pieces: readonly Stretch[]): void {
    const [first] = pieces;
    if (!first) return;
    const before = this.#stretches
      .filter(({ start, end }) => start < first.start && end > first.start - 600)
      .map(one => ({ ...one, end: Math.min(one.end, first.start) }));
    const line: Stretch[] = [];
    for (const piece of [...before, ...pieces]) {
      const last = line[line.length - 1];
      const goesOn = last && Math.abs(dateIn(last, piece.start) - piece.date) < ROUNDED_MS;
      if (goesOn && piece.start - last.end < 1) line[line.length - 1] = { ...last, end: piece.end };
      else line.push(piece);
    }
    this.#stretches = line;
  }

  /** Of times before and after all that is known, the date as if nothing had happened in between. */
  dateAt(time: number): number | undefined {
    const line = this.#stretches;
    let found = line[0];
    for (const stretch of line) if (stretch.start <= time) found = stretch;
    return found && dateIn(found, time);
  }

  /** The first time whose picture was made at `date` or, where none was made then, after it. */
  timeAt(date: number): number | undefined {
    const line = this.#stretches;
    const found = line.find(stretch => date < dateIn(stretch, stretch.end)) ?? line[line.length - 1];
    if (!found) return undefined;
    // Before the first stretch as if it went back; in a gap, where the picture goes on.
    return found !== line[0] && date < found.date ? found.start : found.start + (date - found.date) / 1000;
  }
}

const dateIn = ({ start, date }: Stretch, time: number): number => date + (time - start) * 1000;
