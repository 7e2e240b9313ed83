import { existsSync } from 'node:fs';

/** Something in the way that the person at the keyboard can mend; the message says how. */
export class IngestProblem extends Error {}

export interface IngestInput {
  /** ffmpeg's arguments up to and including `-i`. */
  args: string[];
  /** Whether sound comes with it; `unknown` for files, which are looked into. */
  sound: 'yes' | 'no' | 'unknown';
}

export const USAGE = `Usage: npm run demo:ingest -- <video file | camera | rtmp/rtsp/http address> [--port 8090] [--host 127.0.0.1]

  npm run demo:ingest -- show.mp4          a file, over and over, as if it were live
  npm run demo:ingest -- camera            the first camera
  npm run demo:ingest -- camera:1          another one (Windows: camera:<its name>)`;

/** What ffmpeg must be told to read `what` on this platform. */
export function ingestInput(what: string, platform: NodeJS.Platform = process.platform): IngestInput {
  const camera = /^camera(?::(.+))?$/.exec(what);
  if (camera) return cameraInput(camera[1], platform);
  if (/^\/dev\/video\d+$/.test(what)) return cameraInput(what, platform);
  if (/^(rtmps?|rtsp|srt|https?):\/\//.test(what)) return { args: ['-i', what], sound: 'unknown' };
  if (!existsSync(what)) {
    throw new IngestProblem(`There is no file "${what}". Give the path of a video file, or "camera".`);
  }
  return { args: ['-re', '-stream_loop', '-1', '-i', what], sound: 'unknown' };
}

function cameraInput(which: string | undefined, platform: NodeJS.Platform): IngestInput {
  if (platform === 'darwin') {
    const device = `${which ?? '0'}:0`;
    return { args: ['-f', 'avfoundation', '-framerate', '30', '-i', device], sound: 'yes' };
  }
  if (platform === 'win32') {
    if (!which) {
      throw new IngestProblem(
        'Say which camera: "camera:<its name>". ffmpeg lists the names: ffmpeg -list_devices true -f dshow -i dummy',
      );
    }
    return { args: ['-f', 'dshow', '-rtbufsize', '64M', '-i', `video=${which}`], sound: 'no' };
  }
  const device = which?.startsWith('/dev/') ? which : `/dev/video${which ?? '0'}`;
  if (!existsSync(device)) {
    throw new IngestProblem(`There is no camera at ${device}. Plug one in, or name another: camera:1`);
  }
  return { args: ['-f', 'v4l2', '-framerate', '30', '-i', device], sound: 'no' };
}
