import { backOffMs } from '../core/back-off.js';
import type { ServerClock } from '../core/server-clock.js';
import {
  formatPosition,
  parseAnswer,
  parseControl,
  parseError,
  parseHello,
  parseSession,
  parseSnapshot,
  parseTick,
  QunError,
  type AnswerOf,
  type Command,
  type Position,
  type Session,
} from '../protocol/index.js';
import type { Feed, FeedListener, RoomTransport } from './room-transport.js';

/** A merchant JWT or host token, or who can say it when it is needed. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

export interface SseTransportOptions {
  /** The room's URL: `https://live.shop.example/v1/rooms/spring`. */
  url: string;
  /** Asked for at every join. Default: an anonymous viewer. */
  token?: Token | undefined;
  /** The name this viewer goes by. */
  name?: string;
}

/** Our room server's transport: Server-Sent Events down, POST up. */
export class SseTransport implements RoomTransport {
  readonly base: string;
  readonly #options: SseTransportOptions;
  #session: Session | undefined;

  constructor(options: SseTransportOptions) {
    this.#options = { ...options };
    this.base = options.url.replace(/\/+$/, '');
  }

  connect(listener: FeedListener, clock: ServerClock): Feed {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let position: Position | undefined;
    let attempt = 0;
    let closed = false;

    const take =
      <T>(parse: (value: unknown) => T, give: (value: T) => void) =>
      (event: MessageEvent<string>) => {
        try {
          give(parse(JSON.parse(event.data)));
        } catch (error) {
          listener.refused(QunError.from(error, 'malformed'));
        }
      };
    const open = () => {
      source?.close();
      const since = position ? `?since=${encodeURIComponent(formatPosition(position))}` : '';
      source = new EventSource(`${this.base}/feed${since}`);
      source.addEventListener(
        'hello',
        take(parseHello, hello => {
          attempt = 0;
          if (!clock.known) clock.sample(hello.at, Date.now(), Date.now());
          listener.status('open');
          listener.hello(hello);
        }),
      );
      source.addEventListener(
        'snapshot',
        take(parseSnapshot, snapshot => {
          position = { epoch: snapshot.epoch, seq: snapshot.seq };
          listener.snapshot(snapshot);
        }),
      );
      source.addEventListener(
        'control',
        take(parseControl, event => {
          position = { epoch: event.epoch, seq: event.seq };
          listener.control(event);
        }),
      );
      source.addEventListener(
        'tick',
        take(parseTick, tick => listener.tick(tick)),
      );
      source.onerror = () => {
        source?.close();
        if (closed) return;
        listener.status('reconnecting', new QunError('network'));
        timer = setTimeout(open, backOffMs(attempt++));
      };
    };
    listener.status('connecting');
    open();
    return {
      resync(at) {
        position = at;
        clearTimeout(timer);
        open();
      },
      close() {
        closed = true;
        clearTimeout(timer);
        source?.close();
      },
    };
  }

  /** Goes on as the holder of another token. */
  sign(token: Token | undefined): void {
    this.#options.token = token;
    this.#session = undefined;
  }

  async join(): Promise<Session> {
    const { name, token: given } = this.#options;
    const token = typeof given === 'function' ? await given() : given;
    const body = await this.#post(
      'session',
      name ? { name } : {},
      token ? { authorization: `Bearer ${token}` } : {},
    );
    this.#session = parseSession(body);
    return this.#session;
  }

  async send<C extends Command>(command: C, key: string): Promise<AnswerOf<C['type']>> {
    const headers = { authorization: `Bearer ${this.#session?.token ?? ''}`, 'idempotency-key': key };
    return parseAnswer(command.type as C['type'], await this.#post('commands', command, headers));
  }

  async #post(path: string, body: unknown, headers: Record<string, string>): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(`${this.base}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        credentials: 'omit',
      });
    } catch (cause) {
      throw new QunError('network', { cause });
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw parseError(answer, response.status);
    return answer;
  }
}
