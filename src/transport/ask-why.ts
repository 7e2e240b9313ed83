import { parseError, QunError } from '../protocol/index.js';
import { errorBodySchema } from '../protocol/error-body.js';
import * as v from 'valibot';
import type { RoomHttp } from './room-http.js';

/**
 * Why a feed does not open. `refused`: our server has said so, and asking again is no use. `held`: the server would have
 * sent it, and something is in the way, such as a proxy that holds it back. `segments`: this room is sent as files.
 * `foreign`: whoever answers is no room server. `away`: nobody does, or not now.
 */
export interface Why {
  kind: 'refused' | 'held' | 'segments' | 'foreign' | 'away';
  error: QunError;
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
      const ours = v.is(errorBodySchema, refusal);
      if (error.temporary) return { kind: 'away', error };
      return { kind: ours ? 'refused' : 'foreign', error };
    }
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/event-stream')) {
      const detail = 'the feed opened, and then did not';
      return { kind: 'held', error: new QunError('network', { detail }) };
    }
    const detail = `${url} answers ${type || 'something'} instead of a feed; is it the URL of a room?`;
    const kind = type.startsWith('application/json') ? 'segments' : 'foreign';
    return { kind, error: new QunError('bad-config', { detail, path: 'url' }) };
  } catch (error) {
    return { kind: 'away', error: QunError.from(error, 'network') };
  }
}
