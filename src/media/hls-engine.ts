import type { Cmcd } from './cmcd.js';
import type { Engine, EngineOptions, Fault, HlsInside } from './engine.js';
import type { EngineName } from './choices.js';
import type { ErrorData, HlsConfig, HlsConstructor, HlsInstance, LevelDetails } from './hls-loader.js';
import type { FirstPicture } from './first-picture.js';
import { FreshAddress } from './fresh-address.js';
import type { HeadStart } from './head-start.js';
import { hlsSettings, settingsForParts } from './hls-settings.js';
import { learnLineSpeed } from './line-memory.js';
import { lineSpeed } from './line-speed.js';
import type { PlaybackPolicy } from './playback-policy.js';
import { primedLoader } from './primed-loader.js';
import { statusMeans } from './probe.js';
import { RequestPace } from './request-pace.js';

/** The shorter side of a picture that saves data, pixels. */
const MODEST = 480;
/** A live stream of so many seconds can be gone back in, … */
const DVR_S = 60;
/** … and so much of what was played is kept for it, s. */
const DVR_KEPT_S = 45;

export interface HlsEngineOptions extends EngineOptions {
  policy: PlaybackPolicy;
  /** URL of hls.js's worker script, of the page's own origin. Without it media is prepared on the main thread. */
  workerPath?: string | undefined;
  /** What has been fetched ahead. */
  headStart?: HeadStart | undefined;
  /** Makes what tells the CDN of every request. */
  tell?: ((hls: HlsInstance) => Cmcd) | undefined;
  /** What the video shows of it already, to go on with. */
  picture?: FirstPicture | undefined;
}

/** hls.js over Media Source Extensions. */
export class HlsEngine implements Engine {
  readonly starvedMs = 60_000;
  readonly silent = false;
  readonly name: EngineName;
  readonly hls: HlsInside;
  readonly #hls: HlsInstance;
  readonly #pace = new RequestPace();
  #src: string;
  #fresh: FreshAddress | undefined;
  readonly #cmcd: Cmcd | undefined;
  #parsed = false;
  #end = 0;
  #movedAt = 0;
  #destroyed = false;

  constructor(Hls: HlsConstructor, options: HlsEngineOptions) {
    const { video, src, startAt, policy, workerPath, listener, headStart, picture, tell } = options;
    this.#src = src;
    const settings: Partial<HlsConfig> = hlsSettings({ policy, workerPath, startAt, bandwidth: lineSpeed() });
    const xhrSetup: HlsConfig['xhrSetup'] = (xhr, url) => this.#request(xhr, url);
    if (headStart) settings.loader = primedLoader(Hls, headStart);
    const hls = (this.#hls = new Hls({ ...settings, xhrSetup }));
    this.#cmcd = tell?.(hls);
    const full = Boolean(Hls.DefaultConfig.audioStreamController);
    this.name = full ? 'hls-full' : 'hls';
    const save = (data: boolean) => this.#save(data);
    const inside: { -readonly [K in keyof HlsInside]: HlsInside[K] } = {
      Hls,
      hls,
      full,
      listed: undefined,
      save,
    };
    this.hls = inside;
    // Captions are for those who ask for them.
    if (full) hls.subtitleDisplay = false;
    hls.on(Hls.Events.MANIFEST_LOADED, (_, data) => {
      inside.listed = data;
      if (!full && data.audioTracks.some(({ url }) => url)) queueMicrotask(() => listener.beyond());
    });
    hls.on(Hls.Events.MANIFEST_PARSED, () => {
      this.#parsed = true;
      // Where there is another rendition, it is better than waiting for one that is missing.
      if (hls.levels.length > 1) hls.config.playlistLoadPolicy = hls.config.manifestLoadPolicy;
      if (options.saveData) save(true);
      const begun = hls.levels.findIndex(level => level.uri === headStart?.variant);
      if (begun >= 0) hls.startLevel = begun;
    });
    hls.on(Hls.Events.LEVEL_LOADED, (_, { details }) => {
      this.#tune(details);
      const { live, targetduration: targetDurationS, endSN, lastPartSn, lastPartIndex } = details;
      const end = Math.max(endSN + 1, lastPartSn + (lastPartIndex + 1) / 1000);
      this.#feelPulse(end, targetDurationS);
      listener.playlist({ live, targetDurationS, end });
    });
    hls.on(Hls.Events.FRAG_BUFFERED, () => {
      learnLineSpeed(hls.bandwidthEstimate);
      this.#pace.calm('media');
      listener.progressed();
    });
    hls.on(Hls.Events.ERROR, (_, data) => {
      this.#slowDown(data);
      const kind = kindOf(data);
      if (!data.fatal && kind !== 'refused') return;
      const fault: Fault = { kind, detail: data.details, cause: data.error };
      // hls.js stops itself after a fatal event; whatever we start must come later.
      queueMicrotask(() => {
        if (this.#destroyed) return;
        if (data.fatal) listener.fault(fault);
        else listener.refused();
      });
    });
    if (!picture) {
      hls.attachMedia(video);
      hls.loadSource(src);
      return;
    }
    hls.loadSource(src);
    const { source: mediaSource, codecs, buffer } = picture;
    const track = { id: 'main', buffer, container: 'video/mp4', codec: codecs, levelCodec: undefined };
    const name = /mp4a|opus|flac|[ae]c-3/i.test(codecs) ? 'audiovideo' : 'video';
    hls.attachMedia({ media: video, mediaSource, tracks: { [name]: { ...track, metadata: {} } } });
  }

  get edge(): number | undefined {
    return this.#hls.latestLevelDetails?.live ? (this.#hls.liveSyncPosition ?? undefined) : undefined;
  }

  resume(): void {
    if (this.#parsed) this.#hls.startLoad(-1);
    else this.#hls.loadSource(this.#src);
  }

  readdress(src: string): void {
    this.#fresh = new FreshAddress(this.#src, src);
    this.#src = src;
    this.#pace.calm('media');
    this.#hls.stopLoad();
    this.resume();
  }

  suspend(): void {
    this.#hls.stopLoad();
  }

  repair(): void {
    this.#hls.recoverMediaError();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#pace.stop();
    this.#hls.destroy();
  }

  /** hls.js keeps the addresses it has read; where there is a fresh one, they are signed anew on their way out. */
  async #request(xhr: XMLHttpRequest, url: string): Promise<void> {
    await this.#pace.turn();
    const address = this.#fresh?.of(url) ?? url;
    if (this.#cmcd) this.#cmcd.prepare(xhr, url, address);
    else if (address !== url && !xhr.readyState) xhr.open('GET', address, true);
  }

  /** One segment that is missing is skipped at once; whatever else fails would be asked for in every tick. */
  #slowDown({ type, frag, response }: ErrorData): void {
    const missing = response?.code !== undefined && statusMeans(response.code) === 'missing';
    if (type === 'networkError' && !(missing && frag)) this.#pace.trouble(frag ? 'media' : 'playlist');
    // The one that suits the picture's size is gone: any other is welcome.
    if (missing && !frag && this.#parsed) {
      this.#hls.capLevelToPlayerSize = false;
      this.#hls.autoLevelCapping = -1;
    }
  }

  /** A playlist that stands still is asked for less and less by nobody, so we do. */
  #feelPulse(end: number, targetDurationS: number): void {
    const now = performance.now();
    if (end === this.#end) {
      if (now - this.#movedAt > targetDurationS * 1500) this.#pace.trouble('playlist');
      return;
    }
    this.#end = end;
    this.#movedAt = now;
    this.#pace.calm('playlist');
  }

  #save(data: boolean): void {
    const hls = this.#hls;
    const fits = hls.levels.map(({ width, height }) => Math.min(width, height) <= MODEST);
    // Otherwise the size of the picture says how large it may be.
    hls.capLevelToPlayerSize = !data;
    hls.autoLevelCapping = data ? Math.max(0, fits.lastIndexOf(true)) : -1;
  }

  #tune(details: LevelDetails): void {
    const { config } = this.#hls;
    if (!details.live || details.totalduration >= DVR_S) config.backBufferLength = DVR_KEPT_S;
    else if (details.partList) Object.assign(config, settingsForParts());
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
