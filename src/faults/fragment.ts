import { boxes, find, one, trackRuns, type Box } from './mp4.js';

/** One picture, or one frame of sound. Duration and offset are in its track's ticks. */
export interface FragmentSample {
  readonly duration: number;
  readonly keyframe: boolean;
  readonly compositionOffset: number;
  readonly data: Buffer;
}

/** What one fragment holds of one track. */
export interface FragmentTrack {
  readonly id: number;
  /** Ticks. */
  readonly decodeTime: bigint;
  readonly samples: readonly FragmentSample[];
}

/** The samples of a segment's first fragment, track by track. */
export function readFragment(segment: Buffer): FragmentTrack[] {
  const moof = one(segment, 'moof');
  const trafs = find(segment, 'moof/traf');
  return trackRuns(segment).map(({ trackId, decodeTime, samples }, index) => {
    const trun = one(segment, 'trun', trafs[index]);
    // The offset is there in every segment whose tracks share one `mdat`.
    let at = moof.start + segment.readInt32BE(trun.body + 8);
    const read = samples.map(({ size, ...sample }) => ({
      ...sample,
      data: segment.subarray(at, (at += size)),
    }));
    return { id: trackId, decodeTime, samples: read };
  });
}

/** A fragment of these tracks, complete with its media. */
export function writeFragment(sequence: number, tracks: readonly FragmentTrack[]): Buffer {
  const full = tracks.filter(({ samples }) => samples.length > 0);
  const sizes = full.map(({ samples }) => samples.reduce((sum, { data }) => sum + data.length, 0));
  const head = (start: number): Buffer => {
    let at = start + 8;
    const trafs = full.map((track, i) => {
      const traf = writeTrack(track, at);
      at += sizes[i]!;
      return traf;
    });
    return box('moof', box('mfhd', u32(0, sequence >>> 0)), ...trafs);
  };
  // Its own size does not depend on the offsets in it.
  const moof = head(head(0).length);
  const media = full.flatMap(({ samples }) => samples.map(({ data }) => data));
  return Buffer.concat([moof, box('mdat', ...media)]);
}

/** The part of a fragment whose samples begin in `[from, to)`, s after the fragment's own beginning. */
export function sliceFragment(
  tracks: readonly FragmentTrack[],
  timescales: ReadonlyMap<number, number>,
  from: number,
  to: number,
): FragmentTrack[] {
  return tracks.map(({ id, decodeTime, samples }) => {
    const scale = timescales.get(id) ?? 1;
    let passed = 0;
    let start: number | undefined;
    const chosen = samples.filter(({ duration }) => {
      const at = passed / scale;
      passed += duration;
      const inside = at >= from - 1e-6 && at < to - 1e-6;
      if (inside) start ??= passed - duration;
      return inside;
    });
    return { id, decodeTime: decodeTime + BigInt(start ?? 0), samples: chosen };
  });
}

/** An initialization segment without any track but this one. */
export function initOf(init: Buffer, trackId: number): Buffer {
  const keep = (box: Box): boolean => {
    if (box.type === 'trak') {
      const tkhd = one(init, 'tkhd', box);
      return init.readUInt32BE(tkhd.body + (init[tkhd.body] === 1 ? 20 : 12)) === trackId;
    }
    return box.type !== 'trex' || init.readUInt32BE(box.body + 4) === trackId;
  };
  const rewrite = (start: number, end: number): Buffer[] =>
    boxes(init, start, end)
      .filter(keep)
      .map(found => {
        const nested = found.type === 'moov' || found.type === 'mvex';
        return nested
          ? box(found.type, ...rewrite(found.body, found.end))
          : init.subarray(found.start, found.end);
      });
  return Buffer.concat(rewrite(0, init.length));
}

/** Durations, sizes, flags and offsets of composition, each for every sample. */
const TRUN_FLAGS = 0x000f01;
const KEYFRAME = 0x02000000;
const OTHER = 0x01010000;
const BASE_IS_MOOF = 0x020000;

function writeTrack({ id, decodeTime, samples }: FragmentTrack, offset: number): Buffer {
  const table = samples.flatMap(({ duration, data, keyframe, compositionOffset }) => [
    duration,
    data.length,
    keyframe ? KEYFRAME : OTHER,
    compositionOffset,
  ]);
  const time = Buffer.alloc(12);
  time[0] = 1;
  time.writeBigUInt64BE(decodeTime, 4);
  return box(
    'traf',
    box('tfhd', u32(BASE_IS_MOOF, id)),
    box('tfdt', time),
    box('trun', u32(0x01000000 | TRUN_FLAGS, samples.length, offset, ...table)),
  );
}

function u32(...values: number[]): Buffer {
  const out = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => out.writeInt32BE(value | 0, i * 4));
  return out;
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, one) => sum + one.length, 0));
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...content]);
}
