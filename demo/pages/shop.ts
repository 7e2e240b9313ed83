import { catalog, type Item } from './catalog.js';
import { html, type Markup } from './html.js';
import type { Lang, Words } from './lang.js';

const words = {
  shop: { 'zh-CN': '山野集', en: 'Hillside Goods' },
  tagline: { 'zh-CN': '一座山村的茶、器、布', en: 'Tea, clay and cloth from one village' },
  tea: { 'zh-CN': '茶', en: 'Tea' },
  ware: { 'zh-CN': '茶器', en: 'Teaware' },
  home: { 'zh-CN': '家居', en: 'Home' },
  story: { 'zh-CN': '我们的村子', en: 'Our village' },
  cart: { 'zh-CN': '购物车', en: 'Cart' },
  live: { 'zh-CN': '正在直播', en: 'On air now' },
  liveTitle: { 'zh-CN': '春茶上新，阿青在店里泡给你看', en: 'Spring tea is in. Qing is brewing it for you' },
  liveText: {
    'zh-CN': '从采茶到出汤，今天一样样讲清楚。想问什么，直接在直播间说。',
    en: 'From the bush to the cup, one thing at a time. Ask anything in the room.',
  },
  past: { 'zh-CN': '看上一场的回放', en: 'Watch the last show again' },
  all: { 'zh-CN': '全部好物', en: 'Everything we make' },
  add: { 'zh-CN': '加入购物车', en: 'Add to cart' },
  back: { 'zh-CN': '回到店铺', en: 'Back to the shop' },
  foot: {
    'zh-CN': '山野集是一家为演示而画的小店，商品与价格均为示例。',
    en: 'Hillside Goods is a small shop drawn for this demo. Its goods and prices are examples.',
  },
  detail: {
    'zh-CN':
      '山里的老师傅做的，一批几十件。每一件都有细小的不同，这正是手作的样子。48 小时内发货，破损包赔。',
    en: 'Made by hand in the hills, a few dozen at a time. No two are quite alike, and that is the point. Sent within 48 hours; anything broken is replaced.',
  },
} satisfies Record<string, Words>;

/** What stands at the place of the live room; the benches put other players there. */
export interface ShopOptions {
  lang: Lang;
  /** In the head. Default: the kit's script tag. */
  head?: Markup;
  /** Under the headline. Default: the room. Null: nothing, not even its place. */
  stage?: Markup | null;
}

const yuan = (minor: number) => `¥${(minor / 100).toFixed(2).replace(/\.00$/, '')}`;

/** A page of the shop. */
export function shopFrame(lang: Lang, title: string, head: Markup, body: Markup): string {
  const other: Lang = lang === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title}</title>
        <link rel="icon" href="/demo/media/shop-logo.svg" />
        <link rel="stylesheet" href="/demo/assets/shop.css" />
        ${head}
      </head>
      <body>
        <header class="top">
          <a class="logo" href="/shop/?lang=${lang}">
            <img src="/demo/media/shop-logo.svg" width="36" height="36" alt="" />
            <span>${words.shop[lang]}</span>
          </a>
          <nav>
            <a href="#all">${words.tea[lang]}</a><a href="#all">${words.ware[lang]}</a
            ><a href="#all">${words.home[lang]}</a>
          </nav>
          <a class="lang" href="?lang=${other}" hreflang="${other}">${other === 'en' ? 'English' : '中文'}</a>
        </header>
        ${body}
        <footer>${words.foot[lang]}</footer>
      </body>
    </html>`.toString();
}

const card = (item: Item, lang: Lang, index: number) =>
  html`<li class="item">
    <a href="/shop/products/${item.id}?lang=${lang}">
      <img
        src="/demo/media/products/${item.picture}.webp"
        width="400"
        height="400"
        alt=""
        ${index > 5 && html`loading="lazy"`}
      />
      <h3>${item.name[lang]}</h3>
      <p class="price">${yuan(item.price)}</p>
    </a>
  </li>`;

/** There with the page, before any script. */
export const posterTag = html`<img
  slot="poster"
  src="/demo/media/poster.webp"
  alt=""
  decoding="sync"
  fetchpriority="high"
/>`;

export const roomTag = html`<script src="/qunlive.js" async></script>`;

/** The merchant's home page: the room as a card among sixty products. */
export function shopPage({ lang, head = roomTag, stage }: ShopOptions): string {
  const room =
    stage === undefined
      ? html`<qun-live-room room="/v1/rooms/spring" cart="/shop/cart">${posterTag}</qun-live-room>`
      : stage;
  return shopFrame(
    lang,
    `${words.shop[lang]} · ${words.tagline[lang]}`,
    head,
    html`<main>
      <section class="hero">
        <div class="hero-words">
          <p class="on-air"><span></span>${words.live[lang]}</p>
          <h1>${words.liveTitle[lang]}</h1>
          <p>${words.liveText[lang]}</p>
          <p><a class="past" href="/replay/?lang=${lang}">${words.past[lang]}</a></p>
        </div>
        ${room && html`<div class="hero-room">${room}</div>`}
      </section>
      <section id="all">
        <h2>${words.all[lang]}</h2>
        <ul class="grid">
          ${catalog.map((item, index) => card(item, lang, index))}
        </ul>
      </section>
    </main>`,
  );
}

/** Leads into the show from a page that is about something else. */
const entryTag = html`<qun-entry room="/v1/rooms/spring" href="/h5/"></qun-entry>`;

export function productPage(id: string, lang: Lang): string | undefined {
  const item = catalog.find(one => one.id === id);
  if (!item) return undefined;
  return shopFrame(
    lang,
    `${item.name[lang]} · ${words.shop[lang]}`,
    roomTag,
    html`<main class="detail">
      <img src="/demo/media/products/${item.picture}.webp" width="800" height="800" alt="" />
      <div>
        <h1>${item.name[lang]}</h1>
        <p class="price">${yuan(item.price)}</p>
        <p>${words.detail[lang]}</p>
        <button type="button" class="buy">${words.add[lang]}</button>
        <p><a href="/shop/?lang=${lang}">${words.back[lang]}</a></p>
      </div>
      ${entryTag}
    </main>`,
  );
}
