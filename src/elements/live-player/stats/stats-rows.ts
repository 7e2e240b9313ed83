import type { Speech } from '../../../base/speech.js';
import { formatNumber } from '../../../core/format.js';
import type { MessageKey } from '../../../i18n/translate.js';
import type { Quality } from '../../../media/choices.js';
import type { PlaybackStats } from '../../../media/playback-stats.js';

/** What the panel looks at. */
export interface StatsView {
  readonly stats: PlaybackStats;
  /** The picture's room on the page, CSS px. */
  readonly room: { readonly width: number; readonly height: number };
  /** What the viewer has chosen; undefined: as the line allows. */
  readonly chosen: Quality | undefined;
  /** As `plainAddress` has it. */
  readonly address: string;
}

export interface StatsRow {
  readonly label: MessageKey;
  readonly value: string;
}

/** One line for each figure, in the viewer's words. */
export function statsRows(view: StatsView, { t, language }: Pick<Speech, 't' | 'language'>): StatsRow[] {
  const { stats, room, chosen, address } = view;
  const number = (value: number, digits: number) => formatNumber(Number(value.toFixed(digits)), language);
  const unknown = t('stats.unknown');
  const rate = (bits: number | undefined) =>
    bits ? t('stats.mbits', { value: number(bits / 1e6, 1) }) : unknown;
  const size = (one: { width: number; height: number }) =>
    `${Math.round(one.width)}\u00a0×\u00a0${Math.round(one.height)}`;
  const { latencyS, targetLatencyS, droppedFrames, totalFrames, stalls, recoveries, engine } = stats;
  const value = number(latencyS ?? 0, 1);
  const late =
    targetLatencyS === undefined
      ? t('stats.seconds', { value })
      : t('stats.latencyTarget', { value, target: number(targetLatencyS, 1) });
  const frames =
    droppedFrames === undefined || totalFrames === undefined
      ? unknown
      : t('stats.framesOf', { dropped: number(droppedFrames, 0), total: number(totalFrames, 0) });
  const engines = { hls: 'hls.js light', 'hls-full': 'hls.js', native: t('stats.native') };
  return [
    {
      label: 'stats.picture',
      value: stats.width ? t('stats.shownIn', { size: size(stats), room: size(room) }) : unknown,
    },
    { label: 'stats.quality', value: chosen ? size(chosen) : t('stats.auto') },
    { label: 'stats.bitrate', value: rate(stats.bitrate) },
    { label: 'stats.bandwidth', value: rate(stats.bandwidth) },
    { label: 'stats.buffer', value: t('stats.seconds', { value: number(stats.bufferS, 1) }) },
    { label: 'stats.frames', value: frames },
    // A recording is not late.
    ...(latencyS === undefined ? [] : [{ label: 'stats.latency', value: late } as const]),
    {
      label: 'stats.stalls',
      value: recoveries ? t('stats.stallsMended', { stalls, recoveries }) : number(stalls, 0),
    },
    { label: 'stats.engine', value: engines[engine] },
    { label: 'stats.source', value: address.replace(/^https?:\/\//, '') || unknown },
  ];
}

/** The same for whoever looks into a trouble: figures as they are, and nothing that says who watches. */
export function statsReport({ stats, room, chosen, address }: StatsView): string {
  const report = {
    at: new Date().toISOString(),
    ...stats,
    room: { width: Math.round(room.width), height: Math.round(room.height) },
    pixelRatio: window.devicePixelRatio,
    quality: chosen?.id ?? 'auto',
    address,
    userAgent: navigator.userAgent,
  };
  return JSON.stringify(report, null, 2);
}
