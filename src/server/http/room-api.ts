import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits as wireLimits, QunError } from '../../protocol/index.js';
import { runsRoom } from '../room/viewer.js';
import { answerHeaders } from './answer-headers.js';
import { feedRoute } from './feed-route.js';
import { historyRoute } from './history-route.js';
import type { Origins } from './origins.js';
import { healthRoutes } from './health-routes.js';
import { merchantRoutes, type MerchantRoutesOptions } from './merchant-routes.js';
import { moderationRoute } from './moderation-route.js';
import { bearerOf, roomRoutes, type RoomRoutesOptions } from './room-routes.js';
import { reportRoutes, type ReportRoutesOptions } from './report-routes.js';
import { segmentRoutes, type SegmentRoutesOptions } from './segment-routes.js';
import { wechatRoute, type WechatRouteOptions } from './wechat-route.js';

export interface RoomApiOptions
  extends
    RoomRoutesOptions,
    SegmentRoutesOptions,
    MerchantRoutesOptions,
    ReportRoutesOptions,
    WechatRouteOptions {
  origins: Origins;
}

/** The rooms over HTTP, in a scope of its own: what it refuses and adds does not touch routes of the demo. */
export async function roomApi(app: FastifyInstance, options: RoomApiOptions): Promise<void> {
  answerHeaders(app, options.origins);
  readJsonOnly(app, options);
  healthRoutes(app, options);
  roomRoutes(app, options);
  feedRoute(app, options);
  historyRoute(app, options);
  moderationRoute(app, options);
  reportRoutes(app, options);
  segmentRoutes(app, options);
  wechatRoute(app, options);
  await app.register(merchantRoutes, options);
}

/** No form and no plain text: what a page can send without asking first is never a command. */
function readJsonOnly(app: FastifyInstance, { sessions }: RoomRoutesOptions): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  const settings = { parseAs: 'string', bodyLimit: wireLimits.bodyBytes } as const;
  /** Long bodies are let in by the route of commands alone; they are read only of those who run the room. */
  const mayBeLong = (request: FastifyRequest): boolean => {
    try {
      return runsRoom(sessions.viewerOf((request.params as { room: string }).room, bearerOf(request)));
    } catch {
      return false;
    }
  };
  app.addContentTypeParser<string>('application/json', settings, (request, body, done) => {
    if (body === '') done(null, undefined);
    else if (isLong(body) && !mayBeLong(request))
      done(new QunError('too-large', { detail: 'the body is too large' }));
    else void parse(request, body, done);
  });
}

/** In bytes; a character is three at most, so that short ones need not be counted. */
const isLong = (body: string) =>
  body.length * 3 > wireLimits.bodyBytes && Buffer.byteLength(body) > wireLimits.bodyBytes;
