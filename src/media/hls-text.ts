import { attribute } from './variants.js';

export interface Segment {
  /** Absolute. */
  readonly url: string;
  /** Within the playlist, s. */
  readonly start: number;
  /** s */
  readonly duration: number;
}

/** A media playlist, as far as a first picture needs it. */
export interface MediaText {
  readonly segments: readonly Segment[];
  /** Address of the initialisation segment, absolute; undefined where there is none. */
  readonly map: string | undefined;
  readonly live: boolean;
  /** How far from its end a live viewer stays, s. */
  readonly holdBack: number;
  /** It has keys, byte ranges, gaps, breaks or parts, which are the engine's business. */
  readonly intricate: boolean;
}

const INTRICATE = /^#EXT-X-(KEY:METHOD=(?!NONE)|BYTERANGE|GAP|DISCONTINUITY$|PART:|SKIP:|DEFINE|START)/m;

export function readMedia(text: string, base: string): MediaText {
  const segments: Segment[] = [];
  let duration = 0;
  let start = 0;
  const lines = text.startsWith('#EXTM3U') ? text.split(/\r?\n/) : [];
  for (const line of lines) {
    if (line.startsWith('#EXTINF:')) duration = parseFloat(line.slice(8));
    else if (line && !line.startsWith('#')) {
      segments.push({ url: new URL(line, base).href, start, duration });
      start += duration;
    }
  }
  const maps = text.match(/^#EXT-X-MAP:.*/gm) ?? [];
  const map = maps[0] && attribute(maps[0], 'URI');
  const target = Number(/^#EXT-X-TARGETDURATION:(\d+)/m.exec(text)?.[1] ?? 0);
  const control = /^#EXT-X-SERVER-CONTROL:.*/m.exec(text)?.[0] ?? '';
  return {
    segments,
    map: map && new URL(map, base).href,
    live: !/^#EXT-X-ENDLIST/m.test(text),
    holdBack: Number(attribute(control, 'HOLD-BACK') ?? target * 3),
    intricate: maps.length > 1 || /BYTERANGE/.test(maps[0] ?? '') || INTRICATE.test(text),
  };
}

/**
 * Where a viewer begins: so far from the end of a live stream as it asks, or in a recording at `startAt` s, else at its
 * beginning. Undefined where there is nothing, or it takes more than the playlist to know.
 */
export function firstSegment({ segments, live, holdBack }: MediaText, startAt?: number): Segment | undefined {
  const last = segments[segments.length - 1];
  if (startAt !== undefined) return live ? undefined : segments.find(one => endOf(one) > startAt);
  if (!live || !last) return segments[0];
  const at = endOf(last) - holdBack;
  return segments.find(one => endOf(one) > at + 0.001) ?? last;
}

const endOf = ({ start, duration }: Segment): number => start + duration;
