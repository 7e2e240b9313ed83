import { parseError, QunError } from '../protocol/index.js';
import { errorBodySchema } from '../protocol/commands.js';
import * as v from 'valibot';
import type { RoomHttp } from './room-http.js';

/** Why a feed does not open; `final`: our server has said so, and asking again is no use. */
export interface Why {
  error: QunError;
  final: boolean;
  /** The server would have sent the feed; something else is in the way, such as a proxy that holds it back. */
  reachable: boolean;
}

/**
 * EventSource hides why it was refused, so the same address is asked once more with fetch. Only words of our own server
 * are final: a proxy's 404 or a hotel's log-in page is passing weather.
 */
export async function askWhy(http: RoomHttp, url: string, signal: AbortSignal): Promise<Why> {
  try {
    const { response, refusal } = await http.head(url, 'text/event-stream', signal);
    if (!response.ok) {
      const error = parseError(refusal, response.status);
      return { error, final: !error.temporary && v.is(errorBodySchema, refusal), reachable: false };
    }
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/event-stream')) {
      return {
        error: new QunError('network', { detail: 'the feed opened, and then did not' }),
        final: false,
        reachable: true,
      };
    }
    const detail = `${url} answers ${type || 'something'} instead of a feed; is it the URL of a room?`;
    return { error: new QunError('bad-config', { detail, path: 'url' }), final: false, reachable: false };
  } catch (error) {
    return { error: QunError.from(error, 'network'), final: false, reachable: false };
  }
}
