import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Given {
  status: number;
  headers: Headers;
  text: string;
}

/** What a wrong server does otherwise than a right one behind it. */
export interface Lie {
  /** Changes what is asked before the right server sees it. */
  asked?(asked: Asked): void;
  /** Changes an answer. */
  given?(given: Given, asked: Asked): void | Promise<void>;
  /** Changes the head of a feed. */
  head?(headers: Headers): void;
  /** An event or a comment line of a feed, as text; undefined: it does not come. A promise: later. */
  frame?(text: string): string | undefined | Promise<string>;
}

/** A server that passes everything on to a right one, and lies. */
export class Liar {
  readonly url: string;
  /** Lies that did not work. */
  readonly faults: unknown[] = [];
  readonly #server: Server;
  readonly #stop = new AbortController();

  static async start(truth: string, lie: Lie): Promise<Liar> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Liar(server, truth, lie);
  }

  private constructor(server: Server, truth: string, lie: Lie) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.#pass(truth, lie, request, response).catch((error: unknown) => {
        response.destroy();
        // A client that goes away is everyday; a lie that does not work would be found out for the wrong reason.
        if (!this.#stop.signal.aborted && !/terminated|aborted|fetch failed/.test(String(error)))
          this.faults.push(error);
      });
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #pass(truth: string, lie: Lie, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers)
        .filter(([name]) => !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name))
        .map(([name, value]) => [name, String(value)]),
    );
    const asked: Asked = { method: request.method!, path: request.url!, headers, body };
    lie.asked?.(asked);
    const answer = await fetch(truth + asked.path, {
      method: asked.method,
      headers: asked.headers,
      signal: this.#stop.signal,
      ...(asked.body === '' ? {} : { body: asked.body }),
    });
    const given: Given = { status: answer.status, headers: new Headers(answer.headers), text: '' };
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      lie.head?.(given.headers);
      response.writeHead(answer.status, plain(given.headers));
      request.socket.once('close', () => void answer.body?.cancel().catch(() => {}));
      await this.#feed(answer, lie, response);
      return;
    }
    given.text = await answer.text();
    await lie.given?.(given, asked);
    response.writeHead(given.status, plain(given.headers)).end(given.text);
  }

  async #feed(answer: Response, { frame }: Lie, response: ServerResponse): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    // Written in order, also where one comes late.
    let written: Promise<void> = Promise.resolve();
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const told = frame ? frame(block) : block;
        written = written.then(async () => {
          const now = await told;
          if (now !== undefined) response.write(`${now}\n\n`);
        });
      }
    }
    await written;
    response.end();
  }
}

const plain = (headers: Headers) =>
  Object.fromEntries(
    [...headers].filter(([name]) => !['content-length', 'transfer-encoding', 'connection'].includes(name)),
  );
