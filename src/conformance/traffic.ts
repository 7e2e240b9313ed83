import * as v from 'valibot';
import { codes, errorBodySchema, httpStatus, isCode } from '../protocol/index.js';

/** An answer as it came, and read. */
export interface Answer {
  /** Method and path, for reports. */
  what: string;
  status: number;
  headers: Headers;
  text: string;
  /** The JSON in it; undefined where it is none. */
  body: unknown;
  /** When it was asked and when it was there, by our clock, ms. */
  sentAt: number;
  receivedAt: number;
}

/** What every answer is looked at for, whatever it was asked for. */
export class Traffic {
  readonly cookies: string[] = [];
  readonly refusals: string[] = [];
  readonly clocks: string[] = [];
  readonly stored: string[] = [];

  look(answer: Answer): void {
    const { what, headers, status, body, text } = answer;
    if (headers.has('set-cookie')) this.cookies.push(`${what} set a cookie`);
    if (status >= 400) this.#refusal(answer);
    const json = headers.get('content-type')?.includes('json') === true;
    // Pages of history and files for caches carry no clock: they may be old.
    const cacheable = /history|segments\/|head\.json|snapshots\//.test(what);
    if (json && !cacheable && typeof (body as { now?: unknown } | undefined)?.now !== 'number')
      this.clocks.push(`${what} answered ${status} without now: ${text.slice(0, 60)}`);
    if (!cacheable && status !== 204 && !what.startsWith('OPTIONS')) {
      const kept = headers.get('cache-control') ?? '';
      if (!/\bno-store\b/.test(kept)) this.stored.push(`${what}: Cache-Control: ${kept || '(none)'}`);
    }
  }

  #refusal({ what, status, headers, body, text }: Answer): void {
    const wrong = (seen: string) => void this.refusals.push(`${what} → ${status}: ${seen}`);
    const result = v.safeParse(errorBodySchema, body);
    if (!result.success) return wrong(`no body of the table, but ${text.slice(0, 60) || 'nothing'}`);
    const { code, number, retryAfterMs } = result.output.error;
    if (isCode(code) && codes[code].number !== number) return wrong(`${code} has number ${number}`);
    if (isCode(code) && httpStatus[code] !== status) return wrong(`${code} goes with ${httpStatus[code]}`);
    const header = headers.get('retry-after');
    if (retryAfterMs !== undefined && Number(header) !== Math.max(1, Math.ceil(retryAfterMs / 1000)))
      wrong(`retryAfterMs ${retryAfterMs}, but Retry-After ${header ?? '(none)'}`);
  }
}
