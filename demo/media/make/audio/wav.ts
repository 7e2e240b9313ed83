import { RATE, type Stereo } from './synth.js';

/** 16-bit WAV of `rounds` times the loop. */
export function wav(loop: Stereo, gain: number, rounds: number): Buffer {
  const n = loop.left.length;
  const data = Buffer.alloc(n * 4);
  const level = (v: number): number => Math.round(Math.tanh(v * gain) * 32000);
  for (let i = 0; i < n; i++) {
    data.writeInt16LE(level(loop.left[i] as number), i * 4);
    data.writeInt16LE(level(loop.right[i] as number), i * 4 + 2);
  }
  const size = data.length * rounds;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 4, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(size, 40);
  return Buffer.concat([head, ...Array.from({ length: rounds }, () => data)]);
}
