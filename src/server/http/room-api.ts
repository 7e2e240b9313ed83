import type { FastifyInstance } from 'fastify';
import { limits as wireLimits } from '../../protocol/index.js';
import { answerHeaders } from './answer-headers.js';
import { feedRoute } from './feed-route.js';
import { historyRoute } from './history-route.js';
import type { Origins } from './origins.js';
import { healthRoutes } from './health-routes.js';
import { merchantRoutes, type MerchantRoutesOptions } from './merchant-routes.js';
import { moderationRoute } from './moderation-route.js';
import { roomRoutes, type RoomRoutesOptions } from './room-routes.js';
import { segmentRoutes, type SegmentRoutesOptions } from './segment-routes.js';

export interface RoomApiOptions extends RoomRoutesOptions, SegmentRoutesOptions, MerchantRoutesOptions {
  origins: Origins;
}

/** The rooms over HTTP, in a scope of its own: what it refuses and adds does not touch routes of the demo. */
export async function roomApi(app: FastifyInstance, options: RoomApiOptions): Promise<void> {
  answerHeaders(app, options.origins);
  readJsonOnly(app);
  healthRoutes(app, options);
  roomRoutes(app, options);
  feedRoute(app, options);
  historyRoute(app, options);
  moderationRoute(app, options);
  segmentRoutes(app, options);
  await app.register(merchantRoutes, options);
}

/** No form and no plain text: what a page can send without asking first is never a command. */
function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  const settings = { parseAs: 'string', bodyLimit: wireLimits.bodyBytes } as const;
  app.addContentTypeParser<string>('application/json', settings, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body, done);
  });
}
