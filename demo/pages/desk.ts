import { html } from './html.js';
import type { Lang, Words } from './lang.js';

const title: Words = { 'zh-CN': '山野集 · 中控台', en: 'Hillside Goods · host desk' };

/** The host's page. The token comes in the fragment, which no server ever sees. */
export function deskPage(lang: Lang, scheme?: string): string {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title[lang]}</title>
        <link rel="icon" href="/demo/media/shop-logo.svg" />
        <link rel="stylesheet" href="/demo/assets/desk.css" />
        <script src="/qunlive-host.js" async></script>
        <script src="/demo/assets/desk.js" defer></script>
      </head>
      <body>
        <qun-host-desk room="/v1/rooms/spring" ${scheme && html`scheme="${scheme}"`}></qun-host-desk>
      </body>
    </html>`.toString();
}
