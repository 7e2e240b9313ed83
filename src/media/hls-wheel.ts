import type { CaptionTrack, Quality } from './choices.js';
import { DateLine } from './date-line.js';
import type { HlsInside } from './engine.js';
import type { ErrorData, Level } from './hls-loader.js';
import type { Wishes } from './steerable.js';
import type { Wheel } from './wheel.js';

type Captions = CaptionTrack & { readonly kind: 'subtitles' | 'captions' };

/** Steers hls.js. */
export class HlsWheel implements Wheel {
  readonly dates = new DateLine();
  readonly needsFull: boolean;
  readonly #inside: HlsInside;
  readonly #changed: () => void;
  #wishes: Wishes | undefined;
  #modest: boolean | undefined;

  constructor(inside: HlsInside, changed: () => void) {
    this.#inside = inside;
    this.#changed = changed;
    const { hls, full } = inside;
    this.needsFull = !full;
    const { Events } = inside.Hls;
    hls.on(Events.LEVEL_UPDATED, this.#learn);
    hls.on(Events.LEVEL_PTS_UPDATED, this.#learn);
    hls.on(Events.MANIFEST_PARSED, this.#parsed);
    for (const event of [Events.LEVEL_SWITCHED, Events.LEVELS_UPDATED] as const) hls.on(event, this.#told);
    hls.on(Events.ERROR, this.#failed);
    hls.on(Events.SUBTITLE_TRACKS_UPDATED, this.#show);
    hls.media?.textTracks.addEventListener('addtrack', this.#show);
    this.#learn();
  }

  get qualities(): readonly Quality[] {
    const all = this.#inside.hls.levels.map(quality);
    return all.filter(({ id }, i) => all.findIndex(one => one.id === id) === i).reverse();
  }

  get playing(): Quality | undefined {
    const { hls } = this.#inside;
    const level = hls.levels[hls.currentLevel];
    return level && quality(level);
  }

  get captions(): readonly Captions[] {
    const { subtitles = [], captions = [] } = this.#inside.listed ?? {};
    const read =
      (kind: Captions['kind']) =>
      ({ name, lang = '' }: { name: string; lang?: string }): Captions => ({
        id: `${kind} ${lang} ${name}`,
        language: lang,
        label: name || lang,
        kind,
      });
    const all = [...subtitles.map(read('subtitles')), ...captions.map(read('captions'))];
    return all.filter(({ id }, i) => all.findIndex(one => one.id === id) === i);
  }

  get distanceS(): number | undefined {
    const { hls } = this.#inside;
    return hls.latestLevelDetails?.live ? hls.latency : undefined;
  }

  get targetLatencyS(): number | undefined {
    return this.#inside.hls.targetLatency ?? undefined;
  }

  get parts(): boolean {
    return Boolean(this.#inside.hls.latestLevelDetails?.partList);
  }

  get bandwidth(): number | undefined {
    return this.#inside.hls.bandwidthEstimate;
  }

  follow(wishes: Wishes): void {
    this.#wishes = wishes;
    const { hls } = this.#inside;
    const level = hls.levels.findIndex(one => quality(one).id === wishes.quality);
    if (hls.autoLevelEnabled ? level >= 0 : level !== hls.manualLevel) hls.nextLevel = level;
    if (wishes.saveData !== Boolean(this.#modest)) {
      this.#modest = wishes.saveData;
      this.#inside.save(wishes.saveData);
    }
    this.#show();
  }

  stop(): void {
    const { hls, Hls } = this.#inside;
    const { Events } = Hls;
    hls.off(Events.LEVEL_UPDATED, this.#learn);
    hls.off(Events.LEVEL_PTS_UPDATED, this.#learn);
    hls.off(Events.MANIFEST_PARSED, this.#parsed);
    for (const event of [Events.LEVEL_SWITCHED, Events.LEVELS_UPDATED] as const) hls.off(event, this.#told);
    hls.off(Events.ERROR, this.#failed);
    hls.off(Events.SUBTITLE_TRACKS_UPDATED, this.#show);
    hls.media?.textTracks.removeEventListener('addtrack', this.#show);
  }

  readonly #parsed = (): void => {
    this.#modest = undefined;
    if (this.#wishes) this.follow(this.#wishes);
    this.#changed();
  };

  /** A rendition that was chosen and is gone would be waited for, for ever. */
  readonly #failed = (_: unknown, { type, fatal, frag, response }: ErrorData): void => {
    const { hls } = this.#inside;
    const gone =
      type === 'networkError' && !frag && (fatal || response?.code === 404 || response?.code === 410);
    if (!gone || hls.autoLevelEnabled || hls.levels.length < 2) return;
    if (this.#wishes) this.#wishes.quality = undefined;
    hls.loadLevel = -1;
    this.#changed();
  };

  readonly #told = (): void => this.#changed();

  readonly #learn = (): void => {
    const fragments = this.#inside.hls.latestLevelDetails?.fragments ?? [];
    this.dates.learn(
      fragments.flatMap(({ start, end, programDateTime: date }) =>
        date === null ? [] : { start, end, date },
      ),
    );
  };

  /** The captions that are wished, and no others. */
  readonly #show = (): void => {
    const { hls, full } = this.#inside;
    if (!full || !this.#wishes) return;
    const wished = this.captions.find(({ id }) => id === this.#wishes?.caption);
    const fits = (kind: string, label: string, language = '') =>
      wished?.kind === kind && wished.label === (label || language) && wished.language === language;
    const track = hls.subtitleTracks.findIndex(({ name, lang }) => fits('subtitles', name, lang));
    hls.subtitleDisplay = track >= 0;
    if (hls.subtitleTrack !== track) hls.subtitleTrack = track;
    for (const text of Array.from(hls.media?.textTracks ?? [])) {
      if (text.kind === 'captions')
        text.mode = fits('captions', text.label, text.language) ? 'showing' : 'hidden';
    }
  };
}

function quality({ width, height, bitrate }: Level): Quality {
  return { id: `${width}x${height}@${bitrate}`, width, height, bitrate };
}
