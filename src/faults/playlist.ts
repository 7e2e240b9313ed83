import { captionLanguages } from './captions.js';
import type { LiveSet, Rendition } from './live-set.js';
import type { PartClock } from './part-clock.js';
import { SOUND } from './stream-media.js';
import type { Slot } from './timeline.js';

/** What a master playlist lists besides its renditions. */
export interface Besides {
  /** Put behind every address, as a signing CDN does. */
  query?: string;
  /** Sound has a playlist of its own. */
  sound?: boolean | undefined;
  captions?: boolean | undefined;
}

/** The list of renditions, best first. */
export function masterPlaylist(
  set: LiveSet,
  renditions: readonly Rendition[],
  { query = '', sound, captions }: Besides = {},
): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  const list = (type: string, group: string, name: string, facts: string, path: string) =>
    lines.push(
      `#EXT-X-MEDIA:TYPE=${type},GROUP-ID="${group}",NAME="${name}",${facts},URI="${path}/live.m3u8${query}"`,
    );
  if (sound) list('AUDIO', 'sound', 'Sound', 'DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2"', SOUND);
  if (captions) {
    for (const [path, { language, name }] of Object.entries(captionLanguages))
      list('SUBTITLES', 'text', name, `LANGUAGE="${language}",DEFAULT=NO,AUTOSELECT=YES`, path);
  }
  const groups = `${sound ? ',AUDIO="sound"' : ''}${captions ? ',SUBTITLES="text"' : ''}`;
  for (const one of renditions)
    lines.push(streamLine(one, set.frameRate) + groups, `${one.name}/live.m3u8${query}`);
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

/** The parts of a low-latency playlist. */
export interface Parts {
  clock: PartClock;
  /** The segment that is being made, and how many of its parts are there; undefined: nothing is made now. */
  open: { slot: Slot; parts: number } | undefined;
}

export interface MediaPlaylist {
  segmentSeconds: number;
  /** Oldest first; at least one. */
  slots: readonly Slot[];
  discontinuitySequence: number;
  /** Added to the dates, s: an encoder whose clock is wrong. */
  skewS: number;
  ended: boolean;
  form: 'fmp4' | 'ts' | 'vtt';
  undated?: boolean | undefined;
  parts?: Parts | undefined;
  query?: string;
}

/** Segments at the end of a playlist whose parts are listed, too. */
const IN_PARTS = 3;
/** How far from the end of a low-latency playlist a player should stay, in parts. */
const PARTS_BACK = 5;

const extensions = { fmp4: 'm4s', ts: 'ts', vtt: 'vtt' } as const;

/** One rendition's sliding window. */
export function mediaPlaylist(list: MediaPlaylist): string {
  const { segmentSeconds: seconds, slots, discontinuitySequence, ended, form, parts } = list;
  const [first] = slots;
  const lines = [
    '#EXTM3U',
    `#EXT-X-VERSION:${parts ? 9 : form === 'fmp4' ? 7 : 3}`,
    `#EXT-X-TARGETDURATION:${Math.ceil(seconds)}`,
    `#EXT-X-SERVER-CONTROL:${parts ? control(parts.clock) : ''}HOLD-BACK=${(seconds * 3).toFixed(1)}`,
    ...(parts ? [`#EXT-X-PART-INF:PART-TARGET=${parts.clock.partSeconds.toFixed(3)}`] : []),
    `#EXT-X-MEDIA-SEQUENCE:${first?.sequence ?? 0}`,
    ...(discontinuitySequence > 0 ? [`#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequence}`] : []),
    '#EXT-X-INDEPENDENT-SEGMENTS',
  ];
  let swapped: boolean | undefined;
  const begin = (slot: Slot) => {
    if (slot.discontinuity) lines.push('#EXT-X-DISCONTINUITY');
    if (form === 'fmp4' && slot.swapped !== swapped) {
      swapped = slot.swapped;
      lines.push(`#EXT-X-MAP:URI="${swapped ? 'other' : 'init'}.mp4${list.query ?? ''}"`);
    }
    const date = new Date((slot.n * seconds + list.skewS) * 1000).toISOString();
    if (!list.undated) lines.push(`#EXT-X-PROGRAM-DATE-TIME:${date}`);
  };
  slots.forEach((slot, i) => {
    begin(slot);
    if (parts && i >= slots.length - IN_PARTS) lines.push(...partLines(list, slot, parts.clock.count));
    lines.push(`#EXTINF:${seconds.toFixed(3)},`, `${slot.n}.${extensions[form]}${list.query ?? ''}`);
  });
  if (parts?.open && !ended) {
    begin(parts.open.slot);
    lines.push(...partLines(list, parts.open.slot, parts.open.parts));
    lines.push(`#EXT-X-PRELOAD-HINT:TYPE=PART,URI="${partName(list, parts.open.slot, parts.open.parts)}"`);
  }
  if (ended) lines.push('#EXT-X-ENDLIST');
  return `${lines.join('\n')}\n`;
}

const control = ({ partSeconds }: PartClock): string =>
  `CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=${(partSeconds * PARTS_BACK).toFixed(3)},`;

const partName = ({ query = '' }: MediaPlaylist, { n }: Slot, part: number): string =>
  `${n}-${part}.m4s${query}`;

function partLines(list: MediaPlaylist, slot: Slot, count: number): string[] {
  const { partSeconds } = list.parts!.clock;
  return Array.from({ length: count }, (_, part) => {
    const alone = part === 0 ? ',INDEPENDENT=YES' : '';
    return `#EXT-X-PART:DURATION=${partSeconds.toFixed(3)},URI="${partName(list, slot, part)}"${alone}`;
  });
}
