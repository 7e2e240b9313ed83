import { documentOf } from './document.js';
import { html } from './html.js';
import type { Lang, Words } from './lang.js';
import { themes } from './stage.js';
import { addressOf, steps, type Step } from './tour-steps.js';

const words = {
  title: { 'zh-CN': '一条链接怎么传开', en: 'How a link travels' },
  lead: {
    'zh-CN': '从分享到成交，八步走一遍。数据是演示的，页面和服务器都是真的。',
    en: 'Eight stops from a share to a sale. The figures are made up, the pages and the server are real.',
  },
  steps: { 'zh-CN': '步骤', en: 'Stops' },
  theme: { 'zh-CN': '主题', en: 'Theme' },
  open: { 'zh-CN': '单独打开', en: 'Open alone' },
  next: { 'zh-CN': '下一步', en: 'Next' },
  back: { 'zh-CN': '回到演示首页', en: 'Back to the demo' },
  chat: { 'zh-CN': '群里会看到', en: 'What the group will see' },
  menu: { 'zh-CN': '右上角菜单会转发', en: 'What the menu passes on' },
  opened: { 'zh-CN': '应用已打开，发出去的是', en: 'The app has opened, and passes on' },
  token: {
    'zh-CN': '这一页要用 npm start 打印的地址打开，里面带着演示用的令牌。',
    en: 'Open the tour by the address that npm start prints: it brings the token this page needs.',
  },
  app: { 'zh-CN': '演示的应用', en: 'The app that is played' },
  room: { 'zh-CN': '山野集直播间', en: 'Hillside Goods, live' },
  poster: { 'zh-CN': '分享海报', en: 'Share poster' },
} satisfies Record<string, Words>;

const stop = (step: Step, lang: Lang) =>
  html`<section
    id="${step.id}"
    data-src="${addressOf(step, lang)}"
    data-frame="${step.frame}"
    data-token="${step.token}"
    ${step.themed && html`data-themed`}
    hidden
  >
    <h2>${step.title[lang]}</h2>
    <p>${step.text[lang]}</p>
    ${
      step.apps &&
      html`<fieldset>
          <legend>${words.app[lang]}</legend>
          ${step.apps.map(
            ({ value, name }, index) =>
              html`<label
                ><input type="radio" name="app" value="${value}" ${index === 0 && html`checked`} /><span
                  >${name[lang]}</span
                ></label
              >`,
          )}
        </fieldset>
        ${step.apps.map(
          ({ value, text }, index) =>
            html`<p data-app="${value}" ${index > 0 && html`hidden`}>${text[lang]}</p>`,
        )}`
    }
    ${step.token && html`<p class="no-token" hidden>${words.token[lang]}</p>`}
  </section>`;

/** What a sales person clicks through: a few words on the left, the real thing on the right. */
export function tourPage(lang: Lang): string {
  const other: Lang = lang === 'en' ? 'zh-CN' : 'en';
  return documentOf(
    lang,
    words.title[lang],
    'tour',
    html`<script src="/demo/assets/tour.js" defer></script>`,
    html`<body>
      <header>
        <a id="back" href="/?lang=${lang}">${words.back[lang]}</a>
        <h1>${words.title[lang]}</h1>
        <p>${words.lead[lang]}</p>
        <div class="looks">
          <label
            >${words.theme[lang]}
            <select id="theme">
              ${themes.map(([value, name]) => html`<option value="${value}">${name[lang]}</option>`)}
            </select></label
          >
          <a id="lang" href="?lang=${other}" hreflang="${other}">${other === 'en' ? 'English' : '中文'}</a>
        </div>
        <nav aria-label="${words.steps[lang]}">
          <ol>
            ${steps.map(({ id, name }) => html`<li><a href="#step=${id}" data-step="${id}">${name[lang]}</a></li>`)}
          </ol>
        </nav>
      </header>
      <main>
        <div class="words">
          ${steps.map(step => stop(step, lang))}
          <aside id="card" aria-live="polite" hidden>
            <h3 data-card="${words.menu[lang]}" data-opened="${words.opened[lang]}">${words.chat[lang]}</h3>
            <a class="bubble" target="_blank" rel="noopener">
              <span class="title"></span><span class="text"></span><img alt="" width="56" height="56" />
            </a>
            <code class="url"></code>
          </aside>
          <p class="on">
            <button type="button" id="next">${words.next[lang]}</button>
            <a id="alone" target="_blank">${words.open[lang]}</a>
          </p>
        </div>
        <figure>
          <div class="bar" aria-hidden="true"><span>✕</span><b>${words.room[lang]}</b><span>•••</span></div>
          <iframe
            id="frame"
            title="${words.title[lang]}"
            allow="autoplay; fullscreen; clipboard-write; web-share"
          ></iframe>
        </figure>
      </main>
    </body>`,
  );
}

/** Nothing but the poster of the show that is on, opened. */
export function posterPage(lang: Lang, theme?: string): string {
  return documentOf(
    lang,
    words.poster[lang],
    'h5',
    html`<script src="/qunlive.js" defer></script>`,
    html`<body class="poster">
      <qun-room room="/v1/rooms/spring" ${theme && html`theme="${theme}"`}>
        <qun-share-poster open url="/h5/"></qun-share-poster>
      </qun-room>
    </body>`,
  );
}
