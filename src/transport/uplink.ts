import {
  parseAnswer,
  parseHistory,
  QunError,
  type AnswerOf,
  type Command,
  type HistoryPage,
  type Session,
} from '../protocol/index.js';
import { CameByPage } from './came-by-page.js';
import { elsewhere } from './elsewhere-part.js';
import { Outbox } from './outbox.js';
import { ResumeMemory } from './resume-memory.js';
import type { JsonAnswer, RoomHttp } from './room-http.js';
import type { HistoryQuery } from './room-transport.js';
import { SessionKeeper, type Token } from './session-keeper.js';
import type { SseTransportOptions } from './sse-transport.js';

export interface UplinkOptions extends Pick<
  SseTransportOptions,
  'token' | 'name' | 'outbox' | 'storage' | 'consent'
> {
  http: RoomHttp;
  isOnline(): boolean;
  /** Server time `now` came with `answer`. */
  sample(now: number, answer: JsonAnswer): void;
  /** This viewer is somebody else's session from now on. */
  joined(session: Session): void;
}

/** Comments, the host's wishes and those for one sale keep their order; a claim waits for nothing but itself. */
const laneOf = (command: Command) => {
  switch (command.type) {
    case 'coupon.claim':
      return `claim ${command.couponId}`;
    case 'sale.reserve':
    case 'sale.wait':
    case 'sale.release':
      return `sale ${command.saleId}`;
    default:
      return command.type === 'comment.send' ? 'comment' : 'host';
  }
};

/** After these a viewer has something in the room that they should find again. */
const binding = ['comment.send', 'coupon.claim', 'sale.reserve', 'sale.wait', 'reminder.set'];

/** Who watches a recording: nobody is asked, and nobody is told. */
const onlooker = (): Session => ({
  token: '',
  expiresAt: Number.MAX_SAFE_INTEGER,
  viewer: { id: 'me', role: 'viewer' },
  claims: [],
  now: Date.now(),
});

/** The way up to one room: who this viewer is there, and what they want of it. */
export class Uplink {
  readonly #options: UplinkOptions;
  readonly #memory: ResumeMemory;
  readonly #sessions: SessionKeeper;
  readonly #outbox: Outbox;
  readonly #cameBy: CameByPage;

  constructor(options: UplinkOptions) {
    const { http, token, name, outbox, storage, consent, isOnline } = options;
    this.#options = options;
    this.#memory = new ResumeMemory(http.base, storage);
    this.#outbox = new Outbox({ ...outbox, isOnline });
    this.#cameBy = new CameByPage(consent);
    this.#sessions = new SessionKeeper({
      http,
      memory: this.#memory,
      token,
      name,
      cameBy: this.#cameBy,
      sample: (now, answer) => this.#sample(now, answer),
      renewed: session => options.joined(session),
    });
  }

  /** The viewer is in the room: the session is renewed in time. */
  set active(active: boolean) {
    this.#sessions.active = active;
  }

  /** There may be a network again. */
  wake(): void {
    this.#outbox.wake();
  }

  /** Rejects everything that waits with `network`. */
  close(): void {
    this.#outbox.close();
  }

  async join(): Promise<Session> {
    const { http } = this.#options;
    try {
      return await this.#outbox.add('join', async () => (http.recorded ? onlooker() : this.#sessions.join()));
    } catch (error) {
      // Whoever refuses so may be a web server that keeps a room as files.
      const foreign = ['malformed', 'not-found'].includes(QunError.from(error).code);
      if (foreign && (await (await elsewhere.come()).looksRecorded(http))) return onlooker();
      throw error;
    }
  }

  /** Goes on as the holder of another token. */
  sign(token: Token | undefined): void {
    this.#sessions.sign(token);
  }

  send<C extends Command>(command: C, key: string): Promise<AnswerOf<C['type']>> {
    if (this.#options.http.recorded)
      return Promise.reject(new QunError('room-ended', { detail: 'this is a recording' }));
    if (command.type === 'share.intend' && !this.#cameBy.allowed)
      return Promise.reject(new QunError('not-allowed', { detail: 'attribution="off"' }));
    let rejoined = false;
    return this.#outbox.add(laneOf(command), async signal => {
      const yields = binding.includes(command.type) && this.#memory.yield();
      if (yields) this.#sessions.drop();
      const joined = await this.#sessions.current();
      if (yields) this.#options.joined(joined);
      const { token } = joined;
      try {
        return await this.#command(command, key, token, signal);
      } catch (error) {
        const { code } = QunError.from(error);
        if (rejoined || (code !== 'token-bad' && code !== 'token-expired')) throw error;
        // Another server, or a clock that was set: join again once, and then it is final.
        rejoined = true;
        this.#sessions.drop();
        const session = await this.#sessions.current();
        this.#options.joined(session);
        return this.#command(command, key, session.token, signal);
      }
    });
  }

  /** A page of the room's log; one that a cache holds will do. */
  async history(asked: HistoryQuery): Promise<HistoryPage> {
    const { http } = this.#options;
    if (http.recorded) return (await elsewhere.come()).historyOf(http, asked, parseHistory);
    const { after, epoch, types } = asked;
    const query = { after: `${after}`, ...(epoch && { epoch }), ...(types && { types: types.join() }) };
    return parseHistory((await http.json('history', { query, cache: 'default' })).body);
  }

  async #command<C extends Command>(
    command: C,
    key: string,
    token: string,
    signal: AbortSignal,
  ): Promise<AnswerOf<C['type']>> {
    const answer = await this.#options.http.json('commands', {
      method: 'POST',
      body: command,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
      signal,
    });
    const now = (answer.body as { now?: unknown } | null)?.now;
    if (typeof now === 'number') this.#sample(now, answer);
    if (binding.includes(command.type)) this.#memory.acted();
    return parseAnswer(command.type as C['type'], answer.body);
  }

  #sample(now: number, answer: JsonAnswer): void {
    if (!answer.replayed) this.#options.sample(now, answer);
  }
}
