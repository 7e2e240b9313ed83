import { cues } from '../play/cues.js';
import { PAST_ROOM } from '../play/past-show.js';
import { catalog } from './catalog.js';
import { html } from './html.js';
import type { Lang, Words } from './lang.js';
import { posterTag, roomTag, shopFrame } from './shop.js';

const words = {
  title: { 'zh-CN': '春茶上新专场回放', en: 'Spring tea, the replay' },
  again: { 'zh-CN': '回放', en: 'Replay' },
  headline: { 'zh-CN': '昨晚没赶上？从任意一件看起', en: 'Missed the show? Start with anything' },
  text: {
    'zh-CN': '讲到哪件，购物卡就跟到哪件；点一下，直接看它的讲解。',
    en: 'The card follows what Qing is showing. Pick a thing, and watch her show it.',
  },
  board: { 'zh-CN': '谁把这一晚带给了朋友', en: 'Who brought friends along' },
  made: { 'zh-CN': '名单为演示数据', en: 'Made up for this demo' },
  jump: { 'zh-CN': '直接看', en: 'Jump to' },
} satisfies Record<string, Words>;

/** The shop's page about a show that is over: each thing links to where it is shown. */
export function replayPage(lang: Lang, room = `/v1/rooms/${PAST_ROOM}`): string {
  const items = cues.flatMap(({ productId }) => catalog.find(item => item.id === productId) ?? []);
  return shopFrame(
    lang,
    words.title[lang],
    roomTag,
    html`<main>
      <section class="hero">
        <div class="hero-words">
          <p class="on-air again"><span></span>${words.again[lang]}</p>
          <h1>${words.headline[lang]}</h1>
          <p>${words.text[lang]}</p>
        </div>
        <nav class="moments" aria-label="${words.jump[lang]}">
          ${items.map(
            ({ id, picture, name }) =>
              html`<a href="#qun-product=${id}">
                <img src="/demo/media/products/${picture}.webp" width="96" height="96" alt="" />
                <span>${shortName(name[lang])}</span>
              </a>`,
          )}
        </nav>
        <div class="hero-room">
          <qun-live-room room="${room}">${posterTag}</qun-live-room>
        </div>
      </section>
      ${
        room.includes(PAST_ROOM) &&
        html`<section id="board" class="board">
          <h2>${words.board[lang]}</h2>
          <p>${words.made[lang]}</p>
          <qun-share-board room="${room}"></qun-share-board>
        </section>`
      }
    </main>`,
  );
}

/** What the thing is, without its kind. */
const shortName = (name: string): string => name.split(/,| (?=[\d一-鿿])/)[0]!;
