import type { ServerClock } from '../core/server-clock.js';
import { parseAnswer, QunError, type AnswerOf, type Command, type Session } from '../protocol/index.js';
import type { EventSourceConstructor } from './event-feed.js';
import { Outbox, type OutboxOptions } from './outbox.js';
import { ResumeMemory } from './resume-memory.js';
import { RoomHttp, type Fetch, type JsonAnswer } from './room-http.js';
import type { Feed, FeedListener, RoomTransport } from './room-transport.js';
import { SessionKeeper, type Token } from './session-keeper.js';
import { SseFeed, type FeedTiming } from './sse-feed.js';

export type { Token };

export interface SseTransportOptions {
  /** The room's URL: `https://live.shop.example/v1/rooms/spring`. */
  url: string;
  /** Asked for at every join. Default: an anonymous viewer, the same one as last time if they had acted then. */
  token?: Token | undefined;
  /** The name this viewer goes by. */
  name?: string | undefined;
  /** How long an answer may take, ms. Default 15000. */
  timeoutMs?: number;
  feed?: FeedTiming;
  outbox?: Pick<OutboxOptions, 'patienceMs' | 'backOff' | 'maxWaiting'>;
  /** Default: the page's own, looked up when it is needed. */
  fetch?: Fetch;
  EventSource?: EventSourceConstructor;
  storage?: () => Storage | undefined;
}

/** Comments and the host's wishes keep their order; a claim waits for nothing but itself. */
const laneOf = (command: Command) => {
  if (command.type === 'coupon.claim') return `claim ${command.couponId}`;
  return command.type === 'comment.send' ? 'comment' : 'host';
};

const isOnline = () => typeof navigator === 'undefined' || navigator.onLine !== false;

/** Our room server's transport: Server-Sent Events down, POST up. Throws `bad-config` for what is no URL. */
export class SseTransport implements RoomTransport {
  readonly base: string;
  readonly #options: SseTransportOptions;
  readonly #http: RoomHttp;
  readonly #memory: ResumeMemory;
  readonly #sessions: SessionKeeper;
  readonly #outbox: Outbox;
  #feed: SseFeed | undefined;
  #listener: FeedListener | undefined;
  #clock: ServerClock | undefined;

  constructor(options: SseTransportOptions) {
    const { url, fetch, timeoutMs, token, name, storage, outbox } = options;
    this.#options = options;
    this.#http = new RoomHttp(url, { fetch, timeoutMs });
    this.base = this.#http.base;
    this.#memory = new ResumeMemory(this.base, storage);
    this.#outbox = new Outbox({ ...outbox, isOnline });
    this.#sessions = new SessionKeeper({
      http: this.#http,
      memory: this.#memory,
      token,
      name,
      sample: (now, answer) => this.#sample(now, answer),
      renewed: session => this.#listener?.joined(session),
    });
  }

  connect(listener: FeedListener, clock: ServerClock): Feed {
    this.#feed?.close();
    const { feed: timing, EventSource } = this.#options;
    this.#listener = listener;
    this.#clock = clock;
    this.#sessions.active = true;
    const feed = new SseFeed({
      ...timing,
      http: this.#http,
      listener,
      clock,
      EventSource,
      isOnline,
      onReachable: () => this.#outbox.wake(),
    });
    this.#feed = feed;
    return {
      resync: position => feed.resync(position),
      close: () => {
        feed.close();
        if (this.#feed !== feed) return;
        this.#feed = this.#listener = undefined;
        this.#sessions.active = false;
        // An element that is only moved connects again within this task, and what it is sending goes on.
        queueMicrotask(() => {
          if (!this.#feed) this.#outbox.close();
        });
      },
    };
  }

  join(): Promise<Session> {
    return this.#outbox.add('join', () => this.#sessions.join());
  }

  /** Goes on as the holder of another token, without losing the room; undefined: as an anonymous viewer. */
  sign(token: Token | undefined): void {
    this.#sessions.sign(token);
    if (!this.#listener) return;
    this.join().then(
      session => this.#listener?.joined(session),
      (cause: unknown) => this.#listener?.refused(QunError.from(cause)),
    );
  }

  send<C extends Command>(command: C, key: string): Promise<AnswerOf<C['type']>> {
    let rejoined = false;
    return this.#outbox.add(laneOf(command), async signal => {
      const { token } = await this.#sessions.current();
      try {
        return await this.#command(command, key, token, signal);
      } catch (error) {
        const { code } = QunError.from(error);
        if (rejoined || (code !== 'token-bad' && code !== 'token-expired')) throw error;
        // Another server, or a clock that was set: join again once, and then it is final.
        rejoined = true;
        this.#sessions.drop();
        const session = await this.#sessions.current();
        this.#listener?.joined(session);
        return this.#command(command, key, session.token, signal);
      }
    });
  }

  async #command<C extends Command>(
    command: C,
    key: string,
    token: string,
    signal: AbortSignal,
  ): Promise<AnswerOf<C['type']>> {
    const answer = await this.#http.json('commands', {
      method: 'POST',
      body: command,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
      signal,
    });
    const now = (answer.body as { now?: unknown } | null)?.now;
    if (typeof now === 'number') this.#sample(now, answer);
    if (command.type === 'comment.send' || command.type === 'coupon.claim') this.#memory.acted();
    return parseAnswer(command.type as C['type'], answer.body);
  }

  #sample(now: number, { sentAt, receivedAt, replayed }: JsonAnswer): void {
    if (!replayed) this.#clock?.sample(now, sentAt, receivedAt);
  }
}
