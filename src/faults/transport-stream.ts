import { adtsFrame, annexB, readCodecs, type Codecs } from './elementary.js';
import { one, trackRuns, find, type TrackRun } from './mp4.js';
import { TsWriter } from './ts-writer.js';

/** Ticks of a transport stream in a second; its clock is 33 bits wide and goes round every day. */
const TICKS = 90_000;
/** AAC frames that share one packet's head. */
const FRAMES_AT_ONCE = 6;

/** The same media as an MPEG transport stream: one video, one sound, and a clock with every picture. */
export function toTransportStream(init: Buffer, segment: Buffer, tracks: readonly Track[]): Buffer {
  const codecs = readCodecs(init);
  const writer = new TsWriter();
  const moof = one(segment, 'moof');
  const runs = trackRuns(segment).map((run, i) => ({ run, data: samplesOf(segment, moof.start, run, i) }));
  const units = runs.flatMap(({ run, data }) => {
    const track = tracks.find(({ id }) => id === run.trackId);
    if (!track) return [];
    return track.kind === 'video' ? pictures(run, data, track, codecs) : sounds(run, data, track, codecs);
  });
  writer.tables();
  for (const unit of units.sort((a, b) => a.dts - b.dts)) writer.unit(unit);
  return writer.bytes();
}

interface Track {
  id: number;
  kind: 'video' | 'audio';
  timescale: number;
}

/** What one PES packet carries. Times in ticks. */
export interface Unit {
  kind: 'video' | 'audio';
  dts: number;
  pts: number;
  keyframe: boolean;
  data: Buffer;
}

function samplesOf(segment: Buffer, base: number, run: TrackRun, index: number): Buffer[] {
  const trun = one(segment, 'trun', find(segment, 'moof/traf')[index]);
  // The offset is there in every segment whose tracks share one `mdat`.
  let at = base + segment.readInt32BE(trun.body + 8);
  return run.samples.map(({ size }) => segment.subarray(at, (at += size)));
}

const ticks = (time: bigint, timescale: number) => Number((time * BigInt(TICKS)) / BigInt(timescale));

function pictures(run: TrackRun, data: Buffer[], { timescale }: Track, codecs: Codecs): Unit[] {
  let time = run.decodeTime;
  return run.samples.map(({ duration, compositionOffset, keyframe }, i) => {
    const dts = ticks(time, timescale);
    const pts = ticks(time + BigInt(compositionOffset), timescale);
    time += BigInt(duration);
    return { kind: 'video', dts, pts, keyframe, data: annexB(data[i]!, codecs, keyframe) };
  });
}

function sounds(run: TrackRun, data: Buffer[], { timescale }: Track, codecs: Codecs): Unit[] {
  const units: Unit[] = [];
  let time = run.decodeTime;
  for (let i = 0; i < data.length; i += FRAMES_AT_ONCE) {
    const frames = data.slice(i, i + FRAMES_AT_ONCE).map(frame => adtsFrame(frame, codecs));
    const dts = ticks(time, timescale);
    units.push({ kind: 'audio', dts, pts: dts, keyframe: false, data: Buffer.concat(frames) });
    for (const { duration } of run.samples.slice(i, i + FRAMES_AT_ONCE)) time += BigInt(duration);
  }
  return units;
}
