import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { parse } from '../../protocol/index.js';
import type { Sessions } from '../auth/sessions.js';
import type { Hub } from '../hub/hub.js';
import { moderationOf } from '../talk/moderation.js';
import type { RoomLimits } from './room-limits.js';
import { bearerOf } from './room-routes.js';
import { wholeNumber } from './whole-number.js';

export interface ModerationRouteOptions {
  hub: Hub;
  sessions: Sessions;
  limits: RoomLimits;
}

const querySchema = v.object({
  before: v.optional(wholeNumber(1, 999_999_999_999_999)),
  limit: v.optional(wholeNumber(1, 200), '50'),
});

/** `GET …/moderation`: what waits for staff, and what staff did. For nobody else, and kept by no cache. */
export function moderationRoute(
  app: FastifyInstance,
  { hub, sessions, limits }: ModerationRouteOptions,
): void {
  app.get<{ Params: { room: string } }>('/v1/rooms/:room/moderation', async request => {
    const room = hub.room(request.params.room);
    limits.read(request.ip);
    await sessions.checkStaff(room.id, bearerOf(request));
    return moderationOf(room, parse(querySchema, request.query));
  });
}
