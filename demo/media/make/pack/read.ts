import { boxes, find, one, trackRuns } from 'qunlive/faults';
import { VIDEO_TIMESCALE } from './init.js';
import type { Sample } from './segment.js';

export interface Pictures {
  /** The sample entry (`avc1` with its `avcC`). */
  entry: Buffer;
  codec: string;
  /** One list for each group of pictures. */
  groups: Sample[][];
}

/** Reads what ffmpeg wrote with one fragment for each group of pictures, and moves the first picture to time 0. */
export function readPictures(file: Buffer, fps: number): Pictures {
  const stsd = one(file, 'moov/trak/mdia/minf/stbl/stsd');
  const entry = Buffer.from(file.subarray(stsd.body + 8, stsd.end));
  const at = entry.indexOf('avcC');
  const codec = `avc1.${entry.toString('hex', at + 5, at + 8).toUpperCase()}`;
  const tick = VIDEO_TIMESCALE / fps;
  const timescale = file.readUInt32BE(one(file, 'moov/trak/mdia/mdhd').body + 12);
  const fragments = boxes(file).filter(box => box.type === 'moof');
  const groups = fragments.map((moof, i) => {
    const end = fragments[i + 1]?.start ?? file.length;
    const part = file.subarray(moof.start, end);
    const [run] = trackRuns(part);
    if (!run) throw new Error('a fragment without a track');
    let data = one(part, 'mdat').body;
    return run.samples.map((sample): Sample => {
      data += sample.size;
      return {
        data: Buffer.from(part.subarray(data - sample.size, data)),
        duration: tick,
        compositionOffset: Math.round((sample.compositionOffset * VIDEO_TIMESCALE) / timescale),
        keyframe: sample.keyframe,
      };
    });
  });
  const delay = (groups[0] as Sample[])[0]?.compositionOffset ?? 0;
  for (const sample of groups.flat()) sample.compositionOffset -= delay;
  if (find(file, 'moov/trak').length !== 1) throw new Error('expected one track');
  return { entry, codec, groups };
}

/** The frames of an ADTS stream without their headers. */
export function readSound(file: Buffer): Sample[] {
  const frames: Sample[] = [];
  let at = 0;
  while (at + 7 <= file.length) {
    const size = ((file.readUInt32BE(at + 2) >> 5) & 0x1fff) >>> 0;
    const header = (file[at + 1] as number) & 1 ? 7 : 9;
    frames.push({
      data: Buffer.from(file.subarray(at + header, at + size)),
      duration: 1024,
      compositionOffset: 0,
      keyframe: true,
    });
    at += size;
  }
  return frames;
}
