/**
 * Makes src/faults/media, the stream that comes with `qunlive faults`: 16 s of a test card in two qualities, in
 * segments of 1 s. `node --import tsx test/faults/card/make.ts`; needs ffmpeg. The result is committed.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AUDIO_ID,
  AUDIO_TIMESCALE,
  initSegment,
  soundEntry,
  VIDEO_ID,
  VIDEO_TIMESCALE,
} from '../../../demo/media/make/pack/init.js';
import { readPictures, readSound } from '../../../demo/media/make/pack/read.js';
import { mediaSegment, type Sample } from '../../../demo/media/make/pack/segment.js';
import { drawFrame, FPS, LENGTH } from './draw.js';

const FRAME = 1024;
const SOUND_BITRATE = 32_000;
const target = fileURLToPath(new URL('../../../src/faults/media/', import.meta.url));

const qualities = [
  { name: 'hi', width: 352, height: 640, crf: '26', profile: 'high', level: '3.0' },
  { name: 'lo', width: 176, height: 320, crf: '30', profile: 'baseline', level: '2.1' },
] as const;

type Quality = (typeof qualities)[number];

function ffmpeg(args: string[], frames?: Iterable<Buffer>): Promise<void> {
  const child = spawn('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    stdio: [frames ? 'pipe' : 'ignore', 'inherit', 'inherit'],
  });
  const fed = (async () => {
    for (const frame of frames ?? []) {
      if (!child.stdin!.write(frame)) await new Promise(ready => child.stdin!.once('drain', ready));
    }
    child.stdin?.end();
  })();
  return new Promise((resolve, reject) => {
    fed.catch(reject);
    child.on('error', reject);
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))));
  });
}

function* pictures({ width, height }: Quality): Iterable<Buffer> {
  for (let frame = 0; frame < FPS * LENGTH; frame++) yield drawFrame(frame, width, height);
}

/** A soft blip each second, two octaves apart where the loop begins. Three rounds, so that the middle one is seamless. */
function tone(): Buffer {
  const samples = LENGTH * AUDIO_TIMESCALE;
  const wave = Buffer.alloc(samples * 4 * 3);
  for (let i = 0; i < samples * 3; i++) {
    const second = (i / AUDIO_TIMESCALE) % LENGTH;
    const pitch = second < 1 ? 880 : 440;
    const value = Math.sin((2 * Math.PI * pitch * i) / AUDIO_TIMESCALE) * Math.exp(-(second % 1) * 9) * 9000;
    wave.writeInt16LE(Math.round(value), i * 4);
    wave.writeInt16LE(Math.round(value), i * 4 + 2);
  }
  return wave;
}

async function sound(work: string): Promise<Sample[]> {
  await writeFile(join(work, 'tone.raw'), tone());
  const raw = ['-f', 's16le', '-ar', String(AUDIO_TIMESCALE), '-ac', '2', '-i', join(work, 'tone.raw')];
  await ffmpeg([...raw, '-c:a', 'aac', '-b:a', String(SOUND_BITRATE), '-f', 'adts', join(work, 'tone.aac')]);
  const frames = readSound(await readFile(join(work, 'tone.aac')));
  const round = (LENGTH * AUDIO_TIMESCALE) / FRAME;
  // The encoder's first frame holds only its own delay.
  return frames.slice(round + 1, round * 2 + 1);
}

async function packQuality(quality: Quality, frames: Sample[], work: string) {
  const { name, width, height, crf, profile, level } = quality;
  const file = join(work, `${name}.mp4`);
  await ffmpeg(
    [
      ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', String(FPS), '-i', '-'],
      ...['-c:v', 'libx264', '-preset', 'veryslow', '-profile:v', profile, '-level', level, '-crf', crf],
      ...['-g', String(FPS), '-keyint_min', String(FPS), '-sc_threshold', '0', '-bf', '0'],
      ...['-movflags', 'frag_keyframe+empty_moov+default_base_moof', file],
    ],
    pictures(quality),
  );
  const { entry, codec, groups } = readPictures(await readFile(file), FPS);
  if (groups.length !== LENGTH) throw new Error(`${groups.length} groups of pictures, not ${LENGTH}`);
  const folder = join(target, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'init.mp4'), initSegment(width, height, entry, soundEntry(SOUND_BITRATE)));
  const sizes: number[] = [];
  for (const [i, group] of groups.entries()) {
    const [from, to] = [i, i + 1].map(second => Math.ceil((second * AUDIO_TIMESCALE) / FRAME)) as [
      number,
      number,
    ];
    const bytes = mediaSegment(i + 1, [
      [
        { trackId: VIDEO_ID, decodeTime: i * VIDEO_TIMESCALE, samples: group },
        { trackId: AUDIO_ID, decodeTime: from * FRAME, samples: frames.slice(from, to) },
      ],
    ]);
    sizes.push(bytes.length);
    await writeFile(join(folder, `${String(i).padStart(2, '0')}.m4s`), bytes);
  }
  const bits = (bytes: number) => Math.ceil((bytes * 8) / 1000) * 1000;
  const total = sizes.reduce((a, b) => a + b, 0);
  const bandwidth = bits(Math.max(...sizes));
  const averageBandwidth = bits(total / LENGTH);
  return { name, width, height, codecs: `${codec},mp4a.40.2`, bandwidth, averageBandwidth };
}

const work = await mkdtemp(join(tmpdir(), 'qunlive-card-'));
try {
  const frames = await sound(work);
  const renditions = [];
  for (const quality of qualities) renditions.push(await packQuality(quality, frames, work));
  const track = (id: number, kind: string, timescale: number) => ({
    id,
    kind,
    timescale,
    loopTicks: LENGTH * timescale,
  });
  const tracks = [track(VIDEO_ID, 'video', VIDEO_TIMESCALE), track(AUDIO_ID, 'audio', AUDIO_TIMESCALE)];
  const set = { segmentSeconds: 1, segmentCount: LENGTH, frameRate: FPS, tracks, renditions };
  await writeFile(join(target, 'live.json'), `${JSON.stringify(set, null, 2)}\n`);
} finally {
  await rm(work, { recursive: true, force: true });
}
