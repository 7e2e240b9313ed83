import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveHlsFolder } from './hls-folder.js';
import { ingestArgs } from './ingest-args.js';
import { ingestInput, IngestProblem, type IngestInput } from './ingest-input.js';

export interface IngestOptions {
  /** A file, `camera`, `camera:1`, or an rtmp/rtsp/http address. */
  what: string;
  /** Default 8090; 0 takes any free one. */
  port?: number;
  /** Default 127.0.0.1; 0.0.0.0 lets phones in the same network watch. */
  host?: string;
  /** Where ffmpeg is; default the one on the PATH. */
  ffmpeg?: string;
}

export interface Ingest {
  /** Address of the master playlist; it exists by the time `startIngest` resolves. */
  url: string;
  /** Resolves when the encoder has ended: undefined after `stop()`, otherwise its last words. */
  ended: Promise<string | undefined>;
  /** Ends encoder and server and removes the folder. May be called again. */
  stop(): Promise<void>;
}

const NO_FFMPEG =
  'ffmpeg was not found. Install it (macOS: brew install ffmpeg, Debian/Ubuntu: sudo apt install ffmpeg, Windows: winget install ffmpeg) and run this again.';

function missing(error: NodeJS.ErrnoException): Error {
  return error.code === 'ENOENT' ? new IngestProblem(NO_FFMPEG) : error;
}

/** Whether the input has sound, as ffmpeg itself reports it. Rejects where there is no ffmpeg. */
function hasSound(ffmpeg: string, input: IngestInput): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = input.sound === 'unknown' ? ['-hide_banner', ...input.args.slice(-2)] : ['-version'];
    const probe = spawn(ffmpeg, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    probe.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    probe.on('error', error => reject(missing(error)));
    probe.on('close', () => {
      if (input.sound === 'unknown' && !said.includes('Video:')) {
        reject(new IngestProblem(`ffmpeg finds no picture in "${input.args.at(-1)}". Try another file.`));
      } else {
        resolve(input.sound === 'unknown' ? said.includes('Audio:') : input.sound === 'yes');
      }
    });
  });
}

/** Resolves when the encoder has written the master playlist, or has ended. */
function firstPlaylist(folder: string, ended: Promise<unknown>): Promise<void> {
  return new Promise(resolve => {
    const watcher = watch(folder, look);
    function look(): void {
      if (!existsSync(join(folder, 'master.m3u8'))) return;
      watcher.close();
      resolve();
    }
    void ended.then(() => {
      watcher.close();
      resolve();
    });
    look();
  });
}

/** Encodes `what` live into a folder of its own and serves it. Rejects with `IngestProblem` when something is missing. */
export async function startIngest(options: IngestOptions): Promise<Ingest> {
  const { what, port = 8090, host = '127.0.0.1', ffmpeg = 'ffmpeg' } = options;
  const input = ingestInput(what);
  const sound = await hasSound(ffmpeg, input);
  const folder = await mkdtemp(join(tmpdir(), 'qunlive-ingest-'));
  const { server, port: taken } = await serveHlsFolder(folder, port, host).catch(
    async (error: NodeJS.ErrnoException) => {
      await rm(folder, { recursive: true, force: true });
      if (error.code !== 'EADDRINUSE') throw error;
      throw new IngestProblem(`Port ${port} is taken. Choose another: --port ${port + 1}`);
    },
  );
  let stopping = false;
  let over = false;
  const encoder = spawn(ffmpeg, ingestArgs(input, sound, folder), { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = lastWords(encoder).then(words => {
    over = true;
    return stopping ? undefined : words;
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    encoder.kill('SIGINT');
    await ended;
    server.closeAllConnections();
    await new Promise(done => server.close(done));
    await rm(folder, { recursive: true, force: true });
  };
  await firstPlaylist(folder, ended);
  if (over) {
    const words = await ended;
    await stop();
    throw new IngestProblem(`ffmpeg could not read "${what}":\n${words ?? ''}`);
  }
  return { url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${taken}/master.m3u8`, ended, stop };
}

function lastWords(encoder: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    let said = '';
    encoder.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-1500)));
    encoder.on('error', error => resolve(error.message));
    encoder.on('close', () => resolve(said.trim()));
  });
}
