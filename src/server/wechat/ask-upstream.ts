import { UpstreamFault } from './upstream-fault.js';

export interface UpstreamQuestion {
  /** Where the app's server is, as `https://api.weixin.qq.com`. */
  base: string;
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: object;
  signal: AbortSignal;
}

/** How long an answer may take, ms. */
export const UPSTREAM_MS = 4000;
/** Characters an answer may have. */
const LONGEST = 20_000;

/** What an app's server answers. Throws UpstreamFaults, in which there is no token and no secret. */
export async function askUpstream({
  base,
  path,
  query = {},
  body,
  signal,
}: UpstreamQuestion): Promise<Record<string, unknown>> {
  const url = new URL(base.replace(/\/$/, '') + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const fault = (words: string, errcode?: number) =>
    new UpstreamFault(`${url.host}${path} ${words}`, errcode);
  let json: unknown;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(UPSTREAM_MS)]),
      ...(body
        ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        : {}),
    });
    const text = await response.text();
    if (!response.ok) throw fault(`answered with ${response.status}`);
    json = text.length <= LONGEST ? JSON.parse(text) : undefined;
  } catch (error) {
    if (error instanceof UpstreamFault) throw error;
    // What fetch and JSON.parse say may quote the address and the answer: the kind of it is enough.
    const name = error instanceof Error ? error.name : '';
    throw fault(
      name === 'TimeoutError'
        ? 'did not answer in time'
        : name === 'SyntaxError'
          ? 'did not answer in JSON'
          : 'was not reached',
    );
  }
  if (typeof json !== 'object' || json === null) throw fault('did not answer as it should');
  const { errcode = 0 } = json as { errcode?: unknown };
  if (errcode !== 0) throw fault('refused', Number(errcode));
  return json as Record<string, unknown>;
}

/** A token or a ticket, and how long it is good, ms: a minute less than is said, for the way and for clocks. */
export function goodFor(answer: Record<string, unknown>, name: string): { value: string; ms: number } {
  const value = answer[name];
  const seconds = Number(answer['expires_in']);
  if (typeof value !== 'string' || value === '' || !(seconds > 0)) {
    throw new UpstreamFault(`an answer without ${name}`);
  }
  return { value, ms: Math.max(seconds - 60, seconds / 2) * 1000 };
}
