import {
  parseHead,
  parseSegment,
  parseWindowSnapshot,
  QunError,
  type Head,
  type Segment,
  type WindowSnapshot,
} from '../protocol/index.js';
import type { JsonAnswer, RoomHttp } from './room-http.js';

/** Any cache may answer: what never changes, or what a second does not make old. */
const cache = 'default';

export interface HeadAnswer {
  head: Head;
  answer: JsonAnswer;
}

export async function readHead(http: RoomHttp, signal: AbortSignal): Promise<HeadAnswer> {
  const answer = await http.json('head.json', { signal, cache });
  return { head: parseHead(answer.body), answer };
}

/** Undefined: there is none, or not yet. */
export async function readSegment(
  http: RoomHttp,
  { epoch }: Head,
  edition: number,
  n: number,
  signal: AbortSignal,
): Promise<Segment | undefined> {
  try {
    const { body } = await http.json(`segments/${epoch}.${edition}/${n}.json`, { signal, cache });
    return parseSegment(body);
  } catch (cause) {
    const error = QunError.from(cause, 'network');
    if (error.code === 'not-found') return undefined;
    throw error;
  }
}

export async function readWindowSnapshot(
  http: RoomHttp,
  { snapshot }: Head,
  signal: AbortSignal,
): Promise<WindowSnapshot> {
  return parseWindowSnapshot((await http.json(snapshot, { signal, cache })).body);
}
