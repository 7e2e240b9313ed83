import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import { parse, QunError } from '../../protocol/index.js';
import type { Hub } from '../hub/hub.js';
import type { RoomSegments } from '../segments/room-segments.js';
import type { RoomLimits } from './room-limits.js';

export interface SegmentRoutesOptions {
  hub: Hub;
  limits: RoomLimits;
  /** Throws `room-not-found`. */
  segments(room: string): RoomSegments;
}

interface OfRoom {
  Params: { room: string };
}
interface OfFile {
  Params: { room: string; edition: string; file: string };
}

const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Short enough that a viewer who comes in is told what is true, long enough that a crowd is one question. */
const BRIEF = 'public, max-age=1, stale-while-revalidate=2';

const editionPattern = /^([\w.-]{1,64})\.(\d{1,9})$/;
const filePattern = /^(snapshot-)?(\d{1,12})\.json$/;
const hereSchema = v.object({
  of: v.optional(v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number)), '1'),
});

/** A room as files that any cache may keep: where it stands, its segments and its window snapshots. */
export function segmentRoutes(app: FastifyInstance, options: SegmentRoutesOptions): void {
  const { limits, segments } = options;

  app.get<OfRoom>('/v1/rooms/:room/head.json', async (request, reply) => {
    const room = segments(request.params.room);
    limits.read(request.ip);
    await sendHead(reply, room);
  });

  app.get<OfFile>('/v1/rooms/:room/segments/:edition/:file', async (request, reply) => {
    const room = segments(request.params.room);
    limits.read(request.ip);
    const place = editionPattern.exec(request.params.edition);
    const file = filePattern.exec(request.params.file);
    if (!place || !file) throw new QunError('not-found', { detail: 'no such file' });
    const kind = file[1] === undefined ? 'segment' : 'snapshot';
    const bytes = await room.file(place[1]!, Number(place[2]), kind, Number(file[2]));
    return forAll(reply, IMMUTABLE).send(bytes);
  });

  /** Some of those behind a cache say that they are here; the answer is nothing, and never kept. */
  app.get<OfRoom>('/v1/rooms/:room/here', async (request, reply) => {
    const room = segments(request.params.room);
    limits.read(request.ip);
    room.here(Math.max(1, parse(hereSchema, request.query).of));
    return reply.code(204).send();
  });
}

/** Where the room stands, for `head.json` and for who asks for a feed in a room that sends none. */
export async function sendHead(reply: FastifyReply, room: RoomSegments): Promise<void> {
  const head = await room.head();
  await forAll(reply, BRIEF).send(JSON.stringify(head));
}

/** One answer for pages of all origins, so that a cache need not keep one for each. */
function forAll(reply: FastifyReply, cacheControl: string): FastifyReply {
  reply.removeHeader('vary');
  return reply
    .type('application/json; charset=utf-8')
    .header('access-control-allow-origin', '*')
    .header('cache-control', cacheControl);
}
