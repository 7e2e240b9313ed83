import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import { pageTarget } from '../../vite.config.js';
import { pageSource } from '../tools/build/page-source.js';
import { root } from '../tools/install.mjs';
import { sendFile } from './send-file.js';

/** What products of a bench are pictured with. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3" fill="#585"/></svg>';

/**
 * Bundles `test/bench/<name>/page.js` of the sources as a page would have them, and serves it as `/page.js` beside these
 * pages (path → HTML), and the demo's pictures and shows. `origin` ends without a slash.
 */
export async function servePage(
  name: string,
  pages: Readonly<Record<string, string>>,
): Promise<{ origin: string; close(): void }> {
  const outDir = join(root, 'test/results', name);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [pageSource(join(root, 'src'))],
    build: {
      target: pageTarget,
      outDir,
      lib: { entry: join(root, 'test/bench', name, 'page.js'), formats: ['es'], fileName: () => 'page.js' },
      rolldownOptions: { output: { minify: true, chunkFileNames: '[name].js' } },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop.invalid').pathname;
    const page = pages[path];
    if (page !== undefined) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else if (path === '/picture.svg')
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture);
    else if (/^\/demo\/(media|shows)\/[\w/-]+\.(webp|json)$/.test(path))
      void sendFile(response, join(root, path));
    else if (/^\/[\w.-]+\.js$/.test(path)) void sendFile(response, join(outDir, path));
    else response.writeHead(404).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => server.close() };
}
