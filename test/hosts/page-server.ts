import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

const require = createRequire(import.meta.url);
const pages = new URL('./pages/', import.meta.url);
const types: Record<string, string> = { '.js': 'text/javascript', '.mjs': 'text/javascript' };

/** Where a package's files lie, by its package.json. */
function packageDir(name: string): string {
  const main = require.resolve(name);
  return main.slice(0, main.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length);
}

/** A page as a merchant's server sends it: its HTML, and the headers its first comments name. */
export async function readPage(
  name: string,
): Promise<{ about: string; picture: boolean; headers: Record<string, string>; html: string }> {
  const html = await readFile(new URL(`${name}.html`, pages), 'utf8');
  const about = /<!-- about: (.*?) -->/.exec(html)?.[1] ?? name;
  // hls.js itself cannot run on some pages; the room around it must.
  const picture = !html.includes('<!-- no picture:');
  const headers = Object.fromEntries(
    [...html.matchAll(/<!-- header: ([\w-]+): (.*?) -->/g)].map(([, key, value]) => [key!, value!]),
  );
  // The doctype must be the first thing a browser reads, or every page would be in quirks mode.
  return { about, picture, headers, html: html.replace(/^(<!--.*?-->\s*)+/s, '') };
}

/**
 * The merchant's own origin, filled with the addresses of the room servers: `/NAME` is a page with the kit from `live`, `/NAME?without` the same page with the kit's
 * scripts replaced by empty ones, `/vendor/PACKAGE/…` what pages bring along.
 */
export async function servePages({
  live,
  other,
}: {
  live: string;
  other: string;
}): Promise<{ origin: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    answer(request.url ?? '/').then(
      ({ headers, body }) => response.writeHead(200, headers).end(body),
      () => response.writeHead(404).end(),
    );
  });
  const answer = async (url: string) => {
    const { pathname, search } = new URL(url, 'http://page.invalid');
    const vendor = /^\/vendor\/([\w.-]+)\/(.+)$/.exec(pathname);
    if (vendor) {
      const file = normalize(vendor[2]!);
      const body = await readFile(join(packageDir(vendor[1]!), file));
      return { headers: { 'content-type': types[file.slice(file.lastIndexOf('.'))] ?? 'text/plain' }, body };
    }
    if (pathname === '/favicon.ico') return { headers: { 'content-type': 'image/png' }, body: '' };
    if (pathname === '/empty.js')
      return { headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }, body: '' };
    const page = await readPage(pathname.slice(1));
    const { port } = server.address() as AddressInfo;
    const own = `http://localhost:${port}`;
    const script = search === '?without' ? `${own}/empty.js` : undefined;
    const fill = (text: string) =>
      (script ? text.replace(/\{\{live\}\}\/qunlive[\w.]*\.js(\?v=2)?/g, script) : text)
        .replaceAll('script-src {{live}}', `script-src {{live}}${script ? ` ${own}` : ''}`)
        .replaceAll('{{live}}', live)
        .replaceAll('{{other}}', other)
        .replaceAll('{{page}}', own);
    const headers = Object.fromEntries(
      Object.entries(page.headers).map(([key, value]) => [key, fill(value)]),
    );
    return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: fill(page.html) };
  };
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    // localhost, where the room stands on 127.0.0.1: another site, as on a merchant's page.
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise(done => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
