import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { recordRoom } from 'qunlive/server';

/** Where the recorded evening lies: files, as any web server has them. */
export const RECORDED = '/recorded/room.json';

/** Records one room of the demo into a folder that goes with it. */
export class RecordedRoom {
  readonly #folder: string;
  readonly #stop = new AbortController();
  #recording: Promise<unknown> = Promise.resolve();

  static async open(app: FastifyInstance): Promise<RecordedRoom> {
    const folder = await mkdtemp(join(tmpdir(), 'qunlive-recorded-'));
    await app.register(fastifyStatic, { root: folder, prefix: '/recorded/', decorateReply: false });
    return new RecordedRoom(folder);
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Ready some ten seconds after the room's show is over. `origin`: the demo's own. */
  record(origin: string, room: string): void {
    const path = `/v1/rooms/${room}`;
    // Whichever of its names the demo is opened by, the pictures lie beside the recording.
    const options = { room: origin + path, base: path, to: this.#folder, signal: this.#stop.signal };
    // Without it the demo has one page less; the rest goes on.
    this.#recording = recordRoom(options).catch(() => {});
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#recording;
    await rm(this.#folder, { recursive: true, force: true });
  }
}
