import { LogController, type FastifyRequest, type FastifyServerOptions } from 'fastify';

export interface LogOptions {
  /** trace, debug, info, warn, error, fatal or silent. Default `info`. Single requests are logged from `debug` on. */
  level?: string;
  /** Where lines go. Default: standard output. */
  stream?: { write(line: string): void };
}

const secrets = ['authorization', 'cookie', 'idempotency-key', 'token', 'resume', 'hostToken', 'secret'];

/** Pino's settings. A request is its method and path: no headers, no address, and no query, which may hold anything. */
export function logOptions({
  level = 'info',
  stream,
}: LogOptions): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    ...(stream ? { stream } : {}),
    redact: {
      paths: secrets.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
      censor: '[secret]',
    },
    serializers: {
      req: ({ method, url, id }: Partial<FastifyRequest>) => ({ method, path: url?.split('?')[0], id }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}

/** A line for each request is for looking closely, not for a night of ten thousand claims a minute. */
export function logController({ level = 'info' }: LogOptions = {}): LogController {
  return new LogController({ disableRequestLogging: !['debug', 'trace'].includes(level) });
}
