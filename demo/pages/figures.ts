import { PAST_ROOM } from '../play/past-show.js';
import { documentOf } from './document.js';
import { html, type Markup } from './html.js';
import type { Lang, Words } from './lang.js';

const words = {
  report: { 'zh-CN': '山野集 · 单场报告', en: 'Hillside Goods · what came of the show' },
  guide: { 'zh-CN': '山野集 · 导购台', en: "Hillside Goods · a guide's own page" },
  made: {
    'zh-CN': '这是一场已结束的直播。转发、观众和订单都是演示数据，由程序按真实接口逐条写入。',
    en: 'A show that is over. Who passed it on, came and bought is made up for this demo, and went in by the same requests as real ones.',
  },
} satisfies Record<string, Words>;

/** A page of the shop's staff. Its token comes in the fragment, which no server ever sees. */
function staffPage(lang: Lang, title: string, body: Markup): string {
  return documentOf(
    lang,
    title,
    'desk',
    html`<script src="/qunlive-host.js" async></script>
      <script src="/demo/assets/desk.js" defer></script>`,
    html`<body>
      <p class="made-up">${words.made[lang]}</p>
      ${body}
    </body>`,
  );
}

/** What came of a show, for its staff. */
export const reportPage = (lang: Lang): string =>
  staffPage(
    lang,
    words.report[lang],
    html`<qun-room-report data-token room="/v1/rooms/${PAST_ROOM}"></qun-room-report>`,
  );

/** A guide's own page. */
export const guidePage = (lang: Lang): string =>
  staffPage(
    lang,
    words.guide[lang],
    html`<qun-guide-desk data-token room="/v1/rooms/${PAST_ROOM}" url="/h5/"></qun-guide-desk>`,
  );
