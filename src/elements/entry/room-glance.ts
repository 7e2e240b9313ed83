import type { Look } from '../../base/refresh-controller.js';
import { safeUrl } from '../../core/link.js';
import { isCode, parse, QunError, type LocalText, type Phase } from '../../protocol/index.js';
import { glanceSchema } from '../../protocol/glance.js';

/** What somebody outside has to know of a room. */
export interface RoomGlance {
  phase: Phase;
  title: LocalText;
  /** Absolute. */
  picture?: string | undefined;
  /** Who is watching; undefined: it is not said. */
  viewers?: number | undefined;
  /** When the show is announced for, server ms. */
  startsAt?: number | null | undefined;
  /** The show's own page, as the room says it. */
  url?: string | undefined;
  /** Server ms, when it was so. */
  now?: number | undefined;
}

/** Looks at the room by one request, and opens no connection to it. `room`: its URL, absolute. */
export const glanceAt =
  (room: string): Look<RoomGlance> =>
  async signal => {
    const answer = await fetch(`${room}/snapshot`, { signal, credentials: 'omit' });
    const body: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw refusal(answer.status, body);
    const { now, online, state } = parse(glanceSchema, body);
    const { title, phase, startsAt, host, stream, share } = state;
    const of = (url: string | undefined) => safeUrl(url, `${room}/`);
    const picture = of(stream?.poster) ?? of(share.picture) ?? of(host.avatar);
    return { phase, title, picture, viewers: online, startsAt, url: of(share.url), now };
  };

function refusal(status: number, body: unknown): QunError {
  const code = (body as { error?: { code?: unknown } } | undefined)?.error?.code;
  if (isCode(code)) return new QunError(code);
  return new QunError(status === 404 ? 'room-not-found' : 'network', { detail: `answered with ${status}` });
}
