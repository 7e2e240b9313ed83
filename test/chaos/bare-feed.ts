import { connect, type Socket } from 'node:net';

/** A viewer on a bare socket, for crowds: keeps its place, comes back by itself, and notices what it missed or got twice. */
export class BareFeed {
  readonly #port: number;
  readonly #heard: () => void;
  #socket: Socket | undefined;
  #rest = '';
  #ended = false;
  epoch = '';
  seq = 0;
  /** How each beginning was: `recovered`, or the reason of its snapshot. */
  readonly beginnings: string[] = [];
  /** Places where an event was not the one after the last. */
  readonly breaks: string[] = [];

  constructor(port: number, heard: () => void) {
    this.#port = port;
    this.#heard = heard;
    this.#open();
  }

  get connected(): boolean {
    return this.#socket?.writable === true && this.beginnings.length > 0;
  }

  /** Stops reading, and keeps the line. */
  stall(): void {
    this.#socket?.pause();
  }

  end(): void {
    this.#ended = true;
    this.#socket?.destroy();
  }

  #open(): void {
    const socket = connect(this.#port, '127.0.0.1');
    this.#socket = socket;
    this.#rest = '';
    const since = this.epoch === '' ? '' : `?since=${this.epoch}:${this.seq}`;
    socket.write(`GET /v1/rooms/spring/feed${since} HTTP/1.1\r\nhost: x\r\n\r\n`);
    socket.on('data', chunk => this.#take(chunk.toString('latin1')));
    // Nobody is there: `close` follows.
    socket.on('error', () => {});
    socket.on('close', () => {
      if (!this.#ended) setTimeout(() => this.#ended || this.#open(), 20 + 200 * Math.random());
    });
  }

  #take(text: string): void {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop()!;
    for (const block of blocks) {
      const hello = /^event: hello\ndata: .*"outcome":"(\w+)"(?:,"reason":"(\w+)")?/m.exec(block);
      if (hello) this.beginnings.push(hello[2] ?? hello[1]!);
      const [, epoch, place, event] = /^id: ([^:]+):(\d+)\nevent: (\w+)/m.exec(block) ?? [];
      if (epoch === undefined) continue;
      const seq = Number(place);
      if (event === 'control' && (epoch !== this.epoch || seq !== this.seq + 1))
        this.breaks.push(`${epoch}:${seq} after ${this.epoch}:${this.seq}`);
      this.epoch = epoch;
      this.seq = seq;
    }
    this.#heard();
  }
}
