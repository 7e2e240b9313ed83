import { makeId } from '../core/make-id.js';
import { parseError, parseSession, QunError, type ShareVia } from '../protocol/index.js';
import { RoomHttp, type Fetch } from './room-http.js';
import type { Token } from './session-keeper.js';

export interface RoomFiguresOptions {
  /** The room's URL. */
  url: string;
  /** Of whom the figures are: a member of the shop's staff. Default: nobody, and only what everybody may see is asked for. */
  token?: Token | undefined;
  /** Default: the page's own, looked up when it is needed. */
  fetch?: Fetch;
}

/** A session with less left than this is not used any more, ms. */
const MARGIN = 20_000;

const stale = (error: unknown) =>
  error instanceof QunError && (error.code === 'token-expired' || error.code === 'token-bad');

/**
 * Asks a room's server what came of the room: its report, its board, a guide's own figures, as JSON or as files. Whoever has
 * a token joins once and asks with the session's own, which lasts longer. Rejects with a QunError.
 */
export class RoomFigures {
  readonly #http: RoomHttp;
  readonly #token: Token | undefined;
  readonly #fetch: Fetch;
  #joined: Promise<{ bearer: string; endsAt: number }> | undefined;

  /** Throws `bad-config` for what is no URL. */
  constructor({ url, token, fetch }: RoomFiguresOptions) {
    this.#http = new RoomHttp(url, { fetch });
    this.#token = token;
    this.#fetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
  }

  /** `path` is `report`, `board` or `guide`. */
  json(path: string, signal?: AbortSignal): Promise<unknown> {
    return this.#asOne(async headers => {
      // What everybody may see may come out of any cache on the way.
      const cache = headers.authorization ? undefined : 'default';
      return (await this.#http.json(path, { headers, signal, cache })).body;
    });
  }

  /** `path` is `report.csv`, `chain.csv`, `orders.csv` or `guides.csv`. */
  file(path: string, signal?: AbortSignal): Promise<Blob> {
    return this.#asOne(async headers => {
      const init = { headers, cache: 'no-store', credentials: 'omit', ...(signal && { signal }) } as const;
      let answer: Response;
      try {
        answer = await this.#fetch(this.#http.url(path), init);
      } catch (cause) {
        throw new QunError('network', { cause });
      }
      if (!answer.ok) throw parseError(await answer.json().catch(() => undefined), answer.status);
      return answer.blob();
    });
  }

  /** Tells that whoever has the token passes the room on by `via`. */
  async intend(via: ShareVia): Promise<void> {
    const key = makeId();
    await this.#asOne(headers =>
      this.#http.json('commands', {
        method: 'POST',
        body: { type: 'share.intend', via },
        headers: { ...headers, 'idempotency-key': key },
      }),
    );
  }

  /** Asks as who this is, and once more where the session has run out meanwhile. */
  async #asOne<T>(ask: (headers: Record<string, string>) => Promise<T>): Promise<T> {
    if (!this.#token) return ask({});
    const before = this.#joined;
    const headers = await this.#signed();
    try {
      return await ask(headers);
    } catch (error) {
      if (!before || !stale(error)) throw error;
      if (this.#joined === before) this.#joined = undefined;
      return ask(await this.#signed());
    }
  }

  async #signed(): Promise<Record<string, string>> {
    const joined = await this.#joined;
    if (joined && joined.endsAt - Date.now() < MARGIN) this.#joined = undefined;
    this.#joined ??= this.#join();
    try {
      return { authorization: `Bearer ${(await this.#joined).bearer}` };
    } catch (error) {
      this.#joined = undefined;
      throw error;
    }
  }

  async #join(): Promise<{ bearer: string; endsAt: number }> {
    const token = await this.#said();
    const { body, receivedAt } = await this.#http.json('session', {
      method: 'POST',
      body: {},
      headers: { authorization: `Bearer ${token}` },
    });
    const session = parseSession(body);
    // In local time from the server's own span, so that neither clock has to be right.
    return { bearer: session.token, endsAt: receivedAt + (session.expiresAt - session.now) };
  }

  async #said(): Promise<string> {
    try {
      const token = typeof this.#token === 'function' ? await this.#token() : this.#token;
      if (token) return token;
    } catch (cause) {
      throw QunError.from(cause, 'token-missing');
    }
    throw new QunError('token-missing');
  }
}
