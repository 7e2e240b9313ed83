import { Listeners } from './listeners.js';
import type { PlaybackPolicy } from './playback-policy.js';
import { Presence } from './presence.js';

export interface AttentionListener {
  /** Once per tick, while the picture should move and is seen. */
  tick(): void;
  /** Left alone for so long that loading on would waste the viewer's data. */
  rest(): void;
  /** Looked at again after `hiddenMs`. */
  shown(hiddenMs: number): void;
  online(): void;
}

/** How much care a video needs at the moment: a watchdog's while it plays, none while nobody looks. */
export class Attention {
  readonly #video: HTMLVideoElement;
  readonly #listener: AttentionListener;
  readonly #policy: PlaybackPolicy;
  readonly #listeners = new Listeners();
  readonly #presence: Presence;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(video: HTMLVideoElement, listener: AttentionListener, policy: PlaybackPolicy) {
    this.#video = video;
    this.#listener = listener;
    this.#policy = policy;
    this.#listeners.on(video, 'play pause volumechange', () => this.pace());
    this.#presence = new Presence({
      hidden: () => this.pace(),
      shown: hiddenMs => {
        this.pace();
        listener.shown(hiddenMs);
      },
      online: () => listener.online(),
    });
  }

  /** Begins, goes on or rests, as the video and the page stand now. */
  pace(): void {
    const { paused, muted } = this.#video;
    const { tickMs, suspendAfterMs } = this.#policy;
    const hidden = document.visibilityState === 'hidden';
    this.#stopTimers();
    if (!paused && !hidden) this.#ticking = setInterval(() => this.#listener.tick(), tickMs);
    // A hidden page that can be heard is a viewer who listens.
    else if (paused || muted) {
      this.#resting = setTimeout(() => this.#listener.rest(), suspendAfterMs * (paused ? 1 : 2));
    }
  }

  stop(): void {
    this.#stopTimers();
    this.#listeners.clear();
    this.#presence.stop();
  }

  #stopTimers(): void {
    clearInterval(this.#ticking);
    clearTimeout(this.#resting);
  }
}
