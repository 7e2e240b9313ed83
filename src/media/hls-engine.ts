import type { Engine, EngineOptions, Fault } from './engine.js';
import type { ErrorData, HlsConfig, HlsConstructor, LevelDetails } from './hls-loader.js';
import { hlsSettings, settingsForParts } from './hls-settings.js';
import type { PlaybackPolicy } from './playback-policy.js';
import { statusMeans } from './probe.js';

export interface HlsEngineOptions extends EngineOptions {
  policy: PlaybackPolicy;
  /** URL of hls.js's worker script, of the page's own origin. Without it media is prepared on the main thread. */
  workerPath?: string | undefined;
}

/** What the last stream of this page learnt of the line, bits/s. Kept in memory alone. */
let bandwidth: number | undefined;

/** hls.js over Media Source Extensions. */
export class HlsEngine implements Engine {
  readonly starvedMs = 60_000;
  readonly #hls: InstanceType<HlsConstructor>;
  readonly #src: string;
  #parsed = false;
  #destroyed = false;

  constructor(Hls: HlsConstructor, options: HlsEngineOptions) {
    const { video, src, startAt, policy, workerPath, listener } = options;
    this.#src = src;
    const settings: Partial<HlsConfig> = hlsSettings({ policy, workerPath, startAt, bandwidth });
    const hls = (this.#hls = new Hls(settings));
    hls.on(Hls.Events.MANIFEST_PARSED, () => (this.#parsed = true));
    hls.on(Hls.Events.LEVEL_LOADED, (_, { details }) => {
      this.#tune(details);
      const { live, targetduration: targetDurationS, endSN, lastPartSn, lastPartIndex } = details;
      const end = Math.max(endSN + 1, lastPartSn + (lastPartIndex + 1) / 1000);
      listener.playlist({ live, targetDurationS, end });
    });
    hls.on(Hls.Events.FRAG_BUFFERED, () => {
      bandwidth = hls.bandwidthEstimate;
      listener.progressed();
    });
    hls.on(Hls.Events.ERROR, (_, data) => {
      if (!data.fatal) return;
      const fault: Fault = { kind: kindOf(data), detail: data.details, cause: data.error };
      // hls.js stops itself after this event; whatever we start must come later.
      queueMicrotask(() => {
        if (!this.#destroyed) listener.fault(fault);
      });
    });
    hls.attachMedia(video);
    hls.loadSource(src);
  }

  get edge(): number | undefined {
    return this.#hls.latestLevelDetails?.live ? (this.#hls.liveSyncPosition ?? undefined) : undefined;
  }

  resume(): void {
    if (this.#parsed) this.#hls.startLoad(-1);
    else this.#hls.loadSource(this.#src);
  }

  suspend(): void {
    this.#hls.stopLoad();
  }

  repair(): void {
    this.#hls.recoverMediaError();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#hls.destroy();
  }

  #tune(details: LevelDetails): void {
    const { config } = this.#hls;
    if (details.live && details.partList) Object.assign(config, settingsForParts());
    else if (!details.live && config.maxLiveSyncPlaybackRate > 1) {
      // hls.js leaves the catch-up speed on when a live stream ends.
      config.maxLiveSyncPlaybackRate = 1;
      if (this.#hls.media) this.#hls.media.playbackRate = 1;
    }
  }
}

function kindOf({ type, details, response }: ErrorData): Fault['kind'] {
  if (/codec/i.test(details)) return 'unsupported';
  if (type !== 'networkError') return 'media';
  const meaning = response?.code ? statusMeans(response.code) : undefined;
  if (meaning === 'refused') return 'refused';
  // A rendition or a segment that is missing comes back; a missing entry point means that nothing has begun.
  return meaning === 'missing' && details === 'manifestLoadError' ? 'missing' : 'network';
}
