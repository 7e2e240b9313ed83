import { CatchUp } from './catch-up.js';
import type { CaptionTrack, Quality } from './choices.js';
import type { Engine } from './engine.js';
import { HlsWheel } from './hls-wheel.js';
import { NativeWheel } from './native-wheel.js';
import { PlayheadDate, type PlayheadSight } from './playhead-date.js';
import { Place } from './place.js';
import type { PlaybackStats } from './playback-stats.js';
import type { Seat, Wishes } from './steerable.js';
import type { Wheel } from './wheel.js';

/** What is steered and known of a playback, whichever engine it has at the moment. */
export class Steering {
  readonly #look: () => Seat;
  #playhead: PlayheadDate;
  readonly #catchUp = new CatchUp();
  readonly place: Place;
  #engine: Engine | undefined;
  #wheel: Wheel | undefined;
  /** The speed that was set here; anything else is the viewer's own. */
  #rate = 1;
  #fetching = false;

  constructor(look: () => Seat) {
    this.#look = look;
    this.#playhead = new PlayheadDate(look().wishes);
    this.place = new Place(look);
    this.follow();
    look().video.addEventListener('loadeddata', this.#arrive);
  }

  get qualities(): readonly Quality[] {
    return this.#now?.qualities ?? [];
  }

  get playingQuality(): Quality | undefined {
    return this.#now?.playing;
  }

  get captions(): readonly CaptionTrack[] {
    return this.#now?.captions ?? [];
  }

  get date(): number | undefined {
    const sight = this.#sight;
    return sight && this.#playhead.read(sight);
  }

  dateAt(time: number): number | undefined {
    const shift = this.#shift;
    if (shift === undefined) return undefined;
    return (this.#now?.dates.dateAt(time) ?? time * 1000) + shift;
  }

  timeAt(date: number): number | undefined {
    const shift = this.#shift;
    if (shift === undefined) return undefined;
    return this.#now?.dates.timeAt(date - shift) ?? (date - shift) / 1000;
  }

  get latencyS(): number | undefined {
    const sight = this.#sight;
    if (!sight?.live) return undefined;
    const date = this.#playhead.stated(sight);
    return date === undefined ? sight.distanceS : (this.#seat.wishes.now() - date) / 1000;
  }

  /** Does what is wished, with whatever engine there is. */
  follow(): void {
    const { wishes } = this.#seat;
    const wheel = this.#now;
    if (!wheel) return;
    wheel.follow(wishes);
    const known = wheel.captions.some(({ id }) => id === wishes.caption);
    if (known && wheel.needsFull && !this.#fetching) void this.#fetchFull(wishes);
  }

  /** Once per tick, while the picture moves: holds its latency. */
  tick(): void {
    const { video, live, playhead, engine } = this.#seat;
    const { ahead, behindByChoice } = playhead;
    this.place.watch();
    if (video.playbackRate !== this.#rate) return;
    const wheel = this.#now;
    // Elsewhere the sound crackles at any speed but its own.
    const may = wheel && engine?.hls && live && !behindByChoice && 'chrome' in globalThis;
    const { distanceS, targetLatencyS: targetS, parts = false } = wheel ?? {};
    this.#run(may ? this.#catchUp.rate({ distanceS, targetS, ahead, parts }) : 1);
  }

  /** The picture stands still. */
  stalled(): void {
    this.#catchUp.stalled();
    if (this.#seat.video.playbackRate === this.#rate) this.#run(1);
  }

  stats(): Partial<PlaybackStats> {
    const wheel = this.#now;
    const sight = this.#sight;
    const frames = this.#seat.video.getVideoPlaybackQuality?.();
    return {
      bitrate: wheel?.playing?.bitrate,
      droppedFrames: frames?.droppedVideoFrames,
      totalFrames: frames?.totalVideoFrames,
      latencyS: this.latencyS,
      targetLatencyS: this.#seat.live ? wheel?.targetLatencyS : undefined,
      bandwidth: wheel?.bandwidth,
      dated: sight !== undefined && this.#playhead.stated(sight) !== undefined,
    };
  }

  /** The engine is about to be another one: where the viewer chose to be is kept by its date. */
  leave(): void {
    this.place.remember(this.date);
  }

  stop(): void {
    this.stalled();
    this.place.stop();
    this.#look().video.removeEventListener('loadeddata', this.#arrive);
    this.#wheel?.stop();
    this.#wheel = undefined;
  }

  get #seat(): Seat {
    return this.#look();
  }

  /** The wheel of the engine that plays now. */
  get #now(): Wheel | undefined {
    const { engine, video, changed } = this.#seat;
    if (engine === this.#engine) return this.#wheel;
    this.#wheel?.stop();
    this.#engine = engine;
    this.#playhead = new PlayheadDate(this.#seat.wishes);
    this.#wheel =
      engine && (engine.hls ? new HlsWheel(engine.hls, changed) : new NativeWheel(video, changed));
    return this.#wheel;
  }

  get #sight(): PlayheadSight | undefined {
    const wheel = this.#now;
    const { video, live, playhead } = this.#seat;
    if (!wheel) return undefined;
    const { dates, distanceS } = wheel;
    return { time: video.currentTime, dates, distanceS, live, behindByChoice: playhead.behindByChoice };
  }

  /** What has to be added to the stream's own dates, or to its times where it has none; ms. */
  get #shift(): number | undefined {
    const sight = this.#sight;
    const date = sight && this.#playhead.read(sight);
    return date === undefined ? undefined : date - (sight!.dates.dateAt(sight!.time) ?? sight!.time * 1000);
  }

  readonly #arrive = (): void => {
    const date = this.place.recall();
    const time = date === undefined ? undefined : this.timeAt(date);
    if (time !== undefined) this.place.seek(time);
  };

  /** Captions that cannot be had are not shown as if they were. */
  async #fetchFull(wishes: Wishes): Promise<void> {
    this.#fetching = true;
    const here = await this.#seat.useFullEngine();
    this.#fetching = false;
    if (here) return;
    wishes.caption = undefined;
    console.warn('qunlive: captions need qunlive-hls-full.js, which did not arrive');
    this.#seat.changed();
  }

  #run(rate: number): void {
    this.#rate = rate;
    if (this.#seat.video.playbackRate !== rate) this.#seat.video.playbackRate = rate;
  }
}
