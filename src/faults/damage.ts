import { find } from './mp4.js';

/** The first half of a file, as an origin that was interrupted while writing serves it. */
export const truncated = (file: Buffer): Buffer => file.subarray(0, file.length >> 1);

const PACKET = 188;

/** A copy whose media is noise; its boxes or packets stay whole, so that only a decoder notices. */
export function corrupted(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  let noise = 0x2545f491;
  const spoil = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
      copy[at] = noise >>> 24;
    }
  };
  if (copy[0] !== 0x47) for (const { body, end } of find(copy, 'mdat')) spoil(body, end);
  // Packets that begin something keep their heads, the tables among them.
  else
    for (let at = 0; at < copy.length; at += PACKET) if (!(copy[at + 1]! & 0x40)) spoil(at + 4, at + PACKET);
  return copy;
}
