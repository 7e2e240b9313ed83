import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { FaultOrigin, type FaultStream, type StreamOptions } from '../../src/faults/index.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const engine = createRequire(import.meta.url).resolve('hls.js/dist/hls.light.min.js');
const watch = fileURLToPath(new URL('page/watch.js', import.meta.url));

/** Who plays: our player, hls.js as it comes, or the browser alone. */
export type PlayerName = 'qunlive' | 'hls' | 'native';

const scripts: Record<PlayerName, string> = {
  qunlive: '<script src="/dist/qunlive.js"></script>',
  hls: '<script src="/hls.js"></script>',
  native: '',
};

const page = (player: PlayerName) => `<!doctype html><html lang="en"><meta charset="utf-8">
<style>body{margin:0}qun-live-player,video{display:block;width:176px;height:320px}</style>
<body>${scripts[player]}<script src="/watch.js"></script>`;

/** A page with the kit's script and nothing else. */
const shop = `<!doctype html><html lang="en"><meta charset="utf-8">
<style>body{margin:0}qun-live-player{display:block;width:176px;height:320px}</style>
<body><script src="/dist/qunlive.js"></script>`;

/** Holds pages as frames. */
const wall = `<!doctype html><meta charset="utf-8"><style>body{margin:0;display:flex;flex-wrap:wrap}
iframe{width:176px;height:320px;border:0}</style><body>`;

/** One address for the pages, the players' files and the streams, so that a page may look at its pictures. */
export class Stage {
  readonly #server: Server;
  #count = 0;

  private constructor(readonly origin: FaultOrigin) {
    this.#server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stage.invalid');
      if (pathname.startsWith('/live/')) return void origin.handle(request, response, '/live/');
      const send = (type: string, body: string | Buffer) =>
        response.writeHead(200, { 'content-type': type }).end(body);
      if (pathname === '/page') {
        return void send('text/html; charset=utf-8', page(searchParams.get('player') as PlayerName));
      }
      if (pathname === '/shop') return void send('text/html; charset=utf-8', shop);
      if (pathname === '/wall') return void send('text/html; charset=utf-8', wall);
      const script = /^\/dist\/([\w.-]+\.js)$/.exec(pathname)?.[1];
      const file = script ? join(dist, script) : { '/hls.js': engine, '/watch.js': watch }[pathname];
      if (!file) return void response.writeHead(404).end();
      readFile(file).then(
        body => send('text/javascript; charset=utf-8', body),
        () => response.writeHead(404).end(),
      );
    });
  }

  static async open(media?: string): Promise<Stage> {
    const stage = new Stage(await FaultOrigin.open({ media }));
    await new Promise<void>(ready => stage.#server.listen(0, '127.0.0.1', ready));
    return stage;
  }

  /** A stream of its own, and the page that plays it. */
  makeStream(player: PlayerName, options: StreamOptions): { stream: FaultStream; url: string } {
    const stream = this.origin.stream(`row-${(this.#count += 1)}`, options);
    const { port } = this.#server.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}`;
    const query = new URLSearchParams({ player, src: `${base}/live/${stream.id}/${stream.entry().src}` });
    if (options.tokenSeconds) query.set('entry', `/live/${stream.id}/entry`);
    return { stream, url: `${base}/page?${query}` };
  }

  /** A stream of its own, and a page that plays nothing yet. */
  makeShop(options: StreamOptions): { stream: FaultStream; url: string; src: string } {
    const stream = this.origin.stream(`row-${(this.#count += 1)}`, options);
    const { port } = this.#server.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}`;
    return { stream, url: `${base}/shop`, src: `${base}/live/${stream.id}/${stream.entry().src}` };
  }

  async close(): Promise<void> {
    await this.origin.close();
    this.#server.closeAllConnections();
    await new Promise<void>(done => this.#server.close(() => done()));
  }
}
