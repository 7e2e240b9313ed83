import type { Socket } from 'node:net';
import type { StreamEnd } from './hub-watch.js';

export interface FeedConnectionOptions {
  /** Bytes that may wait for a slow reader before it is cut off. It comes back and resumes. Default 256 KiB. */
  maxWaiting?: number;
}

/** Where a feed writes to. */
export interface FeedSink {
  write(chunk: Buffer): void;
  end(chunk?: Buffer): void;
}

/** Heartbeats in which a reader may take nothing of what waits for it; while it reads its beginning, and later. */
const PATIENCE = { beginning: 8, later: 2 } as const;

/** One reader's socket. Written to directly: chunks shared by all readers, without a copy or a frame for each. */
export class FeedConnection implements FeedSink {
  readonly #socket: Socket;
  readonly #maxWaiting: number;
  #allowed: number;
  #why: StreamEnd = 'gone';
  #taken = -1;
  #stood = 0;

  constructor(socket: Socket, head: Buffer, options: FeedConnectionOptions = {}) {
    this.#socket = socket;
    this.#maxWaiting = options.maxWaiting ?? 256 * 1024;
    this.#allowed = this.#maxWaiting;
    socket.setTimeout(0);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 30_000);
    socket.on('drain', () => (this.#allowed = this.#maxWaiting));
    // A reader that goes away mid-write is everyday; `close` follows and says so.
    socket.on('error', () => {});
    socket.write(head);
  }

  /** True once the reader was too slow. */
  get cut(): boolean {
    return this.#why === 'slow' || this.#why === 'stalled';
  }

  /** Why it ended, or would if it did so now. */
  get why(): StreamEnd {
    return this.#why;
  }

  /** The first burst may be a large snapshot; a slow phone gets the time to read it. */
  open(chunks: readonly Buffer[]): void {
    this.#allowed += chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    this.#socket.cork();
    for (const chunk of chunks) this.write(chunk);
    this.#socket.uncork();
    if (!this.#socket.writableNeedDrain) this.#allowed = this.#maxWaiting;
  }

  write(chunk: Buffer): void {
    const socket = this.#socket;
    if (socket.destroyed || socket.writableEnded) return;
    if (socket.writableLength > this.#allowed) this.#cut('slow');
    else socket.write(chunk);
  }

  /**
   * A sign of life to a reader that takes what it is sent. One that takes nothing is cut: the little that waits for it
   * would hold on to every frame since, long after all others have let go of them.
   */
  heartbeat(chunk: Buffer): void {
    const { writableLength, bytesWritten } = this.#socket;
    const taken = bytesWritten - writableLength;
    this.#stood = writableLength > 0 && taken === this.#taken ? this.#stood + 1 : 0;
    this.#taken = taken;
    const { beginning, later } = PATIENCE;
    if (this.#stood >= (this.#allowed > this.#maxWaiting ? beginning : later)) this.#cut('stalled');
    else this.write(chunk);
  }

  end(chunk?: Buffer): void {
    if (this.#socket.destroyed || this.#socket.writableEnded) return;
    this.#why = 'life';
    if (chunk) this.#socket.end(chunk);
    else this.#socket.end();
    // Whoever does not read the end is not waited for.
    this.#socket.setTimeout(1000, () => this.#socket.destroy());
  }

  onClose(listener: () => void): void {
    if (this.#socket.destroyed) queueMicrotask(listener);
    else this.#socket.once('close', listener);
  }

  #cut(why: 'slow' | 'stalled'): void {
    this.#why = why;
    this.#socket.destroy();
  }
}
