import { parseRecording, QunError, type HistoryPage, type Recording } from '../protocol/index.js';
import type { RoomHttp } from './room-http.js';
import type { HistoryQuery } from './room-transport.js';

const cache = 'default';
const recordings = new WeakMap<RoomHttp, Recording>();

export async function readRecording(http: RoomHttp, signal?: AbortSignal): Promise<Recording> {
  const recording = parseRecording((await http.json('room.json', { cache, signal })).body);
  recordings.set(http, recording);
  return recording;
}

/** Whoever answers at this address is no room server; perhaps a folder is kept there. Never rejects. */
export async function looksRecorded(http: RoomHttp, signal?: AbortSignal): Promise<boolean> {
  if (!http.recorded) {
    http.recorded = await readRecording(http, signal).then(
      () => true,
      () => false,
    );
  }
  return http.recorded;
}

/** A page of a recording's log, as a room server would answer it. Who asks brings the parser, so that nobody else needs it. */
export async function historyOf(
  http: RoomHttp,
  { after, types }: HistoryQuery,
  parseHistory: (value: unknown) => HistoryPage,
): Promise<HistoryPage> {
  const { log } = recordings.get(http) ?? (await readRecording(http));
  for (const file of log) {
    const page = parseHistory((await http.json(file, { cache })).body);
    if (page.seq <= after && page.seq < page.head) continue;
    const events = page.events.filter(({ seq, type }) => seq > after && (!types || types.includes(type)));
    return { ...page, after, events };
  }
  throw new QunError('not-found', { detail: 'the recording has no more pages' });
}
