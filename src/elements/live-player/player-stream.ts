import type { HlsLoader } from '../../media/hls-engine.js';
import { PlayIntent } from '../../media/play-intent.js';
import { defaultPolicy, type PlaybackPolicy } from '../../media/playback-policy.js';
import { Playback } from '../../media/playback.js';
import { createVideo } from '../../media/video-element.js';
import type { Phase, QunError } from '../../protocol/index.js';

/** What the page and the room would have the player do. */
export interface Wish {
  /** Absolute; undefined: there is nothing to play. */
  src: string | undefined;
  poster: string | undefined;
  phase: Phase | undefined;
  autoplay: boolean;
  muted: boolean;
  preload: 'auto' | 'none';
  workerPath: string | undefined;
  hlsLoader: HlsLoader | undefined;
  policy: Partial<PlaybackPolicy> | undefined;
}

interface Changes {
  changed(): void;
  failed(error: QunError): void;
}

/** An element's one video, and the playback in it: opens what may be played, and lets go of what may not. */
export class PlayerStream {
  readonly video = createVideo();
  readonly intent: PlayIntent;
  readonly #changes: Changes;
  #playback: Playback | undefined;
  #src: string | undefined;
  #asked = false;
  #begun = false;
  #held = false;

  /** The element is in, or near, the viewport. */
  near = false;

  constructor(changes: Changes) {
    this.#changes = changes;
    this.intent = new PlayIntent(this.video, () => changes.changed());
  }

  get playback(): Playback | undefined {
    return this.#playback;
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

  /** Makes the playback what is wished. Two sources in one tick are one, since elements update once. */
  follow(wish: Wish): void {
    const { phase, autoplay, preload } = wish;
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
    this.#playback.expectsLive = phase === 'live' || phase === 'paused' || phase === 'interrupted';
    this.#hold(phase === 'paused');
  }

  /** Leaves nothing: no request, no buffer, no timer. */
  letGo(): void {
    this.near = false;
    this.#asked = false;
    this.#close();
    this.#src = undefined;
  }

  #open(src: string, { poster, autoplay, muted, policy, hlsLoader, workerPath }: Wish): void {
    if (!this.#begun) {
      this.#begun = true;
      if (autoplay || muted) this.intent.startMuted();
      if (autoplay) this.intent.want();
    }
    // For kernels that draw the video above the page, and so above our own poster.
    if (poster) this.video.poster = poster;
    this.#playback = new Playback({
      video: this.video,
      intent: this.intent,
      src,
      policy: { ...defaultPolicy, ...policy },
      hlsLoader,
      workerPath,
      ...this.#changes,
    });
  }

  #close(): void {
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
