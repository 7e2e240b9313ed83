import type { FastifyInstance } from 'fastify';
import type { Origins } from './origins.js';

/** On every answer. None of them is a document, and none may be shown as one or taken for another kind. */
const always = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'access-control-expose-headers': 'retry-after, idempotency-replayed',
  'cache-control': 'no-store',
  vary: 'Origin',
};

/** What a browser may send after it has asked. */
const allowed = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, last-event-id',
  'access-control-max-age': '600',
  // Without it Safari waits for a body.
  'content-length': '0',
};

/**
 * Headers by hand: they are the same for every answer, and as plug-ins they cost more than the check of a token.
 * Whether the shop's whole domain is https for a year is not ours to say, so there is no word of it.
 */
export function answerHeaders(app: FastifyInstance, origins: Origins): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    reply.headers(always);
    if (origin !== undefined) {
      // Every page may read our answer; whether it gets more than a refusal is decided right below. Without this a
      // page on the wrong origin would only learn "network error", and its author nothing.
      reply.header('access-control-allow-origin', origin);
      if (request.method !== 'OPTIONS') origins.check(request);
    }
    done();
  });
  app.options('*', (_request, reply) => reply.headers(allowed).code(204).send());
}
