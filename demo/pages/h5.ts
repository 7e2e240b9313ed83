import { html } from './html.js';
import type { Lang, Words } from './lang.js';
import { posterTag } from './shop.js';

const title: Words = { 'zh-CN': '山野集直播间', en: 'Hillside Goods, live' };

export interface RoomLook {
  lang: Lang;
  theme?: string | undefined;
  scheme?: string | undefined;
  large?: boolean;
  /** Default: the show that is on. */
  room?: string | undefined;
  /** An app that is played around the page; see assets/app.js. */
  app?: string | undefined;
}

/** The page that goes into groups: nothing but the room. */
export function h5Page({ lang, theme, scheme, large, room = 'spring', app }: RoomLook): string {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title[lang]}</title>
        <link rel="icon" href="/demo/media/shop-logo.svg" />
        <link rel="stylesheet" href="/demo/assets/h5.css" />
        ${app !== undefined && html`<script src="/demo/assets/app.js"></script>`}
        <script src="/qunlive.js" async></script>
      </head>
      <body>
        <qun-live-room
          room="/v1/rooms/${room}"
          cart="/shop/cart"
          double-tap
          ${theme && html`theme="${theme}"`}
          ${scheme && html`scheme="${scheme}"`}
          ${large && html`large-text`}
          ${app !== undefined && html`wechat-config="external" mini-program-page="/pages/share/index"`}
          >${posterTag}</qun-live-room
        >
      </body>
    </html>`.toString();
}
