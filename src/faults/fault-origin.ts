import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FaultStream } from './fault-stream.js';
import { FaultWishError, faults, readFaultWish } from './fault.js';
import { MediaFolder } from './media-folder.js';
import { json, refusal, type Reply } from './reply.js';
import { send } from './send.js';
import { readStreamOptions, type StreamOptions } from './stream-options.js';

export interface FaultOriginOptions {
  /** Folder with `live.json` and the segments. Default: the test card that comes along. */
  media?: string | undefined;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

const STREAM = /^[\w-]{1,64}$/;
const LONGEST_COMMAND = 10_000;
/** Streams remembered; the oldest is forgotten first. */
const KEPT = 1000;

/**
 * An HTTP origin of live streams that break on command. Every name is a stream of its own, made when it is first
 * asked for, so that any number of tests run side by side.
 */
export class FaultOrigin {
  readonly #media: MediaFolder;
  readonly #now: () => number;
  readonly #streams = new Map<string, FaultStream>();
  readonly #closing = new AbortController();
  #server: Server | undefined;

  private constructor(media: MediaFolder, now: () => number) {
    this.#media = media;
    this.#now = now;
  }

  /** Rejects when the folder holds no stream. */
  static async open({ media, now = Date.now }: FaultOriginOptions = {}): Promise<FaultOrigin> {
    return new FaultOrigin(await MediaFolder.open(media), now);
  }

  /** The stream of this name: word characters and `-`, 64 at most. */
  stream(id: string, options?: StreamOptions): FaultStream {
    if (!STREAM.test(id)) throw new FaultWishError(`a stream cannot be called "${id}"`);
    let stream = this.#streams.get(id);
    if (!stream) {
      const [oldest] = this.#streams.keys();
      if (oldest !== undefined && this.#streams.size >= KEPT) this.#streams.delete(oldest);
      this.#streams.set(id, (stream = new FaultStream(id, this.#media, {}, this.#now)));
    }
    if (options) stream.configure(options);
    return stream;
  }

  /** Answers one request, below `prefix` of its path. Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse, prefix = '/'): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://origin.invalid');
    const path = url.pathname.slice(prefix.length);
    const answer = await this.#answer(request, prefix, path, url.searchParams).catch((error: unknown) =>
      error instanceof FaultWishError || error instanceof SyntaxError
        ? json({ error: error.message }, 400)
        : refusal(500, error instanceof Error ? error.message : 'broken'),
    );
    await send(response, answer, this.#closing.signal);
  }

  /** Serves alone. Resolves to its address, without a slash at the end. */
  async listen({ port = 0, host = '127.0.0.1' } = {}): Promise<string> {
    const server = (this.#server = createServer((request, response) => void this.handle(request, response)));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    return `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  }

  /** Cuts what is under way, and stops listening. */
  async close(): Promise<void> {
    this.#closing.abort();
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>(done => server.close(() => done()));
  }

  async #answer(
    request: IncomingMessage,
    prefix: string,
    path: string,
    query: URLSearchParams,
  ): Promise<Reply> {
    const { method = 'GET' } = request;
    if (method === 'OPTIONS') return preflight();
    if (path === '') return json({ faults, streams: [...this.#streams.keys()] });
    const slash = path.indexOf('/');
    const id = slash < 0 ? path : path.slice(0, slash);
    const rest = slash < 0 ? '' : path.slice(slash + 1);
    if (!STREAM.test(id)) return refusal(404, 'there is nothing here');
    const stream = this.stream(id);
    const entry = () => {
      const { src, ...token } = stream.entry();
      const base = `http://${request.headers.host ?? 'localhost'}${prefix}${id}/`;
      return json({ src: new URL(src, base).href, ...token });
    };
    switch (`${method} ${rest}`) {
      case 'PUT ':
        stream.configure(readStreamOptions(await body(request)));
        return entry();
      case 'GET entry':
        return entry();
      case 'GET faults':
        return json(stream.faults);
      case 'POST faults':
        return json(stream.inflict(readFaultWish(await body(request))), 201);
      case 'DELETE faults':
        stream.lift();
        return json([]);
      case 'GET requests':
        return json(stream.requests.since(Number(query.get('since') ?? 0)));
      default:
        if (method === 'GET' || method === 'HEAD') return stream.answer(rest, query);
        return refusal(405, 'that cannot be done here');
    }
  }
}

function preflight(): Reply {
  const { headers } = refusal(204);
  return {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'GET, PUT, POST, DELETE',
      'access-control-allow-headers': '*',
    },
    body: '',
  };
}

async function body(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > LONGEST_COMMAND) throw new FaultWishError('the command is too long');
  }
  return JSON.parse(text || '{}');
}
