import type { Engine, EngineOptions, Fault } from './engine.js';
import { Listeners } from './listeners.js';
import { probe } from './probe.js';

/** Seconds from the end of what can be sought to where playing is safe; the browser does not tell its hold-back. */
const HOLD_BACK_S = 6;

/** The browser's own player: files everywhere, playlists on Apple's. It retries nothing, so all recovery is ours. */
export class NativeEngine implements Engine {
  readonly name = 'native';
  readonly starvedMs = 10_000;
  readonly silent = true;
  readonly #options: EngineOptions;
  readonly #listeners = new Listeners();
  #gone = new AbortController();
  #played = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    const { video, listener } = options;
    this.#listeners.on(video, 'error', () => void this.#explain());
    this.#listeners.on(video, 'timeupdate', () => {
      if (video.readyState > 2) this.#played = true;
      listener.progressed();
    });
    this.#listeners.on(video, 'loadedmetadata durationchange', () => {
      if (!Number.isNaN(video.duration)) listener.playlist({ live: video.duration === Infinity });
    });
    this.#listeners.on(video, 'loadedmetadata', () => {
      if (options.startAt !== undefined) video.currentTime = options.startAt;
    });
    video.src = options.src;
  }

  get edge(): number | undefined {
    const { video } = this.#options;
    const { seekable } = video;
    if (video.duration !== Infinity || seekable.length === 0) return undefined;
    const last = seekable.length - 1;
    return Math.max(seekable.start(last), seekable.end(last) - HOLD_BACK_S);
  }

  resume(): void {
    const { video, src } = this.#options;
    if (video.error || video.networkState === HTMLMediaElement.NETWORK_EMPTY) video.src = src;
  }

  readdress(src: string): void {
    this.#options.src = src;
    this.repair();
  }

  /** A paused native player stops loading when it likes; there is nothing to tell it. */
  suspend(): void {}

  repair(): void {
    const { video, src } = this.#options;
    this.#options.startAt = video.duration === Infinity ? undefined : video.currentTime;
    video.src = src;
  }

  destroy(): void {
    this.#gone.abort();
    this.#listeners.clear();
  }

  /** `MediaError` names no status, so the source is asked for its own. */
  async #explain(): Promise<void> {
    const { video, src, listener } = this.#options;
    const error = video.error;
    if (!error) return;
    const { signal } = this.#gone;
    const kind = await kindOf(error, src, this.#played, signal);
    if (signal.aborted) return;
    listener.fault({ kind, detail: error.message || `media error ${error.code}`, cause: error });
  }
}

async function kindOf(
  error: MediaError,
  src: string,
  played: boolean,
  signal: AbortSignal,
): Promise<Fault['kind']> {
  if (error.code === MediaError.MEDIA_ERR_DECODE) return 'media';
  const { found } = await probe(src, signal);
  if (found === 'missing' || found === 'refused') return found;
  // What has played can be played: something in it is missing, or was not whole.
  const readable = !played && found !== 'unknown' && error.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED;
  return readable ? 'unsupported' : 'network';
}
