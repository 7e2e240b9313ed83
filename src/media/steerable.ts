import type { CaptionTrack, EngineName, Quality } from './choices.js';
import type { Engine } from './engine.js';
import type { Playhead } from './playhead.js';
import type { PlaybackStats } from './playback-stats.js';
import { steering } from './steering-part.js';
import type { Steering } from './steering.js';

/** What is wished of a playback, whether it can be had or not. */
export interface Wishes {
  /** `Quality.id`; undefined: as the line allows. */
  quality: string | undefined;
  /** `CaptionTrack.id`; undefined: none. */
  caption: string | undefined;
  /** No picture larger than it has to be. */
  saveData: boolean;
  /** Added to the stream's dates, ms: what its encoder's clock is known to be wrong by. */
  pdtOffsetMs: number;
  /** The clock that the stream's dates are held against, ms since 1970. */
  now: () => number;
}

/** A playback as those see it who steer it. Media times in s. */
export interface Seat {
  readonly video: HTMLVideoElement;
  readonly engine: Engine | undefined;
  readonly live: boolean | undefined;
  readonly wishes: Wishes;
  readonly playhead: Playhead;
  readonly stalls: number;
  readonly recoveries: number;
  /** Something that is shown may have changed. */
  changed(): void;
  /** Goes on with hls.js's full build, from where it is. Resolves to whether that is here. */
  useFullEngine(): Promise<boolean>;
}

/** What can be chosen and known of a playback besides its picture. Nothing of it is there before the first picture. */
export abstract class Steerable {
  protected readonly wishes: Wishes = {
    quality: undefined,
    caption: undefined,
    saveData: false,
    pdtOffsetMs: 0,
    now: () => Date.now(),
  };
  protected steering: Steering | undefined;
  #asked = false;

  protected abstract readonly seat: Seat;

  /** Best first; none where the browser chooses by itself. */
  get qualities(): readonly Quality[] {
    return this.steering?.qualities ?? [];
  }

  /** The chosen one's id; undefined: as the line allows. */
  get quality(): string | undefined {
    return this.wishes.quality;
  }

  /** What is shown now. */
  get playingQuality(): Quality | undefined {
    return this.steering?.playingQuality;
  }

  /** Stays with one rendition; undefined: as the line allows. One that is gone is left for any other. */
  chooseQuality(id: string | undefined): void {
    this.wishes.quality = id;
    this.#follow();
  }

  /** No more than about 480 lines while the line decides. Default false. */
  get saveData(): boolean {
    return this.wishes.saveData;
  }

  set saveData(save: boolean) {
    this.wishes.saveData = save;
    this.#follow();
  }

  /** Those the stream has, whether its engine can show them yet or not. */
  get captions(): readonly CaptionTrack[] {
    return this.steering?.captions ?? [];
  }

  /** The chosen one's id; undefined: none. */
  get caption(): string | undefined {
    return this.wishes.caption;
  }

  /** Shows captions, with the full engine where it takes that; undefined: none. */
  chooseCaption(id: string | undefined): void {
    this.wishes.caption = id;
    this.#follow();
  }

  /** When the picture at the playhead was made, ms since 1970; undefined: not known. */
  get date(): number | undefined {
    return this.steering?.date;
  }

  /** When the picture at a media time (s) was made, ms since 1970; undefined: not known. */
  dateAt(time: number): number | undefined {
    return this.steering?.dateAt(time);
  }

  /** The media time (s) of the first picture made at or after `date`, ms since 1970; undefined: not known. */
  timeAt(date: number): number | undefined {
    return this.steering?.timeAt(date);
  }

  /** How late a live picture is, s: by its date where the stream has dates, else by the end of its playlist. */
  get latencyS(): number | undefined {
    return this.steering?.latencyS;
  }

  /** Live, and behind since the viewer wants it so: paused, or stepped back. */
  get behindByChoice(): boolean {
    return this.seat.playhead.behindByChoice;
  }

  /** The stream did not reach back to where the viewer was: where it went on, for six seconds. */
  get skipped(): 'oldest' | 'edge' | undefined {
    return this.steering?.place.skipped;
  }

  /** What the stream's dates are held against, ms since 1970: a room's clock is better than a phone's. Default `Date.now`. */
  set now(now: () => number) {
    this.wishes.now = now;
  }

  /** Added to the stream's dates, ms: what its encoder's clock is wrong by. Default 0. */
  set pdtOffsetMs(ms: number) {
    this.wishes.pdtOffsetMs = ms;
  }

  /** `hls`, until something else plays. */
  get engineName(): EngineName {
    return this.seat.engine?.name ?? 'hls';
  }

  /** Figures for those who look closely; before the first picture most of them are undefined. */
  stats(): PlaybackStats {
    const { video, playhead, stalls, recoveries } = this.seat;
    return {
      width: video.videoWidth,
      height: video.videoHeight,
      bufferS: playhead.ahead,
      stalls,
      recoveries,
      engine: this.engineName,
      bitrate: undefined,
      droppedFrames: undefined,
      totalFrames: undefined,
      latencyS: undefined,
      targetLatencyS: undefined,
      bandwidth: undefined,
      dated: false,
      ...this.steering?.stats(),
    };
  }

  /** There is a picture: what is steered may come. */
  protected beginSteering(): void {
    if (this.#asked) return;
    this.#asked = true;
    void steering.come().then(Steering => {
      if (!this.#asked) return;
      this.steering = new Steering(() => this.seat);
      this.seat.changed();
    });
  }

  protected endSteering(): void {
    this.#asked = false;
    this.steering?.stop();
    this.steering = undefined;
  }

  #follow(): void {
    this.steering?.follow();
    this.seat.changed();
  }
}
