import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const TYPES: Record<string, string> = {
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/iso.segment',
  mp4: 'video/mp4',
};

const PATH = /^\/(?:[a-z]+\/)?[a-z0-9_]+\.(m3u8|m4s|mp4)$/;

/** Serves playlists and segments of one folder to any page. Resolves once it listens. */
export function serveHlsFolder(
  folder: string,
  port: number,
  host: string,
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    answer(folder, path, response).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
}

async function answer(folder: string, path: string, response: ServerResponse): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  const type = PATH.exec(path)?.[1];
  const file = join(folder, path);
  const facts = type ? await stat(file).catch(() => undefined) : undefined;
  if (!type || !facts?.isFile()) {
    response.writeHead(404, { 'cache-control': 'no-cache' }).end('not found\n');
    return;
  }
  const cache = type === 'm3u8' ? 'no-cache, max-age=0' : 'public, max-age=60';
  response.writeHead(200, {
    'content-type': TYPES[type],
    'content-length': facts.size,
    'cache-control': cache,
  });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}
