import type { LiveSet, Rendition } from './live-set.js';

/** The list of renditions, best first. */
export function masterPlaylist(set: LiveSet): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  for (const r of set.renditions) {
    lines.push(streamLine(r, set.frameRate), `${r.name}/live.m3u8`);
  }
  return `${lines.join('\n')}\n`;
}

function streamLine(r: Rendition, frameRate: number): string {
  const facts = [
    `BANDWIDTH=${r.bandwidth}`,
    `AVERAGE-BANDWIDTH=${r.averageBandwidth}`,
    `CODECS="${r.codecs}"`,
    `RESOLUTION=${r.width}x${r.height}`,
    `FRAME-RATE=${frameRate.toFixed(3)}`,
  ];
  return `#EXT-X-STREAM-INF:${facts.join(',')}`;
}

/** One rendition's sliding window: segments `first` to `last`, numbered from 1970. */
export function mediaPlaylist(set: LiveSet, first: number, last: number): string {
  const seconds = set.segmentSeconds;
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(seconds)}`,
    `#EXT-X-SERVER-CONTROL:HOLD-BACK=${(seconds * 3).toFixed(1)}`,
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="init.mp4"',
  ];
  for (let n = first; n <= last; n++) {
    lines.push(
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(n * seconds * 1000).toISOString()}`,
      `#EXTINF:${seconds.toFixed(3)},`,
      `${n}.m4s`,
    );
  }
  return `${lines.join('\n')}\n`;
}
