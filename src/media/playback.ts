import type { Metric } from '../core/metric.js';
import type { QunError } from '../protocol/index.js';
import { Attention } from './attention.js';
import { keepLineSpeed } from './line-memory.js';
import { Listeners } from './listeners.js';
import { Journal, type Sample } from './meter/journal.js';
import type { PlayIntent } from './play-intent.js';
import { Playhead } from './playhead.js';
import type { Span } from './choices.js';
import { isPlaylist } from './source-kind.js';
import { StallMeter } from './stall-meter.js';
import { Steerable, type Seat } from './steerable.js';
import { StreamKeeper, type StreamOptions } from './stream-keeper.js';
import { Watchdog } from './watchdog.js';

export { defaultPolicy } from './playback-policy.js';

export type PlaybackStatus =
  | 'idle'
  | 'loading'
  | 'playing'
  | 'paused'
  | 'buffering'
  | 'reconnecting'
  | 'waiting'
  | 'ended'
  | 'blocked'
  | 'error';

export interface PlaybackOptions extends Omit<StreamOptions, 'saveData' | 'full' | 'sid'> {
  intent: PlayIntent;
  /** Something that is shown may have changed. */
  changed(): void;
  /** The viewer has to act, or nothing can be done. */
  failed(error: QunError): void;
  /** It begins by itself, as far as the browser lets it. */
  autoplay?: boolean | undefined;
  /** How it does for its viewer. */
  metric?(metric: Metric): void;
}

/** One source in one video, from its opening to `destroy()`: how it goes, and what a viewer should be told. */
export class Playback extends Steerable {
  readonly #options: PlaybackOptions;
  readonly #listeners = new Listeners();
  readonly #stream: StreamKeeper;
  readonly #attention: Attention;
  readonly #playhead: Playhead;
  readonly #watchdog: Watchdog;
  readonly #stall: StallMeter;
  readonly #journal: Journal;
  #over = false;
  #started = false;
  #pictured = false;
  #behind = false;
  #expectsLive = false;
  #catchUp = false;
  #stalls = 0;

  constructor(options: PlaybackOptions) {
    super();
    this.#options = options;
    const { video, intent, policy, changed, failed } = options;
    const saveData = () => this.saveData;
    const { autoplay = false, entry } = options;
    const tell = (metric: Metric) => options.metric?.(metric);
    this.#journal = new Journal({ intent, autoplay, sample: () => this.#sample, tell }, entry);
    this.#stream = new StreamKeeper(
      { ...options, saveData },
      {
        leaving: () => this.steering?.leave(),
        building: () => this.#onBuilding(),
        attached: () => {
          this.#journal.write({ step: 'engine' });
          this.#attention.pace();
          this.steering?.follow();
          void intent.attempt();
        },
        playlist: ({ live, targetDurationS = 0 }) => this.#onPlaylist(live, targetDurationS),
        changed,
        remedied: remedy => this.#journal.write({ remedy }),
        failed: error => {
          this.#journal.write({ error });
          intent.stop();
          this.#stall.end();
          failed(error);
          changed();
        },
      },
    );
    this.#playhead = new Playhead(video, () => this.#stream.engine);
    this.#watchdog = new Watchdog(policy);
    this.#stall = new StallMeter(stall => {
      if (stall === 'buffering') this.#stalls += 1;
      // The end of a stream that was closed does not always come as an event.
      this.#watchdog.stalled();
      if (stall === 'reconnecting' && this.#stream.closed && this.#playhead.atEnd) this.#onEnd();
      changed();
    }, policy);
    this.#attention = new Attention(
      video,
      {
        tick: () => this.#onTick(),
        rest: () => this.#stream.rest(),
        shown: hiddenMs => this.#onShown(hiddenMs),
        online: () => this.#onOnline(),
      },
      policy,
    );
    this.#listen();
    this.#stream.build();
  }

  get status(): PlaybackStatus {
    const { wanted, blocked } = this.#options.intent;
    const { error, absent, retrying } = this.#stream;
    if (error) return 'error';
    if (this.#over) return 'ended';
    if (absent) return 'waiting';
    if (blocked) return 'blocked';
    if (!wanted) return this.#started ? 'paused' : 'idle';
    if (!this.#started) return retrying ? 'reconnecting' : 'loading';
    const { stall } = this.#stall;
    if (stall === 'none') return 'playing';
    return retrying ? 'reconnecting' : stall;
  }

  get error(): QunError | undefined {
    return this.#stream.error;
  }

  /** What it was given to play, absolute; it may hold a token. */
  get src(): string {
    return this.#options.src;
  }

  /** More is to come; undefined until the stream has said so. */
  get live(): boolean | undefined {
    return this.#stream.live;
  }

  /** Live, but further from the edge than the viewer need be. */
  get behind(): boolean {
    return this.#behind;
  }

  /** The video shows a picture of this source. */
  get pictured(): boolean {
    return this.#pictured;
  }

  /** It was live, and has been closed. */
  get closed(): boolean {
    return this.#stream.closed;
  }

  /** The stream has not been there yet, rather than been lost. */
  get unborn(): boolean {
    return this.#stream.absent === 'missing' && !this.#started;
  }

  /** Whether the room says that the show goes on. It knows better than a playlist that was closed. */
  set expectsLive(expected: boolean) {
    if (expected === this.#expectsLive) return;
    this.#expectsLive = expected;
    if (expected && this.#over) {
      this.#over = false;
      this.#onEnd();
    } else if (!expected && this.#stream.absent === 'over') {
      this.#stream.stopLooking();
      this.#onEnd();
    }
    this.#stream.lookNow();
  }

  /** What can be sought to, up to the live edge; undefined: not known. */
  get span(): Span | undefined {
    return this.#playhead.span;
  }

  /** Where a live viewer should be, s of media time; undefined when not live, or not known. */
  get edge(): number | undefined {
    return this.#playhead.edge;
  }

  /** Media time, s. */
  get time(): number {
    return this.#playhead.time;
  }

  /** To a media time (s), as far as there is one. In a live stream the viewer is behind by choice, until `seekToLive()`. */
  seek(time: number): void {
    const ended = this.#over;
    this.#over = false;
    if (this.steering) this.steering.place.seek(time);
    else this.#options.video.currentTime = time;
    if (!this.#stream.wake() && ended) this.#stream.engine?.resume();
    this.#measure();
  }

  /** To where live viewers are. Nothing happens to a recording. */
  seekToLive(): void {
    this.#playhead.toEdge();
    this.#measure();
  }

  /** After an error: everything from the beginning, with fresh patience. */
  retry(): void {
    this.#stream.retry();
  }

  /** A recording that is over, from its first picture. */
  restart(): void {
    this.seek(0);
  }

  destroy(): void {
    this.#journal.close();
    this.endSteering();
    this.#attention.stop();
    this.#listeners.clear();
    this.#options.intent.stop();
    this.#stall.end();
    this.#stream.stop();
  }

  protected get seat(): Seat {
    const { video, changed } = this.#options;
    const { engine, recoveries } = this.#stream;
    const playhead = this.#playhead;
    const { live, wishes } = this;
    const useFullEngine = () => this.#stream.useFull();
    const counts = { stalls: this.#stalls, recoveries };
    return { video, engine, live, wishes, playhead, ...counts, changed, useFullEngine };
  }

  get #sample(): Sample {
    const { intent, video } = this.#options;
    const { live, engineName: engine, latencyS, playingQuality: quality } = this;
    const { droppedFrames, totalFrames } = this.stats();
    const wanted = intent.moving && !this.#stream.absent;
    return { live, engine, latencyS, quality, droppedFrames, totalFrames, wanted, muted: video.muted };
  }

  #listen(): void {
    const { video, intent, changed } = this.#options;
    const on = (types: string, handler: () => void) => this.#listeners.on(video, types, handler);
    on('playing', () => {
      this.#started = true;
      this.#journal.write({ moment: 'moving' });
      this.#stall.end();
      this.#measure();
      changed();
    });
    let shownTime = video.currentTime;
    on('timeupdate', () => {
      // Browsers tell the time of a picture that stands still, too.
      const moved = video.currentTime !== shownTime;
      shownTime = video.currentTime;
      if (moved && !video.seeking && video.readyState > 2 && this.#stall.end())
        this.#journal.write({ moment: 'moving' });
    });
    on('loadedmetadata', () => this.#journal.write({ step: 'segment' }));
    on('loadeddata playing', () => {
      if (this.#pictured || video.readyState < 2) return;
      this.#pictured = true;
      this.beginSteering();
      changed();
    });
    on('emptied', () => (this.#pictured = false));
    on('waiting', () => this.steering?.stalled());
    on('waiting error', () => {
      if (intent.moving && this.#started) this.#stand();
    });
    // A new source leaves the element paused, whatever it was before.
    on('canplay', () => {
      this.#journal.write({ step: 'canPlay' });
      if (video.paused && !this.#over) void intent.attempt();
    });
    on('pause', () => {
      // The event comes a moment later, when it may be playing again.
      if (!video.paused) return;
      intent.onPause();
      if (intent.moving) return;
      this.#journal.write({ moment: 'paused' });
      this.#stall.end();
      this.#playhead.behindByChoice = this.#started && !intent.wanted;
    });
    on('play', () => {
      if (this.#stream.wake()) this.#catchUp = true;
    });
    on('seeking', () => this.#journal.write({ moment: 'seeking' }));
    on('seeked', () => {
      if (!video.paused && video.readyState > 2) this.#journal.write({ moment: 'moving' });
      this.#measure();
    });
    on('volumechange', () => {
      if (!video.muted) keepLineSpeed();
      changed();
    });
    on('ended', () => this.#onEnd());
  }

  #onBuilding(): void {
    this.#playhead.behindByChoice = false;
    if (this.#started) this.#journal.write({ remedy: 'reopen' });
    if (this.#started && this.#options.intent.moving) this.#stand();
    this.#options.changed();
  }

  #stand(): void {
    if (this.#stall.begin()) this.#journal.write({ moment: 'standing' });
  }

  #onPlaylist(live: boolean, targetDurationS: number): void {
    this.#journal.write({ step: 'playlist' });
    this.#playhead.targetDurationS = targetDurationS;
    if (this.#catchUp && live) {
      this.#catchUp = false;
      this.#keepPlace();
    }
    this.#options.changed();
  }

  /** Played to the end of what there is. */
  #onEnd(): void {
    this.#stall.end();
    if (this.#expectsLive && isPlaylist(this.#options.src)) return this.#stream.lookFor('over');
    this.#over = true;
    this.#journal.write({ moment: 'over' });
    this.#options.changed();
  }

  #onTick(): void {
    const { video, policy } = this.#options;
    const { engine } = this.#stream;
    this.steering?.tick();
    const remedy = this.#watchdog.look(this.#playhead, engine?.starvedMs ?? Infinity);
    this.#measure();
    if (this.#watchdog.stillMs >= policy.tickMs) this.#stand();
    if (this.#stall.stall !== 'none') this.#stream.checkFrozen();
    if (this.#watchdog.stillMs >= policy.tickMs) this.#stream.checkDeaf(this.#watchdog.stillMs);
    if (this.#stream.absent || this.#over) return;
    if (remedy === 'nudge' || remedy === 'resync') this.#journal.write({ remedy });
    if (remedy === 'nudge') video.currentTime += 0.1;
    else if (remedy === 'repair') this.#stream.mediaFault();
    else if (remedy === 'reload' && !this.#stream.quiet) this.#stream.build();
    else if (remedy === 'resync') this.#keepPlace();
  }

  /** Where the viewer chose to be; everybody else is live. */
  #keepPlace(): void {
    if (this.steering) this.steering.place.keep();
    else this.seekToLive();
  }

  #onShown(hiddenMs: number): void {
    const { policy, intent } = this.#options;
    const { live, error, absent } = this.#stream;
    if (!intent.wanted || error || absent || this.#over) return;
    const { behindByChoice } = this.#playhead;
    if (live && hiddenMs > policy.hiddenReloadMs) return this.#stream.build();
    if (live && hiddenMs > policy.hiddenResyncMs && !behindByChoice) this.seekToLive();
    if (this.#stream.wake()) this.#catchUp = true;
    void intent.attempt();
  }

  #onOnline(): void {
    if (this.error?.temporary) this.retry();
    else this.#stream.lookNow();
  }

  #measure(): void {
    const { behind } = this.#playhead;
    if (behind === this.#behind) return;
    this.#behind = behind;
    this.#options.changed();
  }
}
