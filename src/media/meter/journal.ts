import type { Metric, Remedy, StartSteps } from '../../core/metric.js';
import type { QunError } from '../../protocol/index.js';
import type { EngineName } from '../choices.js';
import type { Entry } from '../entry.js';
import { meter } from './meter-part.js';
import type { Meter } from './meter.js';
import type { Moment } from './tally.js';

/** A start that has not come to a picture by then is watched closely, ms; who leaves sooner has hardly come. */
const LATE_MS = 2000;
/** Nobody comes to read more than this. */
const MOST = 500;

/** Something that happened to a playback. */
export type News =
  | { readonly step: keyof StartSteps }
  | { readonly moment: Moment }
  | { readonly remedy: Remedy }
  | { readonly error: QunError };

/** The same, at `at` ms of the page's clock. */
export type Note = News & { readonly at: number };

/** What is to be known of a playback from time to time. */
export interface Sample {
  readonly live: boolean | undefined;
  readonly engine: EngineName;
  readonly muted: boolean;
  /** It should move: nobody has paused it, and there is something to wait for. */
  readonly wanted: boolean;
  readonly latencyS: number | undefined;
  readonly quality: { readonly id: string; readonly bitrate: number } | undefined;
  readonly droppedFrames: number | undefined;
  readonly totalFrames: number | undefined;
}

export interface JournalOptions {
  /** When playing was wished for, ms of the page's clock, and whether the browser ever refused it. */
  readonly intent: { readonly wantedAt: number | undefined; readonly refused: boolean };
  /** It begins by itself. */
  readonly autoplay: boolean;
  sample(): Sample;
  tell(metric: Metric): void;
}

/** Writes down what happens, for a meter that comes once the picture is there. */
export class Journal {
  readonly #options: JournalOptions;
  readonly #notes: Note[] = [];
  readonly #late: ReturnType<typeof setTimeout>;
  #meter: Meter | undefined;
  #asked = false;
  #closed = false;

  constructor(options: JournalOptions, entry: Entry | undefined) {
    this.#options = options;
    // Where another player has brought the meter, it costs nothing more.
    this.#late = setTimeout(() => this.#ask(), meter.here ? 0 : LATE_MS);
    this.write({ step: 'script' });
    const late = (body: Promise<unknown> | undefined, step: keyof StartSteps) =>
      void body?.then(
        () => this.write({ step }),
        () => undefined,
      );
    late(entry?.ahead.get(entry.url)?.body, 'entry');
    late(entry?.list, 'playlist');
  }

  write(news: News): void {
    if (this.#closed) return;
    const note = { ...news, at: performance.now() };
    if (this.#meter) this.#meter.read(note);
    else if (this.#notes.length < MOST) this.#notes.push(note);
    if ('error' in note || ('moment' in note && note.moment === 'moving')) this.#ask();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#late);
    this.#meter?.stop();
  }

  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    void meter.come().then(Meter => {
      if (!this.#closed) this.#meter = new Meter(this.#options, this.#notes);
    });
  }
}
