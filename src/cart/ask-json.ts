import { QunError } from '../protocol/index.js';

/** A shop's answer: its status, what it says, and its headers. */
export interface ShopAnswer {
  readonly ok: boolean;
  readonly status: number;
  /** Whatever came; undefined: no JSON. */
  readonly body: unknown;
  readonly headers: Headers;
}

/** Longer than this a shop is not waited for, ms. */
const PATIENCE_MS = 10_000;

/** Sends `body` as JSON, or asks where there is none. Rejects with `network`, or with `timeout` where it may have been done. */
export async function askJson(
  url: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
  credentials: RequestCredentials = 'same-origin',
): Promise<ShopAnswer> {
  const leaving = new AbortController();
  const timer = setTimeout(() => leaving.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      credentials,
      cache: 'no-store',
      signal: leaving.signal,
    });
    const text = await answer.text();
    return { ok: answer.ok, status: answer.status, body: jsonOf(text), headers: answer.headers };
  } catch (cause) {
    throw new QunError(leaving.signal.aborted ? 'timeout' : 'network', { cause });
  } finally {
    clearTimeout(timer);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** For a shop that answers, but not with its cart: worth another try where it is busy or broken, not where it refuses. */
export function shopFault({ status }: ShopAnswer): QunError {
  const detail = `the shop's cart answered ${status}`;
  if (status === 429) return new QunError('rate-limited', { detail });
  return new QunError(status >= 500 ? 'internal' : 'malformed', { detail });
}
