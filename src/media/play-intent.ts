import { Listeners } from './listeners.js';

/** A pause that follows an unmute this soon is the browser's refusal of sound, ms. */
const REFUSAL_MS = 1000;

interface WeixinBridge {
  invoke(method: string, data: object, answer: () => void): void;
}

/** What the viewer, or the page for them, wants: moving or not, with sound or not; and what the browser makes of it. */
export class PlayIntent {
  readonly #video: HTMLVideoElement;
  readonly #changed: () => void;
  readonly #bridge = new Listeners();
  #wanted = false;
  #blocked = false;
  #silenced = false;
  #held = false;
  #asked = false;
  #attempts = 0;
  #unmutedAt = -Infinity;

  /** When it was last wished that it should move, and not yet done, ms of the page's clock. */
  wantedAt: number | undefined;
  /** The browser once waited for a tap. */
  refused = false;

  constructor(video: HTMLVideoElement, changed: () => void) {
    this.#video = video;
    this.#changed = changed;
  }

  /** The picture should move. */
  get wanted(): boolean {
    return this.#wanted;
  }

  /** It should, and nobody holds it. */
  get moving(): boolean {
    return this.#wanted && !this.#held;
  }

  /** It should, but the browser waits for a tap. */
  get blocked(): boolean {
    return this.#blocked;
  }

  /** Silent, and not because the viewer said so. */
  get silenced(): boolean {
    return this.#silenced && this.#video.muted;
  }

  /** Muted from the beginning, so that the browser lets it move. The attribute is for those that look at nothing else. */
  startMuted(): void {
    this.#video.muted = true;
    this.#video.setAttribute('muted', '');
    this.#silenced = true;
  }

  /** What was wished without a place to play it yet; `attempt` follows when there is one. */
  want(): void {
    if (!this.#wanted || this.#blocked) this.wantedAt = performance.now();
    this.#wanted = true;
  }

  pause(): void {
    this.#wanted = false;
    this.#blocked = false;
    this.#video.pause();
    this.#changed();
  }

  /** Stands still without anyone having wished it; `release` goes on with what was wanted. */
  hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#video.pause();
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    void this.attempt();
  }

  /** Call it within a tap or a key press: browsers hear no other wish for sound. */
  unmute(): void {
    this.#silenced = false;
    this.#unmutedAt = performance.now();
    this.#video.muted = false;
    this.#video.removeAttribute('muted');
    if (this.#video.volume === 0) this.#video.volume = 1;
    this.#changed();
  }

  mute(): void {
    this.#silenced = false;
    this.#video.muted = true;
    this.#changed();
  }

  /** Plays, if that is wanted. Never rejects: the outcome is in `blocked`. */
  async attempt(): Promise<void> {
    if (!this.moving) return;
    const attempt = ++this.#attempts;
    try {
      await this.#video.play();
      if (attempt === this.#attempts) this.#blocked = false;
    } catch (cause) {
      // Others than NotAllowedError are a source that changed meanwhile, or one whose engine has its own words.
      const refused = cause instanceof DOMException && cause.name === 'NotAllowedError';
      if (attempt !== this.#attempts || !this.#wanted || !refused) return;
      if (!this.#video.muted) {
        this.startMuted();
        return this.attempt();
      }
      this.#blocked = this.refused = true;
      this.#askBridge();
    }
    this.#changed();
  }

  /** The video paused, for whatever reason. */
  onPause(): void {
    const { ended, error } = this.#video;
    if (this.moving && !ended && !error && document.visibilityState !== 'hidden') {
      if (performance.now() - this.#unmutedAt < REFUSAL_MS) {
        this.startMuted();
        void this.attempt();
        return;
      }
      // Headphones pulled, a media key, a call: the viewer's wish by other means.
      this.#wanted = false;
    }
    this.#changed();
  }

  /** Forgets what the browser said; what is wanted stays. */
  stop(): void {
    this.#attempts += 1;
    this.#blocked = false;
    this.#asked = false;
    this.#bridge.clear();
  }

  /** Inside WeChat its bridge may play where a page may not. A trick rather than a contract, so the button stays. */
  #askBridge(): void {
    this.#bridge.clear();
    if (!/MicroMessenger/i.test(navigator.userAgent)) return;
    const { WeixinJSBridge: bridge } = window as { WeixinJSBridge?: WeixinBridge };
    const again = () => {
      this.#bridge.clear();
      if (this.#blocked) void this.attempt();
    };
    if (!bridge) this.#bridge.on(document, 'WeixinJSBridgeReady', again);
    else if (!this.#asked) {
      this.#asked = true; // one question: its answer's own refusal must not ask again
      bridge.invoke('getNetworkType', {}, again);
    }
  }
}
