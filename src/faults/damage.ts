import { find } from './mp4.js';

/** The first half of a file, as an origin that was interrupted while writing serves it. */
export const truncated = (file: Buffer): Buffer => file.subarray(0, file.length >> 1);

/** A copy whose media is noise; its boxes stay whole, so that only a decoder notices. */
export function corrupted(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  let noise = 0x2545f491;
  for (const { body, end } of find(copy, 'mdat')) {
    for (let at = body; at < end; at += 1) {
      noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
      copy[at] = noise >>> 24;
    }
  }
  return copy;
}
