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

/** Something that happened to a playback, at `at` ms of the page's clock. */
export type Note = { readonly at: number } & (
  | { readonly step: keyof StartSteps }
  | { readonly moment: Moment }
  | { readonly remedy: Remedy }
  | { readonly error: QunError }
);

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
  readonly options: JournalOptions;
  #notes: Note[] = [];
  #meter: Meter | undefined;
  #asked = false;
  #closed = false;
  readonly #late: ReturnType<typeof setTimeout>;

  constructor(options: JournalOptions, entry: Entry | undefined) {
    this.options = options;
    // Where another player has brought the meter, it costs nothing more.
    this.#late = setTimeout(() => this.#ask(), meter.here ? 0 : LATE_MS);
    this.step('script');
    if (!entry) return;
    const { list, ahead, url } = entry;
    void ahead.get(url)?.body.then(
      () => this.step('entry'),
      () => undefined,
    );
    void list.then(
      () => this.step('playlist'),
      () => undefined,
    );
  }

  step(step: keyof StartSteps): void {
    this.#write({ at: performance.now(), step });
  }

  moment(moment: Moment): void {
    this.#write({ at: performance.now(), moment });
    if (moment === 'moving') this.#ask();
  }

  remedy(remedy: Remedy): void {
    this.#write({ at: performance.now(), remedy });
  }

  error(error: QunError): void {
    this.#write({ at: performance.now(), error });
    this.#ask();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#late);
    this.#meter?.stop();
  }

  #write(note: Note): void {
    if (this.#closed) return;
    if (this.#meter) this.#meter.read(note);
    else if (this.#notes.length < MOST) this.#notes.push(note);
  }

  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    void meter.come().then(Meter => {
      if (this.#closed) return;
      this.#meter = new Meter(this.options, this.#notes.splice(0));
    });
  }
}
