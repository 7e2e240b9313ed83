import { box, full, u32, u64 } from './write.js';

export interface Sample {
  data: Buffer;
  /** In ticks of the track. */
  duration: number;
  compositionOffset: number;
  keyframe: boolean;
}

export interface Run {
  trackId: number;
  decodeTime: number;
  samples: Sample[];
}

const SYNC = 0x02000000;
const NON_SYNC = 0x01010000;

function traf(run: Run, dataOffset: number): Buffer {
  const offsets = run.samples.some(sample => sample.compositionOffset !== 0);
  const rows = run.samples.map(sample =>
    u32(
      sample.duration,
      sample.data.length,
      sample.keyframe ? SYNC : NON_SYNC,
      ...(offsets ? [sample.compositionOffset] : []),
    ),
  );
  return box(
    'traf',
    full('tfhd', 0, 0x020000, u32(run.trackId)),
    full('tfdt', 1, 0, u64(run.decodeTime)),
    // Version 1: composition offsets may be negative, so the first picture shows at the segment's very start.
    full('trun', 1, 0x701 | (offsets ? 0x800 : 0), u32(run.samples.length, dataOffset), ...rows),
  );
}

/** One fragment: the tracks' samples lie one after the other in its `mdat`. */
function fragment(sequence: number, runs: Run[]): Buffer[] {
  const payload = runs.map(run => Buffer.concat(run.samples.map(sample => sample.data)));
  const moof = (offsets: number[]): Buffer =>
    box('moof', full('mfhd', 0, 0, u32(sequence)), ...runs.map((run, i) => traf(run, offsets[i] ?? 0)));
  const size = moof([]).length;
  let at = size + 8;
  const offsets = payload.map(part => {
    at += part.length;
    return at - part.length;
  });
  return [moof(offsets), box('mdat', ...payload)];
}

/** A media segment of several fragments, so that its first picture can be shown before its last one has come. */
export function mediaSegment(sequence: number, fragments: Run[][]): Buffer {
  const styp = box('styp', Buffer.from('msdh', 'latin1'), u32(0), Buffer.from('msdhcmfc', 'latin1'));
  return Buffer.concat([styp, ...fragments.flatMap((runs, i) => fragment(sequence + i, runs))]);
}

/** A run in pieces that begin at the given ticks of its own, the first of them where the run does. */
export function cutRun({ trackId, decodeTime, samples }: Run, starts: number[]): Run[] {
  const pieces: Run[] = starts.map(() => ({ trackId, decodeTime: -1, samples: [] }));
  let at = decodeTime;
  for (const sample of samples) {
    const piece =
      pieces[
        Math.max(
          0,
          starts.findLastIndex(start => start <= at),
        )
      ]!;
    if (piece.samples.length === 0) piece.decodeTime = at;
    piece.samples.push(sample);
    at += sample.duration;
  }
  return pieces;
}
