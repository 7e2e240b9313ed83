import { retryMs } from '../core/back-off.js';
import { parseSession, QunError, type Session } from '../protocol/index.js';
import type { CameByPage } from './came-by-page.js';
import type { ResumeMemory } from './resume-memory.js';
import type { JsonAnswer, RoomHttp } from './room-http.js';

/** A merchant JWT or host token, or who can say it when it is needed. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

export interface SessionKeeperOptions {
  http: RoomHttp;
  memory: ResumeMemory;
  token?: Token | undefined;
  name?: string | undefined;
  /** By whose link the viewer has come. Default: nobody says. */
  cameBy?: CameByPage | undefined;
  /** Every answer's time goes here. */
  sample(now: number, answer: JsonAnswer): void;
  /** The session was renewed without anybody asking. */
  renewed(session: Session): void;
  random?: () => number;
}

/** A renewal is due when this part of a session's life is over, so that a room does not renew in one instant. */
const EARLY = [0.75, 0.9] as const;
/** A session with less left than this is renewed before it is used, ms. */
const MARGIN = 20_000;
/** The longest a timer can be set for. */
const LONGEST = 2 ** 31 - 1;

const refused = (error: unknown) =>
  error instanceof QunError && (error.code === 'token-bad' || error.code === 'token-expired');

/** Who this viewer is in the room, and for how long: joins, renews in time, and joins anew as somebody else. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  #token: Token | undefined;
  #session: { session: Session; endsAt: number } | undefined;
  #joining: Promise<Session> | undefined;
  #run = 0;
  #active = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
    this.#token = options.token;
  }

  /** Renewal keeps watching time counted, so it runs while the viewer is in the room and never after. */
  set active(active: boolean) {
    this.#active = active;
    this.#schedule();
  }

  /** Goes on as the holder of `token`; undefined: as an anonymous viewer. */
  sign(token: Token | undefined): void {
    this.#token = token;
    this.#options.cameBy?.somebodyElse();
    this.drop();
  }

  /** The server refused it: the next command joins again. */
  drop(): void {
    this.#run += 1;
    this.#session = this.#joining = undefined;
    this.#schedule();
  }

  /** A session that is good for a while. Joins where there is none; once for all who ask at the same time. */
  current(): Promise<Session> {
    const held = this.#session;
    return held && held.endsAt - Date.now() > MARGIN ? Promise.resolve(held.session) : this.join();
  }

  /** Joins anew. Rejects with a QunError. */
  join(): Promise<Session> {
    if (this.#joining) return this.#joining;
    const run = this.#run;
    const joining = this.#join(run).finally(() => {
      if (this.#joining === joining) this.#joining = undefined;
    });
    this.#joining = joining;
    return joining;
  }

  async #join(run: number): Promise<Session> {
    const { memory } = this.#options;
    const given = await this.#given();
    let answer: JsonAnswer;
    try {
      answer = await this.#post(given ?? memory.token);
    } catch (error) {
      if (given !== undefined || memory.token === undefined || !refused(error)) throw error;
      // Another server, or too long ago: a new anonymous viewer rather than none.
      memory.forget();
      answer = await this.#post(undefined);
    }
    const session = parseSession(answer.body);
    const { cameBy } = this.#options;
    cameBy?.heard();
    if (cameBy?.allowed === false) delete session.share;
    this.#options.sample(session.now, answer);
    // Somebody has signed in while we asked: that answer is about who they were.
    if (run !== this.#run) return this.current();
    if (given === undefined && session.resume !== undefined) memory.token = session.resume;
    // In local time from the server's own span, so that neither clock has to be right.
    this.#session = { session, endsAt: answer.receivedAt + (session.expiresAt - session.now) };
    this.#schedule();
    return session;
  }

  async #given(): Promise<string | undefined> {
    if (typeof this.#token !== 'function') return this.#token || undefined;
    try {
      return (await this.#token()) || undefined;
    } catch (cause) {
      throw QunError.from(cause, 'token-missing');
    }
  }

  #post(bearer: string | undefined): Promise<JsonAnswer> {
    const { http, name, cameBy } = this.#options;
    return http.json('session', {
      method: 'POST',
      body: { ...(name && { name }), ...cameBy?.said() },
      headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
    });
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#active || !this.#session) return;
    const { random = Math.random } = this.#options;
    const part = EARLY[0] + (EARLY[1] - EARLY[0]) * random();
    const waitMs = (this.#session.endsAt - Date.now()) * part;
    this.#timer = setTimeout(() => void this.#renew(0), Math.min(Math.max(waitMs, 1000), LONGEST));
  }

  async #renew(attempt: number): Promise<void> {
    const run = this.#run;
    try {
      const session = await this.join();
      if (run === this.#run) this.#options.renewed(session);
    } catch (cause) {
      // A final refusal is shown when the viewer next does something; until then they only watch.
      const error = QunError.from(cause);
      if (!this.#active || run !== this.#run || !error.temporary) return;
      const waitMs = retryMs(attempt, error.retryAfterMs, { minMs: 5000, maxMs: 120_000 });
      this.#timer = setTimeout(() => void this.#renew(attempt + 1), waitMs);
    }
  }
}
