import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { parsePosition } from '../../protocol/index.js';
import type { Hub } from '../hub/hub.js';
import { addressName } from './rate-limit.js';
import type { RoomSegments } from '../segments/room-segments.js';
import type { RoomLimits } from './room-limits.js';
import { sendHead } from './segment-routes.js';

export interface FeedRouteOptions {
  hub: Hub;
  limits: RoomLimits;
  segments(room: string): RoomSegments;
}

interface FeedRequest {
  Params: { room: string };
  Querystring: { since?: string };
}

/** `GET …/feed`: Server-Sent Events on the bare socket, so that one buffer serves every reader. */
export function feedRoute(app: FastifyInstance, { hub, limits, segments }: FeedRouteOptions): void {
  app.get<FeedRequest>('/v1/rooms/:room/feed', async (request, reply) => {
    const { room } = request.params;
    hub.feed(room);
    limits.read(request.ip);
    // Where newcomers are to ask for segments, the answer says so, and a cache gives it to the next thousand.
    if (segments(room).mode === 'segments') return sendHead(reply, segments(room));
    const address = addressName(request.ip);
    hub.admit(address);
    // A browser that reconnects by itself knows better than the address it was first given.
    const lastId = request.headers['last-event-id'];
    const since =
      parsePosition(typeof lastId === 'string' ? lastId : undefined) ?? parsePosition(request.query.since);
    reply.hijack();
    await hub.connect(room, request.raw.socket, headOf(reply), address, since);
  });
}

/** The response head by hand, with what plugins have put on the reply. The end of the stream is that of the connection. */
function headOf(reply: FastifyReply): Buffer {
  const headers: Record<string, unknown> = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    connection: 'close',
    date: new Date().toUTCString(),
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map(one => `${name}: ${String(one).replace(/[\r\n]/g, '')}\r\n`),
  );
  return Buffer.from(`HTTP/1.1 200 ${STATUS_CODES[200]}\r\n${lines.join('')}\r\n`);
}
