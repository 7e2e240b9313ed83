import { parseError, QunError } from '../protocol/index.js';

export type Fetch = typeof fetch;

export interface JsonRequest {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  query?: Record<string, string> | undefined;
  /** Default: what is asked here is never kept. */
  cache?: RequestCache | undefined;
  signal?: AbortSignal | undefined;
}

/** A JSON answer with what a clock needs: when the request left and when it was back (both local, ms). */
export interface JsonAnswer {
  body: unknown;
  sentAt: number;
  receivedAt: number;
  /** Answered from memory: `now` in it is of the first time. */
  replayed: boolean;
}

/** The addresses of one room, and JSON to and from them. Rejects with a QunError. */
export class RoomHttp {
  readonly #base: URL;
  readonly #fetch: Fetch;
  readonly #timeoutMs: number;
  /** The room is a folder of files, and nobody is there to ask anything of. */
  recorded: boolean;

  /** `fetch` is looked up at every call where none is given: pages exchange it. Throws `bad-config`. */
  constructor(url: string, { fetch, timeoutMs = 15_000 }: { fetch?: Fetch | undefined; timeoutMs?: number }) {
    try {
      this.#base = new URL(url, typeof document === 'undefined' ? undefined : document.baseURI);
    } catch (cause) {
      throw new QunError('bad-config', { detail: `${url} is not the URL of a room`, path: 'url', cause });
    }
    this.#base.hash = '';
    const { pathname } = this.#base;
    this.#base.pathname = pathname.replace(/\/(room\.json)?\/*$/, '');
    this.recorded = /\/room\.json$/.test(pathname);
    this.#fetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#timeoutMs = timeoutMs;
  }

  /** The room's URL, without a slash at its end. */
  get base(): string {
    return this.#base.href;
  }

  url(path: string, query: Record<string, string> = {}): string {
    const url = new URL(this.#base.href);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  }

  async json(
    path: string,
    { method = 'GET', body, headers = {}, query, cache, signal }: JsonRequest = {},
  ): Promise<JsonAnswer> {
    const sentAt = Date.now();
    const { response, text } = await this.#text(this.url(path, query), signal, {
      method,
      ...(cache && { cache }),
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const receivedAt = Date.now();
    const answer = readJson(text);
    if (!response.ok) throw parseError(answer, response.status);
    // A hotel's log-in page answers everything with 200: that is the network's fault, and passes.
    if (answer === undefined) throw new QunError('network', { detail: 'the answer was not JSON' });
    return { body: answer, sentAt, receivedAt, replayed: response.headers.has('idempotency-replayed') };
  }

  /** Asks for `url` and looks at the head of the answer only. */
  async head(
    url: string,
    accept: string,
    signal?: AbortSignal,
  ): Promise<{ response: Response; refusal?: unknown }> {
    return this.#ask(url, signal, { headers: { accept } }, async response => {
      if (response.ok) return { response };
      return { response, refusal: readJson(await response.text()) };
    });
  }

  #text(url: string, signal: AbortSignal | undefined, init: RequestInit) {
    return this.#ask(url, signal, init, async response => ({ response, text: await response.text() }));
  }

  async #ask<T>(
    url: string,
    signal: AbortSignal | undefined,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const control = new AbortController();
    const abort = () => control.abort();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort();
    }, this.#timeoutMs);
    signal?.addEventListener('abort', abort);
    try {
      if (signal?.aborted) abort();
      // No cookies: who asks is said by the token alone.
      const options = { cache: 'no-store', ...init, credentials: 'omit', signal: control.signal } as const;
      return await read(await this.#fetch(url, options));
    } catch (cause) {
      throw new QunError(late ? 'timeout' : 'network', { cause });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      // Whatever of the answer is still to come is not wanted.
      abort();
    }
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // not of ours; the caller says what that means
  }
}
