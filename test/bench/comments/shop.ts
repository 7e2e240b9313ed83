import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { html } from '../../../demo/pages/html.js';
import { sendFile } from '../send-file.js';
import { outDir } from './build.js';

const flood = fileURLToPath(new URL('flood.js', import.meta.url));

/** One page for each contender: something that moves all the time, as a video does, and the box with its list. */
const page = (name: string, overlay: boolean) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${name}</title>
        <link rel="icon" href="data:," />
        <style>
          body {
            margin: 0;
            font: 15px/1.5 sans-serif;
          }
          .picture {
            height: ${overlay ? 0 : 219}px;
            overflow: hidden;
            background: #345;
          }
          .picture::after {
            content: '';
            display: block;
            width: 48px;
            height: 48px;
            background: #cde;
            animation: move 3s linear infinite alternate;
            will-change: transform;
          }
          @keyframes move {
            to {
              transform: translateX(342px);
            }
          }
          .box {
            position: relative;
            width: 390px;
            height: ${overlay ? 844 : 625}px;
            overflow: hidden;
            background: ${overlay ? '#345' : '#fff'};
          }
          .box > .list {
            display: block;
            box-sizing: border-box;
          }
          .box > .list,
          .box qun-comment-stream {
            height: 625px;
          }
          .list {
            margin: 0;
            padding: 12px 16px;
            overflow-x: hidden;
            overflow-y: auto;
            list-style: none;
          }
          .line {
            padding: 4px 0;
          }
          .name {
            color: #667;
            font-weight: 500;
          }
        </style>
        <script src="/flood.js"></script>
        <script type="module" src="/${name}/${name}.js"></script>
      </head>
      <body>
        <div class="picture"></div>
        <div class="box"></div>
      </body>
    </html>`;

export interface Shop {
  /** Of the page of a contender, a list or an overlay. */
  url(kind: string, name: string): string;
  close(): void;
}

/** Serves `/list/<name>`, `/overlay/<name>` and the scripts of them. */
export async function openShop(): Promise<Shop> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop.invalid');
    const [first = '', second = ''] = pathname.slice(1).split('/');
    if (first === 'list' || first === 'overlay') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page(second, first === 'overlay').toString());
    } else if (first === 'flood.js') void sendFile(response, flood);
    else if (!pathname.includes('..')) void sendFile(response, join(outDir, first, second));
    else response.writeHead(404).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: (kind, name) => `${origin}/${kind}/${name}`, close: () => void server.close() };
}
