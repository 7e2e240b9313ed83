import { join } from 'node:path';
import type { IngestInput } from './ingest-input.js';

interface Rung {
  name: string;
  /** The shorter side in pixels: a portrait stays a portrait, a landscape a landscape. */
  side: number;
  kilobits: number;
}

const LADDER: readonly Rung[] = [
  { name: 'hi', side: 720, kilobits: 1600 },
  { name: 'lo', side: 432, kilobits: 500 },
];

const SEGMENT_SECONDS = 2;
const WINDOW_SEGMENTS = 6;

function scale(side: number): string {
  return `scale=w='if(gte(iw,ih),-2,${side})':h='if(gte(iw,ih),${side},-2)',format=yuv420p`;
}

/** ffmpeg's arguments for a live ladder of fMP4 segments in `folder`, with `master.m3u8` on top. */
export function ingestArgs(input: IngestInput, sound: boolean, folder: string): string[] {
  const split = LADDER.map((_, i) => `[in${i}]`).join('');
  const graph = [
    `[0:v]split=${LADDER.length}${split}`,
    ...LADDER.map((rung, i) => `[in${i}]${scale(rung.side)}[v${i}]`),
  ].join(';');
  // A camera without a microphone still gets a sound track, so that players need not guess.
  const silent = sound ? [] : ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo'];
  const maps = LADDER.flatMap((_, i) => ['-map', `[v${i}]`, '-map', sound ? '0:a:0' : '1:a:0']);
  const rates = LADDER.flatMap((rung, i) => [
    ...[
      `-b:v:${i}`,
      `${rung.kilobits}k`,
      `-maxrate:v:${i}`,
      `${rung.kilobits}k`,
      `-bufsize:v:${i}`,
      `${rung.kilobits * 2}k`,
    ],
  ]);
  return [
    ...['-hide_banner', '-loglevel', 'warning', '-nostdin'],
    ...input.args,
    ...silent,
    ...['-filter_complex', graph, ...maps],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-profile:v',
      'main',
      '-bf',
      '0',
      '-sc_threshold',
      '0',
      ...rates,
    ],
    ...['-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`],
    ...['-c:a', 'aac', '-b:a', '96k', '-ar', '48000', '-ac', '2'],
    ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_list_size', String(WINDOW_SEGMENTS)],
    ...['-hls_flags', 'delete_segments+program_date_time+independent_segments', '-hls_delete_threshold', '4'],
    ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_filename', join(folder, '%v', '%d.m4s'), '-master_pl_name', 'master.m3u8'],
    ...['-var_stream_map', LADDER.map((rung, i) => `v:${i},a:${i},name:${rung.name}`).join(' ')],
    join(folder, '%v', 'live.m3u8'),
  ];
}
