import type { FastifyRequest } from 'fastify';
import { QunError } from '../../protocol/index.js';

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Whose pages may talk to this server from a browser. */
export class Origins {
  readonly #allowed: ReadonlySet<string>;
  readonly #any: boolean;
  /** No list was given: this machine's own pages, for development. */
  readonly development: boolean;

  /** `allowed`: exact origins (`https://shop.example`), or `*` for everybody. */
  constructor(allowed: readonly string[] = []) {
    this.#any = allowed.includes('*');
    this.#allowed = new Set(allowed.filter(one => one !== '*').map(toOrigin));
    this.development = allowed.length === 0;
  }

  allows(origin: string, host: string | undefined): boolean {
    if (this.#any || this.#allowed.has(origin.toLowerCase())) return true;
    if (host !== undefined && origin.toLowerCase().replace(/^https?:\/\//, '') === host.toLowerCase())
      return true;
    return this.development && loopback.test(origin);
  }

  /** Throws `origin-refused`. Without an Origin it is no page of another site: apps, servers, same-site reads. */
  check({ headers: { origin, host } }: FastifyRequest): void {
    if (origin === undefined || this.allows(origin, host)) return;
    const detail = `pages of ${origin.slice(0, 100)} are not allowed here; start the server with --origin ${origin.slice(0, 100)}`;
    throw new QunError('origin-refused', { detail });
  }
}

/** Throws `bad-config` for what is not an origin. */
function toOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '').toLowerCase())
    return url.origin;
  throw new QunError('bad-config', {
    detail: `--origin ${text}: an origin such as https://shop.example, or *`,
  });
}
