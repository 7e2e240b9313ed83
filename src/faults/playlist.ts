import type { LiveSet, Rendition } from './live-set.js';
import type { Slot } from './timeline.js';

/** The list of renditions, best first. `query` is put behind every address, as a signing CDN does. */
export function masterPlaylist(set: LiveSet, renditions: readonly Rendition[], query = ''): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  for (const one of renditions) lines.push(streamLine(one, set.frameRate), `${one.name}/live.m3u8${query}`);
  return `${lines.join('\n')}\n`;
}

function streamLine(one: Rendition, frameRate: number): string {
  const facts = [
    `BANDWIDTH=${one.bandwidth}`,
    `AVERAGE-BANDWIDTH=${one.averageBandwidth}`,
    `CODECS="${one.codecs}"`,
    `RESOLUTION=${one.width}x${one.height}`,
    `FRAME-RATE=${frameRate.toFixed(3)}`,
  ];
  return `#EXT-X-STREAM-INF:${facts.join(',')}`;
}

export interface MediaPlaylist {
  segmentSeconds: number;
  /** Oldest first; at least one. */
  slots: readonly Slot[];
  discontinuitySequence: number;
  /** Added to the dates, s: an encoder whose clock is wrong. */
  skewS: number;
  ended: boolean;
  form: 'fmp4' | 'ts';
  query?: string;
}

/** One rendition's sliding window. */
export function mediaPlaylist(list: MediaPlaylist): string {
  const { segmentSeconds: seconds, slots, discontinuitySequence, skewS, ended, form, query = '' } = list;
  const [first] = slots;
  const lines = [
    '#EXTM3U',
    `#EXT-X-VERSION:${form === 'ts' ? 3 : 7}`,
    `#EXT-X-TARGETDURATION:${Math.ceil(seconds)}`,
    `#EXT-X-SERVER-CONTROL:HOLD-BACK=${(seconds * 3).toFixed(1)}`,
    `#EXT-X-MEDIA-SEQUENCE:${first?.sequence ?? 0}`,
    ...(discontinuitySequence > 0 ? [`#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequence}`] : []),
    '#EXT-X-INDEPENDENT-SEGMENTS',
  ];
  let swapped: boolean | undefined;
  for (const slot of slots) {
    if (slot.discontinuity) lines.push('#EXT-X-DISCONTINUITY');
    if (form === 'fmp4' && slot.swapped !== swapped) {
      swapped = slot.swapped;
      lines.push(`#EXT-X-MAP:URI="${swapped ? 'other' : 'init'}.mp4${query}"`);
    }
    const date = new Date((slot.n * seconds + skewS) * 1000).toISOString();
    lines.push(
      `#EXT-X-PROGRAM-DATE-TIME:${date}`,
      `#EXTINF:${seconds.toFixed(3)},`,
      `${slot.n}.${form === 'ts' ? 'ts' : 'm4s'}${query}`,
    );
  }
  if (ended) lines.push('#EXT-X-ENDLIST');
  return `${lines.join('\n')}\n`;
}
