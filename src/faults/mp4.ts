/** One box of an ISO media file: `[start, end)` in the buffer, `body` after its header. */
export interface Box {
  type: string;
  start: number;
  body: number;
  end: number;
}

/** The boxes of one level, in order. */
export function boxes(file: Buffer, start = 0, end = file.length): Box[] {
  const found: Box[] = [];
  let at = start;
  while (at + 8 <= end) {
    let size = file.readUInt32BE(at);
    let header = 8;
    if (size === 1) {
      size = Number(file.readBigUInt64BE(at + 8));
      header = 16;
    } else if (size === 0) {
      size = end - at;
    }
    if (size < header || at + size > end) throw new Error(`broken box at byte ${at}`);
    found.push({
      type: file.toString('latin1', at + 4, at + 8),
      start: at,
      body: at + header,
      end: at + size,
    });
    at += size;
  }
  return found;
}

/** Every box that a path like `moof/traf/tfdt` leads to. */
export function find(file: Buffer, path: string, within?: Box): Box[] {
  let level: Box[] = within ? [within] : [{ type: '', start: 0, body: 0, end: file.length }];
  for (const type of path.split('/')) {
    level = level.flatMap(parent => boxes(file, parent.body, parent.end).filter(box => box.type === type));
  }
  return level;
}

export function one(file: Buffer, path: string, within?: Box): Box {
  const [box] = find(file, path, within);
  if (!box) throw new Error(`no ${path} box`);
  return box;
}

/** One run of samples of one track, as a fragment tells it. Times and durations are in the track's own ticks. */
export interface TrackRun {
  trackId: number;
  decodeTime: bigint;
  samples: { duration: number; size: number; keyframe: boolean; compositionOffset: number }[];
}

/** The runs of a media segment, one for each track, through all its fragments. */
export function trackRuns(file: Buffer): TrackRun[] {
  const whole = new Map<number, TrackRun>();
  for (const run of fragmentRuns(file)) {
    const begun = whole.get(run.trackId);
    if (begun) begun.samples.push(...run.samples);
    else whole.set(run.trackId, run);
  }
  return [...whole.values()];
}

/** Durations and sizes must stand in `trun`, as ours do. */
function fragmentRuns(file: Buffer): TrackRun[] {
  return find(file, 'moof/traf').map(traf => {
    const tfhd = one(file, 'tfhd', traf);
    const tfdt = one(file, 'tfdt', traf);
    const trun = one(file, 'trun', traf);
    const wide = file[tfdt.body] === 1;
    const flags = file.readUInt32BE(trun.body) & 0xffffff;
    const count = file.readUInt32BE(trun.body + 4);
    const defaults = tfhdDefaults(file, tfhd);
    let at = trun.body + 8;
    if (flags & 0x1) at += 4;
    let first = defaults.flags;
    if (flags & 0x4) {
      first = file.readUInt32BE(at);
      at += 4;
    }
    const samples: TrackRun['samples'] = [];
    for (let i = 0; i < count; i++) {
      const next = (): number => {
        at += 4;
        return file.readInt32BE(at - 4);
      };
      const duration = flags & 0x100 ? next() : defaults.duration;
      const size = flags & 0x200 ? next() : defaults.size;
      const bits = flags & 0x400 ? next() : i === 0 ? first : defaults.flags;
      const compositionOffset = flags & 0x800 ? next() : 0;
      samples.push({ duration, size, keyframe: (bits & 0x10000) === 0, compositionOffset });
    }
    return {
      trackId: file.readUInt32BE(tfhd.body + 4),
      decodeTime: wide ? file.readBigUInt64BE(tfdt.body + 4) : BigInt(file.readUInt32BE(tfdt.body + 4)),
      samples,
    };
  });
}

function tfhdDefaults(file: Buffer, tfhd: Box): { duration: number; size: number; flags: number } {
  const flags = file.readUInt32BE(tfhd.body) & 0xffffff;
  let at = tfhd.body + 8;
  if (flags & 0x1) at += 8;
  if (flags & 0x2) at += 4;
  const take = (bit: number): number => {
    if (!(flags & bit)) return 0;
    at += 4;
    return file.readUInt32BE(at - 4);
  };
  return { duration: take(0x8), size: take(0x10), flags: take(0x20) };
}

/**
 * A copy of a media segment moved along its timeline: each track's decode time by `shift(trackId)` ticks, and its
 * fragments numbered on, where all segments have as many. Decode times are 64 bits wide, so a stream may run from 1970 on without wrapping.
 */
export function moved(file: Buffer, sequence: number, shift: (trackId: number) => bigint): Buffer {
  const copy = Buffer.from(file);
  const heads = find(copy, 'moof/mfhd');
  for (const [i, { body }] of heads.entries())
    copy.writeUInt32BE((sequence * heads.length + i) >>> 0, body + 4);
  for (const traf of find(copy, 'moof/traf')) {
    const trackId = copy.readUInt32BE(one(copy, 'tfhd', traf).body + 4);
    add(copy, one(copy, 'tfdt', traf), 4, shift(trackId));
  }
  for (const sidx of find(copy, 'sidx')) add(copy, sidx, 12, shift(copy.readUInt32BE(sidx.body + 4)));
  return copy;
}

function add(file: Buffer, box: Box, offset: number, ticks: bigint): void {
  if (file[box.body] !== 1) throw new Error(`${box.type} is only 32 bits wide`);
  file.writeBigUInt64BE(file.readBigUInt64BE(box.body + offset) + ticks, box.body + offset);
}
