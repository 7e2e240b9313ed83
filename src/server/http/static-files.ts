import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { QunError } from '../../protocol/index.js';

const mediaTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

type Encoding = 'br' | 'gzip' | 'identity';

interface Loaded {
  version: string;
  etag: string;
  type: string;
  bodies: Map<Encoding, Buffer>;
}

const STABLE = 'public, max-age=300, stale-while-revalidate=86400';
const FOREVER = 'public, max-age=31536000, immutable';
/** Of a built folder only what pages load; the server's own files lie beside them. */
const served = /^\/(esm\/.+|[^/]+)$/;
/** Names that change with their content. */
const hashed = /\/chunks\/[^/]+-[\w-]{8,}\.m?js$/;

/** Serves the built page files of `dist`: kept in memory, compressed once, read again when they change on disk. */
export async function staticFiles(app: FastifyInstance, dist: string): Promise<void> {
  const root = resolve(dist);
  if (!(await stat(root).catch(() => undefined))?.isDirectory()) {
    throw new QunError('bad-config', {
      detail: `--dist ${dist}: no such folder; build it first (npm run build)`,
    });
  }
  const loaded = new Map<string, Promise<Loaded | undefined>>();

  const find = async (path: string): Promise<Loaded | undefined> => {
    const file = join(root, path);
    const inside = file.startsWith(root + sep) && served.test(file.slice(root.length).replaceAll(sep, '/'));
    if (!inside || !(extname(file) in mediaTypes)) return undefined;
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const version = `${found.mtimeMs}:${found.size}`;
    const known = await loaded.get(file);
    if (known?.version === version) return known;
    const fresh = load(file, version);
    loaded.set(file, fresh);
    return fresh;
  };

  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const file = await find(decodeURIComponent(pathname));
    if (!file) throw new QunError('not-found', { detail: 'no such file' });
    const encoding = encodingFor(request.headers['accept-encoding'], file);
    const etag = encoding === 'identity' ? `"${file.etag}"` : `"${file.etag}-${encoding}"`;
    reply.headers({
      'cache-control': hashed.test(pathname) || searchParams.has('v') ? FOREVER : STABLE,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      etag,
    });
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    const body = file.bodies.get(encoding)!;
    reply.type(file.type).header('content-length', body.length);
    return reply.send(request.method === 'HEAD' ? undefined : body);
  };

  for (const url of ['/:name.js', '/:name.js.map', '/esm/*'])
    app.route({ method: ['GET', 'HEAD'], url, handler: serve });
}

async function load(file: string, version: string): Promise<Loaded | undefined> {
  const content = await readFile(file).catch(() => undefined);
  if (!content) return undefined;
  const etag = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const bodies = new Map<Encoding, Buffer>([['identity', content]]);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const compress = [promisify(gzip)(content), promisify(brotliCompress)(content, quality)] as const;
  // In the background: the first reader need not wait for it.
  void Promise.all(compress).then(([gz, br]) => bodies.set('gzip', gz).set('br', br));
  return { version, etag, type: mediaTypes[extname(file)]!, bodies };
}

function encodingFor(accepted: string | undefined, { bodies }: Loaded): Encoding {
  const names = (accepted ?? '').split(',').filter(one => !/;\s*q=0(\.0*)?\s*$/.test(one));
  const takes = (name: Encoding) =>
    bodies.has(name) && names.some(one => one.trim().split(';')[0]!.trim() === name);
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}
