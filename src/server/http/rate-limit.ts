import { QunError, type Code } from '../../protocol/index.js';
import { RecentMap } from '../room/recent-map.js';

export interface RateLimitOptions {
  /** One request every so many ms in the long run. */
  everyMs: number;
  /** Requests that may come at once. */
  burst: number;
  /** Answered to the one that is too much. Default `rate-limited`. */
  code?: Code;
  /** Names remembered; the ones longest unheard of are forgotten first. Default 50000. */
  maxNames?: number;
  now?: () => number;
}

/**
 * A leaky bucket for each name in one number: the time at which it will be empty. Exact waits, no timer, and never
 * more memory than `maxNames`: what nobody has asked for since a full bucket would have run empty is forgotten.
 */
export class RateLimit {
  readonly #everyMs: number;
  readonly #spanMs: number;
  readonly #code: Code;
  readonly #now: () => number;
  readonly #emptyAt: RecentMap<number>;
  #turnedAt = 0;

  constructor({
    everyMs,
    burst,
    code = 'rate-limited',
    maxNames = 50_000,
    now = Date.now,
  }: RateLimitOptions) {
    this.#everyMs = everyMs;
    this.#spanMs = burst * everyMs;
    this.#code = code;
    this.#now = now;
    this.#emptyAt = new RecentMap(maxNames);
  }

  /** Names held in memory. */
  get size(): number {
    return this.#emptyAt.size;
  }

  /** Counts one request of `name`. Throws with `retryAfterMs` where it is too much. */
  take(name: string): void {
    const now = this.#now();
    this.#forget(now);
    const emptyAt = Math.max(now, this.#emptyAt.get(name) ?? 0);
    const waitMs = emptyAt + this.#everyMs - this.#spanMs - now;
    if (waitMs > 0) throw new QunError(this.#code, { detail: 'too fast', retryAfterMs: Math.ceil(waitMs) });
    this.#emptyAt.set(name, emptyAt + this.#everyMs);
  }

  #forget(now: number): void {
    const since = now - this.#turnedAt;
    if (since < this.#spanMs) return;
    this.#emptyAt.turn();
    if (since >= 2 * this.#spanMs) this.#emptyAt.turn();
    this.#turnedAt = now;
  }
}

/** One name per viewer address: a home gets a whole /64 of IPv6 and must not count as many. */
export function addressName(ip: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4 !== undefined) return v4;
  if (!ip.includes(':')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = ip.includes('::') ? 8 - groups.length - tail.split(':').filter(Boolean).length : 0;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')]
    .slice(0, 4)
    .join(':');
}
