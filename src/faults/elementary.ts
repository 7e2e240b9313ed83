/** What a decoder has to know before the first picture and the first sound, as an initialization segment tells it. */
export interface Codecs {
  /** Bytes of each unit's length in the samples. */
  lengthSize: number;
  /** Parameter sets, each without its length. */
  parameters: Buffer[];
  /** AudioSpecificConfig: object type, index of the rate, channels. */
  sound: { type: number; rate: number; channels: number };
}

const START = Buffer.from([0, 0, 0, 1]);
/** An access unit delimiter, which a transport stream begins every picture with. */
const DELIMITER = Buffer.from([0, 0, 0, 1, 9, 0xf0]);

/** Reads `avcC` and `esds`. */
export function readCodecs(init: Buffer): Codecs {
  const avcC = init.indexOf('avcC', 0, 'latin1') + 4;
  const esds = init.indexOf('esds', 0, 'latin1') + 8;
  if (avcC < 4 || esds < 8) throw new Error('only H.264 with AAC can become a transport stream');
  const parameters: Buffer[] = [];
  let at = avcC + 5;
  for (const mask of [0x1f, 0xff]) {
    const count = init[at]! & mask;
    at += 1;
    for (let i = 0; i < count; i += 1) {
      const size = init.readUInt16BE(at);
      parameters.push(init.subarray(at + 2, at + 2 + size));
      at += 2 + size;
    }
  }
  const config = init.readUInt16BE(decoderConfig(init, esds));
  const sound = { type: config >> 11, rate: (config >> 7) & 15, channels: (config >> 3) & 15 };
  return { lengthSize: (init[avcC + 4]! & 3) + 1, parameters, sound };
}

/** Where the DecoderSpecificInfo's content begins: behind the heads of three descriptors. */
function decoderConfig(init: Buffer, esds: number): number {
  let at = esds;
  for (const [tag, fixed] of [
    [3, 3],
    [4, 13],
    [5, 0],
  ] as const) {
    if (init[at] !== tag) throw new Error('an esds box that is not understood');
    at += 1;
    while (init[at]! & 0x80) at += 1;
    at += 1 + fixed;
  }
  return at;
}

/** A sample with start codes in place of lengths. */
export function annexB(sample: Buffer, { lengthSize, parameters }: Codecs, keyframe: boolean): Buffer {
  const parts: Buffer[] = [DELIMITER];
  if (keyframe) for (const set of parameters) parts.push(START, set);
  for (let at = 0; at + lengthSize <= sample.length;) {
    const size = sample.readUIntBE(at, lengthSize);
    at += lengthSize;
    parts.push(START, sample.subarray(at, at + size));
    at += size;
  }
  return Buffer.concat(parts);
}

/** An AAC frame behind a head of its own. */
export function adtsFrame(frame: Buffer, { sound: { type, rate, channels } }: Codecs): Buffer {
  const size = frame.length + 7;
  const head = Buffer.from([
    0xff,
    0xf1,
    ((type - 1) << 6) | (rate << 2) | (channels >> 2),
    ((channels & 3) << 6) | (size >> 11),
    (size >> 3) & 0xff,
    ((size & 7) << 5) | 0x1f,
    0xfc,
  ]);
  return Buffer.concat([head, frame]);
}
