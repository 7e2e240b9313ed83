import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { HISTORY_PAGE, idSchema, parse } from '../../protocol/index.js';
import type { Hub } from '../hub/hub.js';
import type { LiveRoom } from '../hub/live-room.js';
import type { HistoryPart } from '../store/room-store.js';
import type { RoomLimits } from './room-limits.js';
import { wholeNumber } from './whole-number.js';

export interface HistoryRouteOptions {
  hub: Hub;
  limits: RoomLimits;
}

/** Bytes after which a page ends, however few its events are. */
const PAGE_BYTES = 1_048_576;
/** Pages kept in memory for those who ask for the same: everybody who comes late does. */
const KEPT = 32;

const querySchema = v.object({
  after: v.optional(wholeNumber(0, 999_999_999_999_999), '0'),
  limit: v.optional(wholeNumber(1, HISTORY_PAGE), String(HISTORY_PAGE)),
  types: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(400),
      v.regex(/^[a-z-]+\.[a-z-]+(,[a-z-]+\.[a-z-]+)*$/, 'types of events, as in pin.add,pin.remove'),
      v.transform(types => [...new Set(types.split(','))].sort()),
    ),
  ),
  epoch: v.optional(idSchema),
});

interface Page {
  head: number;
  /** More of the log follows: this page will never be another. */
  full: boolean;
  json: string;
}

/** `GET …/history`: the log, page by page, for whoever comes late or watches the recording. As public as the feed. */
export function historyRoute(app: FastifyInstance, { hub, limits }: HistoryRouteOptions): void {
  const pages = new Map<string, Page>();
  app.get<{ Params: { room: string } }>('/v1/rooms/:room/history', async (request, reply) => {
    const room = hub.room(request.params.room);
    limits.read(request.ip);
    const { epoch, ...part } = parse(querySchema, request.query);
    const key = JSON.stringify([room.id, part]);
    const kept = pages.get(key);
    const page = kept && (kept.full || kept.head === room.seq) ? kept : await pageOf(room, part);
    pages.delete(key);
    pages.set(key, page);
    if (pages.size > KEPT) pages.delete(pages.keys().next().value!);
    const known = epoch === undefined || epoch === room.epoch;
    if (known) reply.header('cache-control', cacheControl(page, epoch));
    return reply.type('application/json; charset=utf-8').send(page.json);
  });
}

/** A place means something within one epoch only, so what is to be kept for long has to be asked for by it. */
const cacheControl = ({ full }: Page, epoch: string | undefined) =>
  full && epoch !== undefined ? 'public, max-age=86400, immutable' : 'public, max-age=2';

async function pageOf(room: LiveRoom, part: HistoryPart): Promise<Page> {
  const { events, seq, head } = await room.history(part);
  const texts: string[] = [];
  let bytes = 0;
  for (const event of events) {
    const text = JSON.stringify(event);
    bytes += Buffer.byteLength(text);
    if (texts.length > 0 && bytes > PAGE_BYTES) break;
    texts.push(text);
  }
  const reached = texts.length < events.length ? events[texts.length - 1]!.seq : seq;
  const { id, epoch } = room;
  const place = JSON.stringify({ v: 1, room: id, epoch, after: part.after, seq: reached, head });
  return { head, full: reached < head, json: `${place.slice(0, -1)},"events":[${texts.join()}]}` };
}
