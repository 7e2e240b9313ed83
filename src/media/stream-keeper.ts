import { QunError, type Code, type QunErrorOptions } from '../protocol/index.js';
import { makeId } from '../core/make-id.js';
import { AddressRefresh, type RefreshUrl } from './address-refresh.js';
import { DeafCheck } from './deaf-check.js';
import type { Engine, EngineListener, Fault, PlaylistNews } from './engine.js';
import type { Entry } from './entry.js';
import { fetchFullHls, fetchHls } from './fetch-hls.js';
import { HeadStart } from './head-start.js';
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
  /** Brings a fresh address when this one is refused. Default: none, and a refusal is the end. */
  refreshUrl?: RefreshUrl | undefined;
  /** Media time to begin a recording at, s. Default: its beginning. */
  startAt?: number | undefined;
  /** No picture larger than it has to be, as wished at the moment. */
  saveData?: (() => boolean) | undefined;
  /** The playlists of `src`, on their way already. Used once. */
  entry?: Entry | undefined;
}

export interface StreamListener {
  /** The engine is about to be another one, and its picture still there. */
  leaving(): void;
  /** A new engine is on its way; the picture will break off. */
  building(): void;
  /** The engine holds the video: it may play. */
  attached(): void;
  playlist(news: PlaylistNews): void;
  /** Something was done to keep it coming. */
  remedied?(remedy: 'repair' | 'resume' | 'readdress'): void;
  /** Something that is shown may have changed. */
  changed(): void;
  /** Patience is used up, or there is nothing to be done. */
  failed(error: QunError): void;
}

/** Why there is no stream: nothing published yet, closed although more is expected, or an encoder gone quiet. */
export type Absence = 'missing' | 'over' | 'frozen';

/** A regression may be two caches that disagree; then every reading would start the stream anew. */
const REGRESSION_EVERY_MS = 10_000;
/** A player that was opened anew, and so soon hears nothing once more, is not helped by it, ms. */
const DEAF_AGAIN_MS = 20_000;

/** Keeps one source coming: makes its engine, answers its faults, waits for a stream that is not there. */
export class StreamKeeper {
  readonly #options: StreamOptions;
  readonly #listener: StreamListener;
  readonly #ladder: RetryLadder;
  readonly #repair: MediaRepair;
  readonly #lookout: StreamLookout;
  readonly #watch: PlaylistWatch;
  readonly #address: AddressRefresh;
  readonly #deaf: DeafCheck;
  #engine: Engine | undefined;
  #builds = 0;
  #ahead: HeadStart | undefined;
  #error: QunError | undefined;
  #absent: Absence | undefined;
  #resting = false;
  #regressedAt = -Infinity;
  #deafAt = -Infinity;
  readonly #sid = makeId(16);
  #full = false;
  #repairs = 0;

  constructor(options: StreamOptions, listener: StreamListener) {
    this.#options = options;
    this.#listener = listener;
    const { policy, src, refreshUrl } = options;
    this.#address = new AddressRefresh(src, refreshUrl);
    this.#watch = new PlaylistWatch(policy);
    this.#ladder = new RetryLadder(() => {
      if (!this.#engine) return this.build();
      listener.remedied?.('resume');
      this.#engine.resume();
    }, policy);
    const look = (signal: AbortSignal) => probe(this.#address.src, signal);
    this.#lookout = new StreamLookout(look, policy);
    this.#deaf = new DeafCheck(look, policy);
    const repair = () => {
      this.#repairs += 1;
      listener.remedied?.('repair');
      this.#engine?.repair();
    };
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
    this.#listener.leaving();
    const { video } = this.#options;
    const { src } = this.#address;
    const over = this.live === false && !this.#absent;
    const startAt = build === 1 ? this.#options.startAt : over ? video.currentTime : undefined;
    this.#engine?.destroy();
    this.#engine = undefined;
    this.#absent = undefined;
    this.#resting = false;
    this.#deaf.reset();
    this.#watch.forget();
    this.#listener.building();
    const choice = { ...this.#options, full: this.#full, sid: this.#sid };
    chooseEngine(video, src, choice, this.#headStart()).then(
      make => {
        if (build !== this.#builds) return;
        const saveData = this.#options.saveData?.();
        this.#engine = make({ video, src, startAt, saveData, listener: this.#engineListener });
        this.#listener.attached();
      },
      (error: QunError) => {
        if (build !== this.#builds) return;
        if (!error.temporary || !this.#ladder.fail()) this.#fail(error.code, error);
        this.#listener.changed();
      },
    );
  }

  /** For the first build alone. */
  #headStart(): HeadStart | undefined {
    const { video, entry, engine, startAt } = this.#options;
    const first = this.#builds === 1 && engine !== 'native' && entry;
    this.#ahead?.stop();
    this.#ahead = first ? new HeadStart({ video, entry, startAt }) : undefined;
    return this.#ahead;
  }

  /**
   * Goes on with hls.js's full build, where that is not what plays; the picture stays until it is here. Resolves to
   * whether it is. A page that brings its own engine has chosen.
   */
  async useFull(): Promise<boolean> {
    const { hlsLoader = fetchHls } = this.#options;
    const engine = this.#engine;
    if (this.#full || hlsLoader !== fetchHls) return this.#full;
    try {
      await fetchFullHls();
    } catch {
      return false;
    }
    if (this.#full || engine !== this.#engine) return this.#full;
    this.#full = true;
    this.build();
    return true;
  }

  /** Without its sound a stream is broken: the full build is asked for until it comes, or patience ends. */
  async #beyond(): Promise<void> {
    const engine = this.#engine;
    const here = await this.useFull();
    if (here || engine !== this.#engine || (this.#options.hlsLoader ?? fetchHls) !== fetchHls) return;
    this.#full = true;
    this.build();
  }

  /** How often it had to do something to keep the stream coming. */
  get recoveries(): number {
    return Math.max(0, this.#builds - 1 - Number(this.#full)) + this.#repairs;
  }

  /** Everything from the beginning, with fresh patience. */
  retry(): void {
    this.#error = undefined;
    this.#ladder.reset();
    this.#repair.reset();
    this.#address.reset();
    this.build();
  }

  /** Stops the engine and looks, now and then, whether the stream has come. */
  lookFor(absent: Absence): void {
    const frozenAt = absent === 'frozen' ? this.#watch.end : undefined;
    this.#absent = absent;
    this.#ladder.reset();
    this.#engine?.suspend();
    this.#lookout.start(({ found, end }) => {
      if (found === 'refused') this.#refused(true, { detail: 'the playlist is refused' });
      if (found === 'refused' || found === 'missing') return this.#error !== undefined;
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

  /** The origin was asked, and has nothing that a fresh engine could play. */
  get quiet(): boolean {
    return this.#deaf.quiet;
  }

  /** The picture stands still, for so long: does its player only not hear that the stream goes on? */
  checkDeaf(stillMs: number): void {
    if (!this.#engine?.silent || this.#lookout.active) return;
    const { video } = this.#options;
    const { currentTime } = video;
    void this.#deaf.check(stillMs).then(heard => {
      if (!heard || video.currentTime !== currentTime) return;
      const { found, end, deaf, rendition, lost } = heard;
      if (found === 'refused') this.#refused(false);
      if (found === 'live') this.#watch.read({ live: true, ...(end === undefined ? {} : { end }) });
      if (!deaf) return;
      const again = performance.now() - this.#deafAt < DEAF_AGAIN_MS;
      this.#deafAt = performance.now();
      // A player that looks for a rendition which is gone finds it gone whenever it is opened anew.
      if (rendition && (lost || again)) this.#leadTo(rendition);
      else this.build();
    });
  }

  /** Has a silent engine play this rendition alone. */
  #leadTo(rendition: string): void {
    this.#deaf.reset();
    this.#listener.remedied?.('readdress');
    this.#engine?.readdress(rendition);
  }

  mediaFault(): void {
    const { reopenEveryMs, repairEveryMs } = this.#options.policy;
    this.#repair.fault(undefined, this.#engine?.silent ? reopenEveryMs : repairEveryMs);
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
    this.#address.stop();
    this.#deaf.reset();
    this.#ahead?.stop();
    this.#ahead = undefined;
    this.#engine?.destroy();
    this.#engine = undefined;
    emptyVideo(this.#options.video);
  }

  readonly #engineListener: EngineListener = {
    progressed: () => {
      this.#ladder.reset();
      this.#address.good();
      // A silent engine was never told to stop; where it plays, the stream is there.
      if (this.#engine?.silent && this.#lookout.active) this.stopLooking();
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
    refused: () => this.#refused(false),
    fault: fault => this.#fault(fault),
    beyond: () => void this.#beyond(),
  };

  #fault({ kind, detail, cause }: Fault): void {
    const about = { detail, cause };
    if (kind === 'missing') this.lookFor('missing');
    else if (kind === 'refused') this.#refused(true, about);
    // What a browser has played it can play: a stream that was opened anew met something broken in it.
    else if (kind === 'unsupported' && !(this.#engine?.silent && this.live !== undefined))
      this.#fail('stream-unsupported', about);
    else if (kind === 'media') this.mediaFault();
    else if (!this.#ladder.fail()) this.#fail('stream-unreachable', about);
    this.#listener.changed();
  }

  /** `stopped`: nobody tries any more unless we do. */
  #refused(stopped: boolean, about: QunErrorOptions = {}): void {
    const wait = (hope: boolean) => {
      if (!hope || !this.#ladder.fail()) return this.#fail('stream-refused', about);
      this.#listener.changed();
    };
    const asked = this.#address.refresh(
      (src, again) => {
        if (this.#lookout.active) return;
        if (again || !this.#engine) return this.build();
        this.#listener.remedied?.('readdress');
        this.#engine.readdress(src);
      },
      () => wait(true),
    );
    // A stream that has played may be refused by mistake; one that never did is not for us.
    if (!asked && stopped) wait(this.live !== undefined);
  }

  #fail(code: Code, about: QunErrorOptions | QunError = {}): void {
    const error = about instanceof QunError ? about : new QunError(code, about);
    this.stop();
    this.#error = error;
    this.#listener.failed(error);
  }
}
