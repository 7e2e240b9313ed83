import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { commandSchemas, httpStatus, QunError } from '../../protocol/index.js';

/** What a refusal looks like on the wire: a code of the table, and for developers what to mend. */
export function refusalBody(error: QunError, now: number) {
  const { code, number, path, retryAfterMs } = error;
  return {
    error: {
      code,
      number,
      // What went wrong inside is for the log.
      message: code === 'internal' ? 'something went wrong on the server; try again' : error.message,
      ...(path === undefined ? {} : { path }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
    now,
  };
}

/** HTTP status of a code; those that never travel are our own fault if they try. */
const statusOf = (error: QunError) => httpStatus[error.code] ?? 500;

/** Faults that Fastify finds before our code runs, in the words of the table. */
export function asQunError(error: FastifyError | QunError | Error): QunError {
  if (error instanceof QunError) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  if (statusCode === 413) return new QunError('too-large', { detail: 'the body is too large', cause: error });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new QunError('malformed', { detail: 'send application/json', path: 'content-type', cause: error });
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new QunError('malformed', { detail: error.message, cause: error });
  }
  return new QunError('internal', { detail: error.message, cause: error });
}

export function sendRefusal(reply: FastifyReply, thrown: Error, now: number): void {
  const error = asQunError(thrown);
  const status = statusOf(error);
  if (status >= 500 && error.code === 'internal')
    reply.log.error({ err: error.cause ?? error }, 'internal error');
  if (error.retryAfterMs !== undefined)
    reply.header('retry-after', Math.max(1, Math.ceil(error.retryAfterMs / 1000)));
  reply.code(status).header('cache-control', 'no-store').send(refusalBody(error, now));
}

/** Told of each refusal: the last part of its route, the command if it was one, and the code. */
export type RefusalWatch = (route: string, command: string, code: string) => void;

/** Every refusal of this server, also for addresses it does not know and bodies it cannot read, has one shape. */
export function installRefusals(app: FastifyInstance, now: () => number, watch?: RefusalWatch): void {
  app.setErrorHandler<Error>((error, request, reply) => {
    watch?.(...placeOf(request), asQunError(error).code);
    sendRefusal(reply, error, now());
  });
  app.setNotFoundHandler((_request, reply) => {
    sendRefusal(reply, new QunError('not-found', { detail: 'nothing at this address' }), now());
  });
}

/** Names we gave ourselves: a word of whoever asks would make another figure of each. */
function placeOf({ routeOptions, body }: FastifyRequest): [route: string, command: string] {
  const route = routeOptions.url?.split('/').pop() ?? 'none';
  const type = typeof body === 'object' && body !== null ? (body as { type?: unknown }).type : undefined;
  return [route, typeof type === 'string' && Object.hasOwn(commandSchemas, type) ? type : ''];
}

/** What cannot even be read as HTTP, on the bare socket. */
export function answerBadRequests(error: NodeJS.ErrnoException, socket: Socket, now: number): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const detail =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'the request took too long' : 'not a request we can read';
  const body = JSON.stringify(refusalBody(new QunError('malformed', { detail }), now));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json; charset=utf-8',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
