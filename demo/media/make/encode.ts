import { spawn } from 'node:child_process';

/** Runs ffmpeg to its end; its last words become the error. */
export function ffmpeg(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', ['-hide_banner', '-loglevel', 'warning', '-y', ...args], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}\n${said}`)),
    );
  });
}

export interface Quality {
  name: string;
  width: number;
  height: number;
  /** kbit/s of the picture: on average, and at most over a second or two. */
  average: number;
  peak: number;
  profile: string;
  level: string;
}

export const QUALITIES: readonly Quality[] = [
  { name: 'hi', width: 720, height: 1280, average: 840, peak: 1500, profile: 'high', level: '3.1' },
  { name: 'lo', width: 432, height: 768, average: 330, peak: 620, profile: 'main', level: '3.0' },
];

/** Two passes over the frames; every group of pictures is closed and as long as a segment. */
export async function encodePictures(
  frames: string,
  quality: Quality,
  fps: number,
  group: number,
  out: string,
): Promise<void> {
  const { width, height } = quality;
  const scale = `scale=${width}:${height}:flags=lanczos:in_range=full:out_range=tv:out_color_matrix=bt709,format=yuv420p`;
  const common = [
    ...['-framerate', String(fps), '-i', frames, '-vf', scale, '-c:v', 'libx264', '-preset', 'slower'],
    ...['-profile:v', quality.profile, '-level', quality.level, '-b:v', `${quality.average}k`],
    ...[
      '-maxrate',
      `${quality.peak}k`,
      '-bufsize',
      `${quality.peak}k`,
      '-g',
      String(group),
      '-keyint_min',
      String(group),
    ],
    ...['-sc_threshold', '0', '-bf', '2', '-flags', '+cgop', '-aq-mode', '3', '-passlogfile', `${out}.log`],
    ...[
      '-color_primaries',
      'bt709',
      '-color_trc',
      'bt709',
      '-colorspace',
      'bt709',
      '-color_range',
      'tv',
      '-threads',
      '2',
    ],
  ];
  await ffmpeg([...common, '-pass', '1', '-an', '-f', 'null', '-']);
  await ffmpeg([
    ...common,
    '-pass',
    '2',
    '-an',
    '-movflags',
    'frag_keyframe+empty_moov+default_base_moof',
    out,
  ]);
}

export function encodeSound(file: string, bitrate: number, out: string): Promise<void> {
  return ffmpeg([
    '-i',
    file,
    '-c:a',
    'aac',
    '-b:a',
    String(bitrate),
    '-ar',
    '48000',
    '-ac',
    '2',
    '-f',
    'adts',
    out,
  ]);
}
