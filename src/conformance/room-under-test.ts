import { isDeepStrictEqual } from 'node:util';
import {
  parseHistory,
  parseSession,
  parseSnapshot,
  type Command,
  type ControlEvent,
  type Session,
  type SkippedEvent,
  type Snapshot,
} from '../protocol/index.js';
import { Fault, NotTried, show } from './check.js';
import { Stream } from './stream.js';
import { Traffic, type Answer } from './traffic.js';

export interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Objects become JSON; a string goes as it is. */
  body?: unknown;
}

export interface RoomOptions {
  url: string;
  token?: string | undefined;
  /** Origin of a page that is let in. Default: the server's own. */
  origin?: string | undefined;
  patienceMs: number;
  quietMs: number;
  heartbeatMs: number;
}

/** Somebody in the room. */
export interface Person {
  session: Session;
  /** Sends a command; what is too fast is sent again with the same key. Without `key` each gets a new one. */
  send(command: Command | object | string, key?: string): Promise<Answer>;
}

const TRIES = 6;

/** The room that is looked at, and what a client does with it. */
export class RoomUnderTest {
  readonly options: RoomOptions;
  readonly traffic = new Traffic();
  /** What one check found out, for those after it. */
  readonly #found = new Map<string, Promise<unknown>>();
  readonly #streams = new Set<Stream>();
  #lasting: Stream | undefined;
  #keys = 0;

  constructor(options: RoomOptions) {
    this.options = { ...options, url: options.url.replace(/\/+$/, '') };
  }

  get id(): string {
    return decodeURIComponent(new URL(this.options.url).pathname.split('/').pop() ?? '');
  }

  get origin(): string {
    return this.options.origin ?? new URL(this.options.url).origin;
  }

  newKey(): string {
    return `conformance-${Date.now().toString(36)}-${(this.#keys += 1)}`;
  }

  /** `work` once, however many checks look at what it finds. */
  once<T>(name: string, work: () => Promise<T>): Promise<T> {
    const found = this.#found.get(name) ?? work();
    this.#found.set(name, found);
    return found as Promise<T>;
  }

  /** Asks one path below the room's URL; one that begins with a slash, the server. */
  async ask(path: string, { method = 'GET', headers = {}, body }: AskOptions = {}): Promise<Answer> {
    const url = path.startsWith('/') ? new URL(path, this.options.url).href : `${this.options.url}/${path}`;
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const json: Record<string, string> = text === undefined ? {} : { 'content-type': 'application/json' };
    const what = `${method} ${path.startsWith('/') ? path : `…/${path}`}`;
    const sentAt = Date.now();
    const signal = AbortSignal.timeout(this.options.patienceMs);
    try {
      const response = await fetch(url, {
        method,
        headers: { ...json, ...headers },
        signal,
        redirect: 'manual',
        ...(text === undefined ? {} : { body: text }),
      });
      const received = await response.text();
      const { status, headers: given } = response;
      const answer: Answer = {
        what,
        status,
        headers: given,
        text: received,
        body: read(received),
        sentAt,
        receivedAt: Date.now(),
      };
      this.traffic.look(answer);
      return answer;
    } catch (error) {
      throw new Fault(`${what} was not answered: ${reason(error)}`);
    }
  }

  /** Joins. `bearer`: a token to join with. */
  async join(bearer?: string, body: unknown = {}): Promise<Answer> {
    return this.#patiently(() =>
      this.ask('session', {
        method: 'POST',
        body,
        headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
      }),
    );
  }

  async viewer(name?: string, bearer?: string): Promise<Person> {
    const answer = await this.join(bearer, name === undefined ? {} : { name });
    if (answer.status !== 200) throw new Fault(`joining was answered ${answer.status}: ${show(answer.text)}`);
    const session = parseSession(answer.body);
    return { session, send: (command, key = this.newKey()) => this.command(session.token, command, key) };
  }

  /** The host; throws NotTried without a token. */
  host(): Promise<Person> {
    const { token } = this.options;
    if (token === undefined) throw new NotTried('needs a host: --token');
    return this.once('host', () => this.viewer(undefined, token));
  }

  command(token: string, command: unknown, key: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
    return this.#patiently(() => this.ask('commands', { method: 'POST', headers, body: command }));
  }

  /** A host's command that has to succeed; its place in the log, or null. */
  async order(command: Command): Promise<number | null> {
    const answer = await (await this.host()).send(command);
    if (answer.status === 200) return (answer.body as { seq: number | null }).seq;
    throw new Fault(`${command.type} as the host was answered ${answer.status}: ${show(answer.text)}`);
  }

  async snapshot(): Promise<Snapshot> {
    const answer = await this.ask('snapshot');
    if (answer.status !== 200) throw new Fault(`${answer.what} was answered ${answer.status}`);
    return parseSnapshot(answer.body);
  }

  /** The whole log, page by page. */
  async log(
    types?: string,
  ): Promise<{ events: (ControlEvent | SkippedEvent)[]; head: number; epoch: string }> {
    const events: (ControlEvent | SkippedEvent)[] = [];
    for (let after = 0; ;) {
      const answer = await this.ask(`history?after=${after}${types ? `&types=${types}` : ''}`);
      if (answer.status !== 200) throw new Fault(`${answer.what} was answered ${answer.status}`);
      const page = parseHistory(answer.body);
      events.push(...page.events);
      if (page.seq >= page.head) return { events, head: page.head, epoch: page.epoch };
      if (page.seq <= after) throw new Fault(`a page after ${after} reaches ${page.seq} of ${page.head}`);
      after = page.seq;
    }
  }

  /** Opens a feed. It is closed with the check that opened it. */
  async feed(since?: string, headers: Record<string, string> = {}): Promise<Stream> {
    const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`;
    const { url, patienceMs } = this.options;
    const stream = await Stream.open(`${url}/feed${query}`, { headers, patienceMs });
    this.#streams.add(stream);
    if (/json/.test(stream.headers.get('content-type') ?? '') && stream.status === 200)
      throw new NotTried('this room is sent as segments now, and opens no feed');
    if (stream.status !== 200) throw new Fault(`GET …/feed was answered ${stream.status}`);
    return stream;
  }

  /** One feed for the whole run, to hear what comes only now and then. */
  lastingFeed(): Promise<Stream> {
    return this.once('lasting feed', async () => {
      const stream = await this.feed();
      this.#streams.delete(stream);
      this.#lasting = stream;
      return stream;
    });
  }

  /** Ends the feeds of the check that is done. */
  closeFeeds(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  close(): void {
    this.closeFeeds();
    this.#lasting?.close();
  }

  /** What is only too fast is asked again in time: limits are no fault. */
  async #patiently(ask: () => Promise<Answer>): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await ask();
      const { retryAfterMs } =
        (answer.body as { error?: { retryAfterMs?: number } } | undefined)?.error ?? {};
      if (answer.status !== 429 || retryAfterMs === undefined || tries === TRIES) return answer;
      await new Promise(resolve => setTimeout(resolve, Math.min(retryAfterMs + 5, this.options.patienceMs)));
    }
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reason(error: unknown): string {
  const { message, cause } = error as Error;
  const deeper =
    cause instanceof Error && !isDeepStrictEqual(cause.message, message) ? `: ${cause.message}` : '';
  return `${message}${deeper}`;
}
