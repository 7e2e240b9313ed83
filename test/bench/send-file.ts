import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const packed = new Map<string, Buffer>();

/** Answers with a script or a style sheet, packed once and then kept, as any shop's server would. */
export async function sendFile(response: ServerResponse, path: string): Promise<void> {
  try {
    const body = packed.get(path) ?? gzipSync(await readFile(path), { level: 9 });
    packed.set(path, body);
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
