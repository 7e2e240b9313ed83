import type { FastifyInstance } from 'fastify';
import { QunError } from '../../protocol/index.js';

/** Listens, and says in words what is in the way. Port 0 takes a free one. */
export async function listenOn(
  app: FastifyInstance,
  { port = 8787, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (cause) {
    throw new QunError('bad-config', { detail: explain(cause, port, host), cause });
  }
}

function explain(cause: unknown, port: number, host: string): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `port ${port} is in use: stop the other program, or choose another with --port`;
  if (code === 'EACCES') return `port ${port} needs more rights: choose one above 1023 with --port`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `this machine has no address ${host} (--host)`;
  return message;
}
