import { makeId } from '../../core/make-id.js';
import type { Metric, StartMetric, StartSteps, SummaryMetric } from '../../core/metric.js';
import { Listeners } from '../listeners.js';
import type { JournalOptions, Note } from './journal.js';
import { Remedies } from './remedies.js';
import { Samples } from './samples.js';
import { Tally } from './tally.js';

const TICK_MS = 1000;
const MINUTE_MS = 60_000;

type Steps = { -readonly [step in keyof StartSteps]: number };

/** A metric without what all of them say. */
type Bare<M> = M extends Metric ? Omit<M, 'watch' | 'at' | 'live' | 'engine'> : never;

/** Makes a viewer's figures of what happens to one playback, and tells them while it goes on. */
export class Meter {
  readonly #options: JournalOptions;
  readonly #watch = makeId();
  readonly #steps: Steps = {};
  readonly #samples = new Samples();
  readonly #listeners = new Listeners();
  readonly #tally = new Tally(ms => this.#tell({ name: 'stall', ms: Math.round(ms) }));
  readonly #remedies = new Remedies((remedy, outcome, ms) =>
    this.#tell({ name: 'recovery', remedy, outcome, ms: Math.round(ms) }),
  );
  #startMs: number | undefined;
  #minutes = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** `notes`: what has happened before it came. */
  constructor(options: JournalOptions, notes: readonly Note[]) {
    this.#options = options;
    for (const note of notes) this.read(note);
    this.#listeners.on(document, 'visibilitychange', () => this.#look());
    this.#listeners.on(window, 'pagehide', () => this.#leave());
    this.#look();
  }

  read(note: Note): void {
    if ('step' in note) this.#steps[note.step] ??= note.at;
    else if ('remedy' in note) this.#remedies.try(note.remedy, note.at);
    else if ('error' in note) {
      const { code, temporary } = note.error;
      this.#tell({ name: 'error', code, temporary, started: this.#tally.started });
      if (this.#startMs === undefined) this.#start('failed', note.at, { code });
      this.#remedies.settle('failed', note.at);
      this.#pass('over', note.at);
    } else {
      const { moment, at } = note;
      if (moment === 'moving' && this.#startMs === undefined) this.#start('playing', at);
      if (moment === 'moving') this.#remedies.settle('moving', at);
      else if (moment === 'paused') this.#remedies.settle('left', at);
      this.#pass(moment, at);
      if (moment === 'over') this.#sum('end');
    }
  }

  stop(): void {
    this.#leave();
    clearInterval(this.#ticking);
    this.#listeners.clear();
  }

  #look(): void {
    const hidden = document.visibilityState === 'hidden';
    this.#pass(hidden ? 'hidden' : 'shown');
    if (hidden) this.#sum('hidden');
  }

  #leave(): void {
    const now = performance.now();
    if (this.#startMs === undefined && this.#options.intent.wantedAt !== undefined) this.#start('left', now);
    this.#remedies.settle('left', now);
    this.#pass('tick', now);
    this.#sum('left');
  }

  #pass(moment: Parameters<Tally['note']>[0], at = performance.now()): void {
    const sample = this.#options.sample();
    // Not every pause is an event: a source that was opened anew stands still already.
    const what = moment === 'tick' && !sample.wanted ? 'paused' : moment;
    this.#samples.add(sample, this.#tally.note(what, at));
    clearInterval(this.#ticking);
    this.#ticking = this.#tally.running ? setInterval(() => this.#pass('tick'), TICK_MS) : undefined;
    const minutes = Math.floor((this.#tally.playedMs + this.#tally.stalledMs) / MINUTE_MS);
    if (minutes === this.#minutes) return;
    this.#minutes = minutes;
    this.#sum('minute');
  }

  #start(outcome: StartMetric['outcome'], at: number, more: Pick<StartMetric, 'code'> = {}): void {
    const { intent, autoplay, sample } = this.#options;
    const since = intent.wantedAt ?? at;
    const ms = (moment: number) => Math.round(Math.max(0, moment - since));
    // What was there before anybody wished for it took none of their time.
    const done = Object.entries(this.#steps).filter(([, moment]) => moment <= at);
    const steps = Object.fromEntries(done.map(([step, moment]) => [step, Math.min(ms(moment), ms(at))]));
    const begun = intent.refused ? 'refused' : sample().muted ? 'muted' : 'audible';
    this.#startMs = ms(at);
    this.#tell({
      name: 'start',
      outcome,
      ms: this.#startMs,
      steps,
      ahead: outcome === 'playing' && !('engine' in steps),
      ...(autoplay && { autoplay: begun }),
      ...more,
    });
  }

  #sum(because: SummaryMetric['because']): void {
    if (!this.#tally.started) return;
    const { playedMs, stalledMs, stalls, stallRatio } = this.#tally;
    this.#tell({
      name: 'summary',
      because,
      startMs: this.#startMs ?? 0,
      playedMs: Math.round(playedMs),
      stalledMs: Math.round(stalledMs),
      stalls,
      stallRatio,
      ...this.#samples.figures,
      recoveries: this.#remedies.counts,
    });
  }

  #tell(bare: Bare<Metric>): void {
    const { live, engine } = this.#options.sample();
    const about = { watch: this.#watch, at: Date.now(), engine, ...(live !== undefined && { live }) };
    this.#options.tell({ ...bare, ...about });
  }
}
