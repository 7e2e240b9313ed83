import type { LiveSet } from 'qunlive/faults';

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
