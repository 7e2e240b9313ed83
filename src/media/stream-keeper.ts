import { QunError, type Code, type QunErrorOptions } from '../protocol/index.js';
import type { Engine, EngineListener, Fault, PlaylistNews } from './engine.js';
import { MediaRepair } from './media-repair.js';
import { chooseEngine, type EngineChoice } from './open-engine.js';
import { PlaylistWatch } from './playlist-watch.js';
import { probe } from './probe.js';
import { RetryLadder } from './retry-ladder.js';
import { StreamLookout } from './stream-lookout.js';
import { emptyVideo } from './video-element.js';

export interface StreamOptions extends EngineChoice {
  video: HTMLVideoElement;
  /** Absolute URL. */
  src: string;
}

export interface StreamListener {
  /** A new engine is on its way; the picture will break off. */
  building(): void;
  /** The engine holds the video: it may play. */
  attached(): void;
  playlist(news: PlaylistNews): void;
  /** Something that is shown may have changed. */
  changed(): void;
  /** Patience is used up, or there is nothing to be done. */
  failed(error: QunError): void;
}

/** Why there is no stream: nothing published yet, closed although more is expected, or an encoder gone quiet. */
export type Absence = 'missing' | 'over' | 'frozen';

/** A regression may be two caches that disagree; then every reading would start the stream anew. */
const REGRESSION_EVERY_MS = 10_000;

/** Keeps one source coming: makes its engine, answers its faults, waits for a stream that is not there. */
export class StreamKeeper {
  readonly #options: StreamOptions;
  readonly #listener: StreamListener;
  readonly #ladder: RetryLadder;
  readonly #repair: MediaRepair;
  readonly #lookout: StreamLookout;
  readonly #watch: PlaylistWatch;
  #engine: Engine | undefined;
  #builds = 0;
  #error: QunError | undefined;
  #absent: Absence | undefined;
  #resting = false;
  #regressedAt = -Infinity;

  constructor(options: StreamOptions, listener: StreamListener) {
    this.#options = options;
    this.#listener = listener;
    const { policy, src } = options;
    this.#watch = new PlaylistWatch(policy);
    this.#ladder = new RetryLadder(() => (this.#engine ? this.#engine.resume() : this.build()), policy);
    this.#lookout = new StreamLookout(signal => probe(src, signal), policy);
    const repair = () => this.#engine?.repair();
    const giveUp = () => this.#fail('stream-broken');
    this.#repair = new MediaRepair({ repair, rebuild: () => this.build(), giveUp }, policy);
  }

  get engine(): Engine | undefined {
    return this.#engine;
  }

  get error(): QunError | undefined {
    return this.#error;
  }

  get absent(): Absence | undefined {
    return this.#absent;
  }

  /** Something failed, and nothing has arrived since. */
  get retrying(): boolean {
    return this.#ladder.active;
  }

  /** More is to come; undefined until the stream has said so. */
  get live(): boolean | undefined {
    return this.#watch.live;
  }

  /** It was live and has been closed. */
  get closed(): boolean {
    return this.#watch.closed;
  }

  /** Makes the engine, or a new one. Only the newest build may touch the video. */
  build(): void {
    const build = ++this.#builds;
    const { video, src } = this.#options;
    const startAt = this.live === false && !this.#absent ? video.currentTime : undefined;
    this.#engine?.destroy();
    this.#engine = undefined;
    this.#absent = undefined;
    this.#resting = false;
    this.#watch.forget();
    this.#listener.building();
    chooseEngine(video, src, this.#options).then(
      make => {
        if (build !== this.#builds) return;
        this.#engine = make({ video, src, startAt, listener: this.#engineListener });
        this.#listener.attached();
      },
      (error: QunError) => {
        if (build !== this.#builds) return;
        if (!error.temporary || !this.#ladder.fail()) this.#fail(error.code, error);
        this.#listener.changed();
      },
    );
  }

  /** Everything from the beginning, with fresh patience. */
  retry(): void {
    this.#error = undefined;
    this.#ladder.reset();
    this.#repair.reset();
    this.build();
  }

  /** Stops the engine and looks, now and then, whether the stream has come. */
  lookFor(absent: Absence): void {
    const frozenAt = absent === 'frozen' ? this.#watch.end : undefined;
    this.#absent = absent;
    this.#ladder.reset();
    this.#engine?.suspend();
    this.#lookout.start(({ found, end }) => {
      if (found === 'refused') this.#fail('stream-refused', { detail: 'the playlist is refused' });
      if (found === 'refused' || found === 'missing') return found === 'refused';
      // A closed or frozen playlist would only play its last seconds once more.
      const there = absent === 'missing' || (found === 'live' && end !== frozenAt);
      if (there) this.build();
      return there;
    });
    this.#listener.changed();
  }

  stopLooking(): void {
    this.#lookout.stop();
    this.#absent = undefined;
  }

  /** The picture stands still: is it because nothing new is published? */
  checkFrozen(): void {
    const frozenMs = this.#watch.frozenMs();
    if (frozenMs >= this.#options.policy.frozenLookMs) this.lookFor('frozen');
    else if (frozenMs > 0 && !this.#absent) {
      this.#absent = 'frozen';
      this.#listener.changed();
    }
  }

  mediaFault(): void {
    this.#repair.fault();
  }

  /** Somebody says that it may be there by now: the network, or the room. */
  lookNow(): void {
    this.#ladder.now();
    this.#lookout.now();
  }

  /** Stops loading a live stream that nobody watches. */
  rest(): void {
    if (!this.live || this.#resting || !this.#engine) return;
    this.#resting = true;
    this.#engine.suspend();
  }

  /** Loads on. True: it had rested, and is behind. */
  wake(): boolean {
    const rested = this.#resting;
    this.#resting = false;
    if (rested) this.#engine?.resume();
    return rested;
  }

  /** Leaves nothing under way, and nothing in the video. */
  stop(): void {
    this.#builds += 1;
    this.#ladder.reset();
    this.#repair.stop();
    this.#lookout.stop();
    this.#engine?.destroy();
    this.#engine = undefined;
    emptyVideo(this.#options.video);
  }

  readonly #engineListener: EngineListener = {
    progressed: () => {
      this.#ladder.reset();
      if (!this.#lookout.active) this.#absent = undefined;
      this.#listener.changed();
    },
    playlist: news => {
      const now = performance.now();
      const regressed = this.#watch.read(news, now) === 'regressed';
      if (!regressed || now - this.#regressedAt < REGRESSION_EVERY_MS) return this.#listener.playlist(news);
      this.#regressedAt = now;
      this.build();
    },
    fault: fault => this.#fault(fault),
  };

  #fault({ kind, detail, cause }: Fault): void {
    const about = { detail, cause };
    if (kind === 'missing') this.lookFor('missing');
    else if (kind === 'refused') this.#fail('stream-refused', about);
    else if (kind === 'unsupported') this.#fail('stream-unsupported', about);
    else if (kind === 'media') this.#repair.fault();
    else if (!this.#ladder.fail()) this.#fail('stream-unreachable', about);
    this.#listener.changed();
  }

  #fail(code: Code, about: QunErrorOptions | QunError = {}): void {
    const error = about instanceof QunError ? about : new QunError(code, about);
    this.stop();
    this.#error = error;
    this.#listener.failed(error);
  }
}
