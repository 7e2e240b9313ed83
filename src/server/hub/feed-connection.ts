import type { Socket } from 'node:net';

export interface FeedConnectionOptions {
  /** Bytes that may wait for a slow reader before it is cut off. It comes back and resumes. Default 256 KiB. */
  maxWaiting?: number;
}

/** Where a feed writes to. */
export interface FeedSink {
  write(chunk: Buffer): void;
  end(chunk?: Buffer): void;
}

/** One reader's socket. Written to directly: chunks shared by all readers, without a copy or a frame for each. */
export class FeedConnection implements FeedSink {
  readonly #socket: Socket;
  readonly #maxWaiting: number;
  #allowed: number;
  #cut = false;

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
    return this.#cut;
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
    if (this.#cut || this.#socket.destroyed || this.#socket.writableEnded) return;
    if (this.#socket.writableLength > this.#allowed) {
      this.#cut = true;
      this.#socket.destroy();
      return;
    }
    this.#socket.write(chunk);
  }

  end(chunk?: Buffer): void {
    if (this.#socket.destroyed || this.#socket.writableEnded) return;
    if (chunk) this.#socket.end(chunk);
    else this.#socket.end();
    // Whoever does not read the end is not waited for.
    this.#socket.setTimeout(1000, () => this.#socket.destroy());
  }

  onClose(listener: () => void): void {
    if (this.#socket.destroyed) queueMicrotask(listener);
    else this.#socket.once('close', listener);
  }
}
