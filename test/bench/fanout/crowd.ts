import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Kind, ReaderState, ReaderWish, ServerState, ServerWish } from './messages.js';

const started = new Set<ChildProcess>();
process.on('exit', () => started.forEach(child => child.kill('SIGKILL')));

function start(file: string): ChildProcess {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], { execArgv: ['--import', 'tsx'] });
  started.add(child);
  child.once('exit', code => {
    started.delete(child);
    if (code === null || code === 0) return;
    console.error(`${file} ended with ${code}`);
    process.exit(2);
  });
  return child;
}

async function ask<T>(child: ChildProcess, wish: ServerWish | ReaderWish): Promise<T> {
  const answered = once(child, 'message') as Promise<[T]>;
  child.send(wish);
  const [answer] = await answered;
  return answer;
}

/** A server in a process of its own, and its viewers in others. */
export class Crowd {
  readonly kind: Kind;
  readonly #server: ChildProcess;
  readonly #readers: ChildProcess[] = [];
  readonly #port: number;

  static async open(kind: Kind): Promise<Crowd> {
    const server = start(kind === 'sse' ? 'room.ts' : 'ws-sender.ts');
    const [url] = (await once(server, 'message')) as [string];
    return new Crowd(kind, server, Number(new URL(url).port));
  }

  private constructor(kind: Kind, server: ChildProcess, port: number) {
    this.kind = kind;
    this.#server = server;
    this.#port = port;
  }

  server(wish: ServerWish): Promise<ServerState> {
    return ask(this.#server, wish);
  }

  /** `count` more viewers, in `processes` processes of their own. */
  async join(count: number, { processes = 2, stalled = false } = {}): Promise<void> {
    const { kind } = this;
    for (let i = 0; i < processes; i += 1) {
      const reader = start('reader.ts');
      this.#readers.push(reader);
      const share = Math.floor((count * (i + 1)) / processes) - Math.floor((count * i) / processes);
      await ask(reader, { wish: 'connect', kind, port: this.#port, count: share, stalled });
    }
  }

  /** What all viewers have received since the last time. */
  async received(): Promise<ReaderState> {
    const sum: ReaderState = { connected: 0, messages: 0, bytes: 0, lags: [] };
    for (const reader of this.#readers) {
      const { connected, messages, bytes, lags } = await ask<ReaderState>(reader, { wish: 'report' });
      sum.connected += connected;
      sum.messages += messages;
      sum.bytes += bytes;
      sum.lags = sum.lags.concat(lags);
    }
    return sum;
  }

  close(): void {
    for (const child of [...this.#readers, this.#server]) child.kill('SIGKILL');
  }
}
