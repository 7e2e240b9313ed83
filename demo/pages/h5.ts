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
}

/** The page that goes into groups: nothing but the room. */
export function h5Page({ lang, theme, scheme, large, room = 'spring' }: RoomLook): string {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title[lang]}</title>
        <link rel="icon" href="/demo/media/shop-logo.svg" />
        <link rel="stylesheet" href="/demo/assets/h5.css" />
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
          >${posterTag}</qun-live-room
        >
      </body>
    </html>`.toString();
}
