import type { FastifyInstance } from 'fastify';
import { QunError } from '../../protocol/index.js';

/** The end of a server: announced to those who still ask, and gone through once however often it is asked for. */
export class Closing {
  #done: Promise<void> | undefined;

  constructor(app: FastifyInstance) {
    app.addHook('onRequest', (_request, reply, next) => {
      if (!this.#done) return next();
      reply.header('connection', 'close');
      throw new QunError('shutting-down', { detail: 'this server is stopping', retryAfterMs: 2000 });
    });
  }

  run(steps: () => Promise<void>): Promise<void> {
    this.#done ??= steps();
    return this.#done;
  }
}
