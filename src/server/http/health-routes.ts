import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub/hub.js';

export interface HealthOptions {
  hub: Hub;
  now: () => number;
  isClosing: () => boolean;
}

/** `/healthz`: the process answers. `/readyz`: it also takes viewers; while stopping, load balancers send none. */
export function healthRoutes(app: FastifyInstance, { hub, now, isClosing }: HealthOptions): void {
  app.get('/healthz', async () => ({ ok: true, now: now() }));
  app.get('/readyz', async (_request, reply) => {
    const ready = !isClosing();
    if (!ready) reply.code(503);
    return { ready, rooms: hub.rooms.length, connections: hub.connections, now: now() };
  });
}
