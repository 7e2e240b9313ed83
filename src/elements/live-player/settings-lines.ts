import type { Speech } from '../../base/speech.js';
import type { CaptionTrack, Quality } from '../../media/choices.js';
import {
  airplay,
  captions,
  chapters,
  danmaku,
  enlarge,
  figures,
  gauge,
  leaf,
  pictureInPicture,
  quality,
  shrink,
} from '../../styles/player-drawings.js';
import type { QunDanmakuLayer } from '../danmaku-layer/danmaku-layer.js';
import type { QunLivePlayer } from './live-player.js';
import type { Line, PageName } from './settings-page.js';
import { clock, type Chapter, type Reach } from './timeline.js';

/** What the settings show, and what may be chosen in them. */
export interface Choices extends Speech {
  readonly host: QunLivePlayer;
  readonly playing: Quality | undefined;
  readonly live: boolean;
  readonly rate: number;
  readonly reach: Reach | undefined;
  readonly chapters: readonly Chapter[];
  /** What has no button of its own at the moment; undefined: it has, or cannot be. */
  readonly inWindow: boolean | undefined;
  readonly hasTargets: boolean;
  readonly fullScreen: boolean | undefined;
  open(page: PageName): void;
  close(): void;
  setRate(rate: number): void;
  saveData(save: boolean): void;
  toggleWindow(): void;
  toggleFullScreen(): void;
  pickTarget(): void;
  openStatistics(): void;
}

const RATES = [0.75, 1, 1.25, 1.5, 2];

/** 720p, or what it weighs where the stream does not say its size. The shorter side counts, as everywhere. */
function qualityName({ width, height, bitrate }: Quality, { t }: Speech): string {
  const lines = Math.min(width, height);
  return lines > 0 ? t('player.lines', { lines }) : weight(bitrate);
}

const weight = (bitrate: number): string => `${Math.max(0.1, Math.round(bitrate / 1e5) / 10)} Mbit/s`;

function captionName({ label, language }: CaptionTrack, speech: Speech): string {
  if (label) return label;
  try {
    return new Intl.DisplayNames([speech.language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

const rateName = (rate: number, { t }: Speech): string => (rate === 1 ? t('player.normal') : `${rate}×`);

function autoName(view: Choices): string {
  const { playing, t } = view;
  return playing ? `${t('player.auto')} · ${qualityName(playing, view)}` : t('player.auto');
}

function mainLines(view: Choices): Line[] {
  const { host, t, live, rate, open, close } = view;
  const lines: Line[] = [];
  const page = (name: PageName, drawing: `M${string}`, label: string, value: string) =>
    lines.push({ kind: 'page', drawing, label, value, open: () => open(name) });
  const act = (drawing: `M${string}`, label: string, then: () => void) =>
    lines.push({
      kind: 'act',
      drawing,
      label,
      act: () => {
        close();
        then();
      },
    });
  const { qualities } = host;
  const chosen = qualities.find(({ id }) => id === host.quality);
  if (qualities.length > 1)
    page('quality', quality, t('player.quality'), chosen ? qualityName(chosen, view) : autoName(view));
  if (qualities.length > 1 && !chosen)
    lines.push({
      kind: 'switch',
      drawing: leaf,
      label: t('player.dataSaver'),
      note: t('player.dataSaverText'),
      on: host.saveData,
      turn: () => view.saveData(!host.saveData),
    });
  if (host.captions.length > 0) {
    const shown = host.captions.find(({ id }) => id === host.caption);
    page(
      'captions',
      captions,
      t('player.captions'),
      shown ? captionName(shown, view) : t('player.captionsOff'),
    );
  }
  // What the page, or the room, has put over this picture. Before it is upgraded there is nothing to switch.
  const layer = host.querySelector<Partial<QunDanmakuLayer> & Element>('qun-danmaku-layer');
  if (layer?.turn)
    lines.push({
      kind: 'switch',
      drawing: danmaku,
      label: t('danmaku.label'),
      note: t(layer.still ? 'danmaku.noteStill' : 'danmaku.note'),
      on: layer.on === true,
      turn: () => {
        layer.turn!(!layer.on);
        host.requestUpdate();
      },
    });
  if (!live && view.reach) page('speed', gauge, t('player.speed'), rateName(rate, view));
  if (view.chapters.length > 0 && view.reach)
    page('chapters', chapters, t('player.chapters'), String(view.chapters.length));
  if (view.inWindow !== undefined) act(pictureInPicture, t('player.pip'), view.toggleWindow);
  if (view.hasTargets) act(airplay, t('player.airplay'), view.pickTarget);
  if (view.fullScreen !== undefined)
    act(
      view.fullScreen ? shrink : enlarge,
      t(view.fullScreen ? 'player.exitFullscreen' : 'player.fullscreen'),
      view.toggleFullScreen,
    );
  act(figures, t('player.stats'), view.openStatistics);
  return lines;
}

/** The lines of `page`, for what is there at this moment. */
export function linesOf(page: PageName, view: Choices): Line[] {
  const { host, t, close } = view;
  const then = (choose: () => void) => () => {
    choose();
    close();
  };
  switch (page) {
    case 'quality': {
      const names = host.qualities.map(one => qualityName(one, view));
      return [
        {
          kind: 'choice',
          label: host.quality === undefined ? autoName(view) : t('player.auto'),
          chosen: host.quality === undefined,
          choose: then(() => (host.quality = undefined)),
        },
        ...host.qualities.map((one, index): Line => {
          const twice = names.filter(name => name === names[index]).length > 1;
          return {
            kind: 'choice',
            label: names[index]!,
            note: twice ? weight(one.bitrate) : undefined,
            chosen: host.quality === one.id,
            choose: then(() => (host.quality = one.id)),
          };
        }),
      ];
    }
    case 'captions':
      return [undefined, ...host.captions].map((one): Line => ({
        kind: 'choice',
        label: one ? captionName(one, view) : t('player.captionsOff'),
        chosen: host.caption === one?.id,
        choose: then(() => (host.caption = one?.id)),
      }));
    case 'speed':
      return RATES.map((rate): Line => ({
        kind: 'choice',
        label: rateName(rate, view),
        chosen: rate === view.rate,
        choose: then(() => view.setRate(rate)),
      }));
    case 'chapters':
      return view.chapters.map(({ time, title }): Line => ({
        kind: 'act',
        label: title,
        note: view.reach ? clock(time, view.reach) : '',
        act: then(() => host.seek(time)),
      }));
    case 'main':
      return mainLines(view);
  }
}
