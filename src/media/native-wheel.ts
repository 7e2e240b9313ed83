import type { CaptionTrack, Quality } from './choices.js';
import { DateLine } from './date-line.js';
import { SegmentDates } from './segment-dates.js';
import type { Wishes } from './steerable.js';
import type { Wheel } from './wheel.js';

/** Safari tells the date of media time 0. */
type Dated = HTMLVideoElement & { getStartDate?(): Date };

/** Steers a browser's own player, as far as it lets itself be steered. */
export class NativeWheel implements Wheel {
  readonly qualities: readonly Quality[] = [];
  readonly playing = undefined;
  readonly needsFull = false;
  readonly targetLatencyS = undefined;
  readonly parts = false;
  readonly bandwidth = undefined;
  readonly #video: Dated;
  readonly #changed: () => void;
  readonly #line = new DateLine();
  readonly #segments: SegmentDates | undefined;
  #wishes: Wishes | undefined;

  constructor(video: HTMLVideoElement, changed: () => void) {
    this.#video = video;
    this.#changed = changed;
    this.#segments =
      'getStartDate' in video ? undefined : new SegmentDates(video, video.currentSrc, this.#line);
    video.addEventListener('emptied', this.#emptied);
    for (const type of ['addtrack', 'removetrack']) video.textTracks.addEventListener(type, this.#told);
  }

  get captions(): readonly CaptionTrack[] {
    return this.#texts().map(({ id, language, label }) => ({ id, language, label }));
  }

  /** Asked for anew each time, since it moves with every break of the stream. */
  get dates(): DateLine {
    const video = this.#video;
    const date = video.getStartDate?.().getTime() ?? NaN;
    if (!Number.isNaN(date)) {
      // What was said of earlier times stays: it was true of what played then.
      const start = Math.max(0, video.currentTime);
      this.#line.learn([{ start, end: start + 1, date: date + start * 1000 }]);
    }
    return this.#line;
  }

  get distanceS(): number | undefined {
    const { seekable, duration, currentTime } = this.#video;
    if (duration !== Infinity || seekable.length === 0) return undefined;
    return seekable.end(seekable.length - 1) - currentTime;
  }

  follow(wishes: Wishes): void {
    this.#wishes = wishes;
    for (const { id, track } of this.#texts()) {
      const mode = id === wishes.caption ? 'showing' : 'disabled';
      if (track.mode !== mode) track.mode = mode;
    }
  }

  stop(): void {
    const { textTracks } = this.#video;
    this.#segments?.stop();
    this.#video.removeEventListener('emptied', this.#emptied);
    for (const type of ['addtrack', 'removetrack']) textTracks.removeEventListener(type, this.#told);
  }

  /** Opened anew, its times begin elsewhere. */
  readonly #emptied = (): void => this.#line.forget();

  readonly #told = (): void => {
    if (this.#wishes) this.follow(this.#wishes);
    this.#changed();
  };

  #texts() {
    return Array.from(this.#video.textTracks)
      .filter(({ kind }) => kind === 'subtitles' || kind === 'captions')
      .map(track => {
        const { kind, language, label } = track;
        return { id: `${kind} ${language} ${label}`, language, label: label || language, track };
      });
  }
}
