import { connect, type Socket } from 'node:net';
import { parseError, QunError } from '../../src/protocol/index.js';
import type { JsonAnswer } from '../../src/transport/room-http.js';

interface Asking {
  path: string;
  answer(status: number, text: string): void;
  fail(cause: unknown): void;
}

/** One connection that is kept, with one request on it at a time. */
class Line {
  readonly #socket: Socket;
  readonly #idle: (line: Line) => void;
  #asking: Asking | undefined;
  #came = '';

  constructor(host: string, port: number, idle: (line: Line) => void) {
    this.#idle = idle;
    this.#socket = connect(port, host).setNoDelay(true).setEncoding('latin1');
    this.#socket.on('data', (text: string) => this.#take(text));
    this.#socket.on('error', cause => this.#asking?.fail(cause));
    this.#socket.on('close', () => this.#asking?.fail(new Error('the connection was closed')));
  }

  ask(asking: Asking): void {
    this.#asking = asking;
    this.#socket.write(`GET ${asking.path} HTTP/1.1\r\nHost: cdn.example\r\n\r\n`);
  }

  close(): void {
    this.#asking?.fail(new Error('closed'));
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#came += text;
    const head = this.#came.indexOf('\r\n\r\n');
    if (head < 0) return;
    const status = Number(this.#came.slice(9, 12));
    const length = Number(/^content-length: (\d+)/im.exec(this.#came.slice(0, head))?.[1] ?? 0);
    if (this.#came.length < head + 4 + length) return;
    const body = this.#came.slice(head + 4, head + 4 + length);
    this.#came = '';
    const asking = this.#asking!;
    this.#asking = undefined;
    this.#idle(this);
    asking.answer(status, Buffer.from(body, 'latin1').toString());
  }
}

/** As much of a page's way to a room as following segments needs, over plain sockets that a whole crowd shares. */
export class LeanHttp {
  readonly #url: URL;
  readonly #idle: Line[] = [];
  readonly #lines: Line[] = [];
  readonly #waiting: Asking[] = [];
  readonly #most: number;
  asked = 0;

  constructor(url: string, most = 100) {
    this.#url = new URL(url);
    this.#most = most;
  }

  async json(path: string): Promise<JsonAnswer> {
    const sentAt = Date.now();
    const { status, text } = await this.#get(`${this.#url.pathname}/${path}`);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (status !== 200) throw parseError(body, status);
    return { body, sentAt, receivedAt: Date.now(), replayed: false };
  }

  url(path: string, query: Record<string, string>): string {
    return `${this.#url.pathname}/${path}?${new URLSearchParams(query).toString()}`;
  }

  async head(path: string): Promise<unknown> {
    return this.#get(path);
  }

  close(): void {
    for (const line of this.#lines) line.close();
    for (const { fail } of this.#waiting.splice(0)) fail(new Error('closed'));
  }

  #get(path: string): Promise<{ status: number; text: string }> {
    this.asked += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        path,
        answer: (status, text) => resolve({ status, text }),
        fail: cause => reject(new QunError('network', { cause })),
      });
      this.#next();
    });
  }

  #next(): void {
    let line = this.#idle.pop();
    if (!line && this.#lines.length < this.#most) {
      const { hostname, port } = this.#url;
      line = new Line(hostname, Number(port), idle => {
        this.#idle.push(idle);
        if (this.#waiting.length > 0) this.#next();
      });
      this.#lines.push(line);
    }
    const asking = line && this.#waiting.shift();
    if (asking) line!.ask(asking);
    else if (line) this.#idle.push(line);
  }
}
