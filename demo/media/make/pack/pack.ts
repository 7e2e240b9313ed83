import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rendition } from 'qunlive/faults';
import type { ShowSet } from '../../../live/live-set.js';
import { FPS, LENGTH, SLOT, SLOTS } from '../show/time.js';
import { AUDIO_ID, AUDIO_TIMESCALE, initSegment, soundEntry, VIDEO_ID, VIDEO_TIMESCALE } from './init.js';
import { readPictures, readSound } from './read.js';
import { cutRun, mediaSegment, type Run, type Sample } from './segment.js';

export const SEGMENT = 2;
/** Fragments of a segment, as encoders for short delays make them: a picture every 25th of a second, ten of them in each. */
const FRAGMENTS = 5;
export const SOUND_BITRATE = 80_000;
const FRAME = 1024;

export interface Source {
  name: string;
  width: number;
  height: number;
  /** Fragmented MP4 with the video alone. */
  file: string;
}

/** Of three rounds of the loop the middle one: its first frame is coded after the loop's own last one. */
export function middleRound(frames: Sample[]): Sample[] {
  const round = (LENGTH * AUDIO_TIMESCALE) / FRAME;
  // The encoder's first frame holds only its own delay.
  const start = round + 1;
  if (!Number.isInteger(round) || frames.length < start + round) throw new Error('the sound is too short');
  return frames.slice(start, start + round);
}

/** Segment `i` of the loop out of its picture and its sound. */
export function segmentOf(i: number, picture: Run, sound: Run): Buffer {
  const starts = (timescale: number) =>
    Array.from({ length: FRAGMENTS }, (_, n) => (i + n / FRAGMENTS) * SEGMENT * timescale);
  const pictures = cutRun(picture, starts(VIDEO_TIMESCALE));
  const sounds = cutRun(sound, starts(AUDIO_TIMESCALE));
  return mediaSegment(
    i * FRAGMENTS + 1,
    pictures.map((run, n) => [run, sounds[n]!]),
  );
}

/** Cuts both tracks into segments of 2 s that cover the loop exactly, and writes `live.json` beside them. */
export async function pack(sources: Source[], soundFile: string, folder: string): Promise<void> {
  const sound = middleRound(readSound(await readFile(soundFile)));
  const count = LENGTH / SEGMENT;
  const renditions: Rendition[] = [];
  for (const source of sources) {
    const pictures = readPictures(await readFile(source.file), FPS);
    if (pictures.groups.length !== count)
      throw new Error(`${pictures.groups.length} groups of pictures, not ${count}`);
    const place = join(folder, source.name);
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    const init = initSegment(source.width, source.height, pictures.entry, soundEntry(SOUND_BITRATE));
    await writeFile(join(place, 'init.mp4'), init);
    const sizes: number[] = [];
    for (const [i, group] of pictures.groups.entries()) {
      if (group.length !== SEGMENT * FPS || !group[0]?.keyframe)
        throw new Error(`group ${i} is not closed at 2 s`);
      const from = Math.ceil((i * SEGMENT * AUDIO_TIMESCALE) / FRAME);
      const to = Math.ceil(((i + 1) * SEGMENT * AUDIO_TIMESCALE) / FRAME);
      const bytes = segmentOf(
        i,
        { trackId: VIDEO_ID, decodeTime: i * SEGMENT * VIDEO_TIMESCALE, samples: group },
        { trackId: AUDIO_ID, decodeTime: from * FRAME, samples: sound.slice(from, to) },
      );
      sizes.push(bytes.length);
      await writeFile(join(place, `${String(i).padStart(2, '0')}.m4s`), bytes);
    }
    const bits = (bytes: number, seconds: number): number => Math.ceil((bytes * 8) / seconds / 1000) * 1000;
    renditions.push({
      name: source.name,
      width: source.width,
      height: source.height,
      codecs: `${pictures.codec},mp4a.40.2`,
      bandwidth: bits(Math.max(...sizes), SEGMENT),
      averageBandwidth: bits(
        sizes.reduce((a, b) => a + b, 0),
        LENGTH,
      ),
    });
  }
  const set: ShowSet = {
    segmentSeconds: SEGMENT,
    segmentCount: count,
    frameRate: FPS,
    tracks: [
      { id: VIDEO_ID, kind: 'video', timescale: VIDEO_TIMESCALE, loopTicks: LENGTH * VIDEO_TIMESCALE },
      { id: AUDIO_ID, kind: 'audio', timescale: AUDIO_TIMESCALE, loopTicks: LENGTH * AUDIO_TIMESCALE },
    ],
    renditions,
    show: SLOTS.map((productId, i) => ({ productId, start: i * SLOT, end: (i + 1) * SLOT })),
  };
  await writeFile(join(folder, 'live.json'), `${JSON.stringify(set, null, 2)}\n`);
}
