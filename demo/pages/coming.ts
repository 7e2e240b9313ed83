import { COMING_ROOM } from '../play/coming-show.js';
import { html } from './html.js';
import type { Lang, Words } from './lang.js';
import { posterTag, roomTag, shopFrame } from './shop.js';

const words = {
  title: { 'zh-CN': '谷雨茶首发预告', en: 'Grain Rain tea, coming up' },
  soon: { 'zh-CN': '直播预告', en: 'Coming up' },
  headline: { 'zh-CN': '谷雨茶，第一次开汤', en: 'Grain Rain tea, first pour' },
  text: {
    'zh-CN': '阿青在店里边泡边聊：和明前茶差在哪，怎么泡才不苦，买哪一档最划算。',
    en: 'Qing brews it in the shop and tells how it differs, how to keep it from turning bitter, and which tin to take.',
  },
  around: { 'zh-CN': '开播之前，先认识一下', en: 'Until then, come and say hello' },
} satisfies Record<string, Words>;

const room = `/v1/rooms/${COMING_ROOM}`;

/** The shop's page about a show that is still to come: reserve it, tell friends, and meet the shop until then. */
export const comingPage = (lang: Lang): string =>
  shopFrame(
    lang,
    words.title[lang],
    roomTag,
    html`<main>
      <section class="hero">
        <div class="hero-words">
          <p class="on-air"><span></span>${words.soon[lang]}</p>
          <h1>${words.headline[lang]}</h1>
          <p>${words.text[lang]}</p>
          <p class="pass-on">
            <qun-share-to-group room="${room}"></qun-share-to-group>
            <qun-share-poster room="${room}"></qun-share-poster>
          </p>
        </div>
        <div class="hero-room">
          <qun-live-room room="${room}">${posterTag}</qun-live-room>
        </div>
      </section>
      <section id="around">
        <h2>${words.around[lang]}</h2>
        <div class="cards">
          <qun-contact-card room="${room}"></qun-contact-card>
          <div>
            <qun-store-card room="${room}"></qun-store-card>
            <qun-promo-slot room="${room}"></qun-promo-slot>
          </div>
        </div>
      </section>
    </main>`,
  );
