import type { Metric } from '../../core/metric.js';
import { fetchHls } from '../../media/fetch-hls.js';
import type { HlsLoader } from '../../media/hls-loader.js';
import { PlayIntent } from '../../media/play-intent.js';
import type { PlaybackPolicy } from '../../media/playback-policy.js';
import { loadPlayback } from '../../media/load-playback.js';
import type { RefreshUrl } from '../../media/address-refresh.js';
import type { CmcdMode } from '../../media/cmcd.js';
import type { Playback } from '../../media/playback.js';
import { createVideo } from '../../media/video-element.js';
import { QunError, type Phase } from '../../protocol/index.js';
import type { StreamView } from './face.js';
import { openingTime } from './opening-time.js';

/** What the page would have the player do: the element itself, as it is at the moment. */
interface PageWish {
  readonly autoplay: boolean;
  readonly muted: boolean;
  readonly preload: 'auto' | 'none';
  readonly workerPath?: string | undefined;
  readonly hlsLoader?: HlsLoader | undefined;
  readonly policy?: Partial<PlaybackPolicy> | undefined;
  readonly refreshUrl?: RefreshUrl | undefined;
  readonly saveData: boolean;
  readonly pdtOffset: number;
  readonly cmcd?: CmcdMode | undefined;
  readonly engine?: 'native' | 'hls' | undefined;
}

/** What is to be played, by the page or the room. */
export interface Wish {
  /** Absolute; undefined: there is nothing to play. */
  src: string | undefined;
  poster: string | undefined;
  phase: Phase | undefined;
}

interface Changes {
  changed(): void;
  failed(error: QunError): void;
  metric(metric: Metric): void;
}

/** An element's one video, and the playback in it: opens what may be played, and lets go of what may not. */
export class PlayerStream {
  readonly video = createVideo();
  readonly intent: PlayIntent;
  readonly #page: PageWish;
  readonly #changes: Changes;
  #playback: Playback | undefined;
  /** Why there is no playback. */
  #error: QunError | undefined;
  #opening: AbortController | undefined;
  #wish: Wish | undefined;
  #src: string | undefined;
  #asked = false;
  #begun = false;
  #held = false;

  /** The element is in, or near, the viewport. */
  near = false;

  constructor(page: PageWish, changes: Changes) {
    this.#page = page;
    this.#changes = changes;
    this.intent = new PlayIntent(this.video, () => changes.changed());
  }

  get playback(): Playback | undefined {
    return this.#playback;
  }

  /** How it goes with the source, from its opening on. */
  get view(): StreamView | undefined {
    if (this.#playback || !this.#src) return this.#playback;
    const status = this.#error ? 'error' : this.intent.wanted ? 'loading' : 'idle';
    return { status, error: this.#error, unborn: false, closed: false };
  }

  /** Once more, after an error. */
  retry(): void {
    if (this.#playback) this.#playback.retry();
    else if (this.#error && this.#src && this.#wish) {
      this.#close();
      this.#open(this.#src, this.#wish);
      this.#changes.changed();
    }
  }

  /** It moves, or will as soon as it is seen. */
  wanted(autoplay: boolean): boolean {
    return this.intent.wanted || (autoplay && !this.#begun);
  }

  /** Somebody asked to play: no waiting for the viewport any more. */
  ask(): void {
    this.#asked = true;
    this.intent.want();
  }

  /** Plays what there is; a recording that is over from its beginning, and a show that is over not at all. */
  play(): Promise<void> {
    if (this.#playback?.status === 'ended') {
      if (this.#playback.closed && this.#wish?.phase !== 'replay') return Promise.resolve();
      this.#playback.restart();
    }
    return this.intent.attempt();
  }

  /** Makes the playback what is wished. Two sources in one tick are one, since elements update once. */
  follow(wish: Wish): void {
    const { phase } = (this.#wish = wish);
    const { autoplay, preload, saveData, pdtOffset } = this.#page;
    const here = this.near && (autoplay || preload !== 'none' || this.intent.wanted);
    const open = (this.#asked || here) && phase !== 'warmup' && phase !== 'ended';
    const src = open ? wish.src : undefined;
    if (src !== this.#src) {
      this.#close();
      this.#src = src;
      if (src) this.#open(src, wish);
      this.#changes.changed();
    }
    if (!this.#playback) return;
    if (this.#playback.saveData !== saveData) this.#playback.saveData = saveData;
    this.#playback.pdtOffsetMs = pdtOffset;
    this.#playback.expectsLive = phase === 'live' || phase === 'paused' || phase === 'interrupted';
    this.#hold(phase === 'paused');
  }

  async #begin(src: string, wish: Wish, { signal }: AbortController): Promise<void> {
    try {
      // Ours is fetched from here, so that a script knows where from: what keeps a stream playing is itself fetched later.
      const { policy, hlsLoader = fetchHls, workerPath, refreshUrl, engine, cmcd, autoplay } = this.#page;
      const opening = openingTime(wish.phase);
      const { Playback, defaultPolicy, entry } = await loadPlayback(this.video, src, engine, signal);
      const startAt = await opening;
      if (signal.aborted) return;
      this.#playback = new Playback({
        video: this.video,
        intent: this.intent,
        src,
        policy: { ...defaultPolicy, ...policy },
        hlsLoader,
        workerPath,
        refreshUrl,
        engine,
        cmcd,
        entry,
        startAt,
        autoplay,
        ...this.#changes,
      });
      this.follow(this.#wish!);
    } catch (cause) {
      if (signal.aborted) return;
      const error = QunError.from(cause, 'engine-failed');
      this.#error = error;
      this.intent.stop();
      const again = () => this.retry();
      window.addEventListener('online', again);
      signal.addEventListener('abort', () => window.removeEventListener('online', again));
      this.#changes.failed(error);
    }
    this.#changes.changed();
  }

  /** Leaves nothing: no request, no buffer, no timer. */
  letGo(): void {
    this.near = false;
    this.#asked = false;
    this.#close();
    this.#src = undefined;
  }

  #open(src: string, wish: Wish): void {
    const { poster } = wish;
    const { autoplay, muted } = this.#page;
    if (!this.#begun) {
      this.#begun = true;
      if (autoplay || muted) this.intent.startMuted();
      if (autoplay) this.intent.want();
    }
    // For kernels that draw the video above the page, and so above our own poster.
    if (poster) this.video.poster = poster;
    this.#opening = new AbortController();
    void this.#begin(src, wish, this.#opening);
  }

  #close(): void {
    this.#opening?.abort();
    this.#opening = undefined;
    this.#error = undefined;
    this.#playback?.destroy();
    this.#playback = undefined;
  }

  /** The host makes a break: the picture stands, and comes back where everybody is. */
  #hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    if (held) return this.intent.hold();
    this.#playback?.seekToLive();
    this.intent.release();
  }
}
