import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { limits as wireLimits } from '../../protocol/index.js';
import { feedRoute } from './feed-route.js';
import { historyRoute } from './history-route.js';
import type { Origins } from './origins.js';
import { healthRoutes } from './health-routes.js';
import { moderationRoute } from './moderation-route.js';
import { roomRoutes, type RoomRoutesOptions } from './room-routes.js';
import { segmentRoutes, type SegmentRoutesOptions } from './segment-routes.js';

export interface RoomApiOptions extends RoomRoutesOptions, SegmentRoutesOptions {
  origins: Origins;
}

/** The rooms over HTTP, in a scope of its own: what it refuses and adds does not touch routes of the demo. */
export async function roomApi(app: FastifyInstance, options: RoomApiOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // Whether the shop's whole domain is https for a year is not ours to say.
    strictTransportSecurity: false,
  });
  // Every page may read our answer; whether it gets more than a refusal is decided right below. Without this a page
  // on the wrong origin would only learn "network error", and its author nothing.
  await app.register(cors, {
    origin: true,
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id'],
    exposedHeaders: ['retry-after', 'idempotency-replayed'],
    maxAge: 600,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    options.origins.check(request);
  });
  readJsonOnly(app);
  healthRoutes(app, options);
  roomRoutes(app, options);
  feedRoute(app, options);
  historyRoute(app, options);
  moderationRoute(app, options);
  segmentRoutes(app, options);
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
