import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';

const packed = new Map<string, Buffer>();

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.webp': 'image/webp',
};

/** Answers with a script, a style sheet or what a page shows, packed once and then kept, as any shop's server would. */
export async function sendFile(response: ServerResponse, path: string): Promise<void> {
  try {
    const body = packed.get(path) ?? gzipSync(await readFile(path), { level: 9 });
    packed.set(path, body);
    const type = types[extname(path)] ?? 'text/javascript';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
