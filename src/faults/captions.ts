import type { Slot } from './timeline.js';

/** Languages of the captions a stream may have, by the name of their rendition. */
export const captionLanguages: Readonly<Record<string, { language: string; name: string; word: string }>> = {
  'text-en': { language: 'en', name: 'English', word: 'second' },
  'text-zh': { language: 'zh', name: '中文', word: '秒数' },
};

/** A clock of 90 kHz that is 33 bits wide. */
const TICKS = 90_000n;
const AROUND = 1n << 33n;

/** One segment of captions: which second of the minute it is. */
export function captionSegment(rendition: string, { n, zero }: Slot, segmentSeconds: number): string {
  const word = captionLanguages[rendition]?.word ?? '';
  const ticks = (BigInt(Math.round((n - zero) * segmentSeconds * 1000)) * TICKS) / 1000n;
  return [
    'WEBVTT',
    `X-TIMESTAMP-MAP=MPEGTS:${ticks % AROUND},LOCAL:00:00:00.000`,
    '',
    `00:00:00.000 --> 00:00:0${segmentSeconds.toFixed(3)}`,
    `${word} ${Math.floor(n * segmentSeconds) % 60}`,
    '',
  ].join('\n');
}
