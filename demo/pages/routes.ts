import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { comingPage } from './coming.js';
import { deskPage } from './desk.js';
import { COMING_ROOM } from '../play/coming-show.js';
import { PAST_ROOM } from '../play/past-show.js';
import { RECORDED } from '../play/recorded.js';
import { guidePage, reportPage } from './figures.js';
import { h5Page } from './h5.js';
import { langOf, type Lang } from './lang.js';
import { replayPage } from './replay.js';
import { productPage, shopPage } from './shop.js';
import { stagePage } from './stage.js';
import { posterPage, tourPage } from './tour.js';

export interface Play {
  audience: boolean;
  host: boolean;
}

export interface PageOptions {
  /** The demo's folder. */
  folder: string;
  play: {
    read(): Play;
    change(wish: Partial<Play> & { lang?: Lang }): void;
  };
}

/**
 * A merchant's strict policy, so that the demo proves daily that the kit lives with it. MSE needs blob: for media;
 * connect-src and media-src are open to https and this machine for streams given by hand.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // A poster is a picture in its own address, so that it can be pressed.
  "img-src 'self' https: data:",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "media-src 'self' blob: https: http://localhost:* http://127.0.0.1:*",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types qunlive',
].join('; ');

/** What every page of the demo is sent with. */
export const pageHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
  vary: 'accept-language',
} as const;

/** The demo's pages, pictures and switches. */
export async function pageRoutes(app: FastifyInstance, { folder, play }: PageOptions): Promise<void> {
  const page = (
    path: string,
    render: (query: Record<string, string>, lang: Lang, request: FastifyRequest) => string | undefined,
  ) =>
    app.get(path, async (request, reply) => {
      const query = request.query as Record<string, string>;
      const body = render(query, langOf(query['lang'], request.headers['accept-language']), request);
      if (body === undefined) return reply.code(404).type('text/plain').send('404');
      return reply.type('text/html; charset=utf-8').headers(pageHeaders).send(body);
    });
  page('/', (_, lang) => stagePage(lang));
  page('/shop/', (_, lang) => shopPage({ lang }));
  page('/shop/products/:id', (_, lang, request) => productPage((request.params as { id: string }).id, lang));
  page('/h5/', (query, lang) =>
    h5Page({
      lang,
      theme: query['theme'],
      scheme: query['scheme'],
      large: 'large' in query,
      room: 'replay' in query ? PAST_ROOM : 'coming' in query ? COMING_ROOM : undefined,
      app: query['app'],
    }),
  );
  page('/coming/', (_, lang) => comingPage(lang));
  page('/tour/', (_, lang) => tourPage(lang));
  page('/tour/poster', (query, lang) => posterPage(lang, query['theme']));
  // The same evening as a folder of files, without a room server.
  page('/replay/', (query, lang) => replayPage(lang, 'files' in query ? RECORDED : undefined));
  page('/desk/', (query, lang) => deskPage(lang, query['scheme']));
  page('/report/', (_, lang) => reportPage(lang));
  page('/guide/', (_, lang) => guidePage(lang));
  for (const path of ['/shop', '/coming', '/replay', '/tour', '/h5', '/desk', '/report', '/guide'])
    app.get(path, (_, reply) => reply.redirect(`${path}/`, 308));

  await app.register(fastifyStatic, {
    root: join(folder, 'media'),
    prefix: '/demo/media/',
    maxAge: '1h',
    setHeaders: reply =>
      void reply.headers({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      }),
  });
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/demo/assets/',
    decorateReply: false,
  });

  app.get('/demo/play', () => play.read());
  app.post('/demo/play', { bodyLimit: 200 }, request => {
    const { audience, host, lang } = (request.body ?? {}) as Record<string, unknown>;
    play.change({
      ...(typeof audience === 'boolean' ? { audience } : {}),
      ...(typeof host === 'boolean' ? { host } : {}),
      ...(lang === 'en' || lang === 'zh-CN' ? { lang } : {}),
    });
    return play.read();
  });
}
