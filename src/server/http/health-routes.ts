import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub/hub.js';

export interface HealthOptions {
  hub: Hub;
  now: () => number;
}

/** `/healthz`: the process answers. `/readyz`: how much it holds. While it stops, both are refused with 503. */
export function healthRoutes(app: FastifyInstance, { hub, now }: HealthOptions): void {
  app.get('/healthz', async () => ({ ok: true, now: now() }));
  app.get('/readyz', async () => ({
    ready: true,
    rooms: hub.rooms.length,
    connections: hub.connections,
    now: now(),
  }));
}
