import { moderationSchema, parse, parseError, type Moderation } from '../../protocol/index.js';
import type { HostSession } from './host-session.js';

/** How to learn what staff alone know; undefined: this way to the room has none. */
export function sourceOf({
  transport,
  url,
  token,
}: HostSession): ((signal: AbortSignal) => Promise<Moderation>) | undefined {
  const own = transport.moderation?.bind(transport);
  if (own) return async () => parse(moderationSchema, await own());
  if (!url || !token) return undefined;
  const address = `${url.replace(/\/$/, '')}/moderation`;
  return async signal => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(address, { headers, signal, cache: 'no-store', credentials: 'omit' });
    const body: unknown = await answer.json();
    if (!answer.ok) throw parseError(body, answer.status);
    return parse(moderationSchema, body);
  };
}
