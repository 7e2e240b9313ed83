import { html } from './html.js';
import type { Lang, Words } from './lang.js';

const words = {
  title: { 'zh-CN': '群播 Qunlive 演示', en: 'Qunlive demo' },
  lead: {
    'zh-CN': '左边是顾客手机里的直播间，右边是中控台。两边都是真的：同一个服务器，同一场正在播的直播。',
    en: "On the left the room on a customer's phone, on the right the host's desk. Both are real: one server, one stream that is live right now.",
  },
  lang: { 'zh-CN': '语言', en: 'Language' },
  theme: { 'zh-CN': '主题', en: 'Theme' },
  scheme: { 'zh-CN': '明暗', en: 'Light' },
  auto: { 'zh-CN': '跟随系统', en: 'System' },
  light: { 'zh-CN': '浅色', en: 'Light' },
  dark: { 'zh-CN': '深色', en: 'Dark' },
  crowd: { 'zh-CN': '模拟观众', en: 'Simulated audience' },
  crowdHint: { 'zh-CN': '会说话，每条都标明“模拟”', en: 'They talk; every line is marked as simulated' },
  host: { 'zh-CN': '自动主播', en: 'Automatic host' },
  hostHint: {
    'zh-CN': '跟着画面讲解商品；你一动中控台就交给你',
    en: 'Pins what the picture shows; steps back as soon as you use the desk',
  },
  phone: { 'zh-CN': '顾客手机', en: "A customer's phone" },
  desk: { 'zh-CN': '中控台', en: "The host's desk" },
  open: { 'zh-CN': '单独打开', en: 'Open alone' },
  replay: { 'zh-CN': '看看回放：讲解变成章节', en: 'Watch a replay, with a chapter per product' },
  shop: { 'zh-CN': '看看嵌进商城首页的样子', en: "See it inside a shop's home page" },
  coming: { 'zh-CN': '看看开播前的预约页', en: 'See a show that is announced' },
  tour: { 'zh-CN': '一条链接怎么传开：八步走一遍', en: 'How a link travels, in eight stops' },
  more: { 'zh-CN': '还可以看', en: 'More to see' },
} satisfies Record<string, Words>;

export const themes: [string, Words][] = [
  ['default', { 'zh-CN': '默认', en: 'Default' }],
  ['minimal', { 'zh-CN': '极简', en: 'Minimal' }],
  ['night', { 'zh-CN': '夜色', en: 'Night' }],
  ['festival', { 'zh-CN': '节庆', en: 'Festival' }],
  ['fresh', { 'zh-CN': '生鲜', en: 'Fresh' }],
  ['luxe', { 'zh-CN': '轻奢', en: 'Luxe' }],
];

/** The page a sales person opens: phone and desk side by side, and switches for everything a merchant asks about. */
export function stagePage(lang: Lang): string {
  const option = (value: string, label: string) => html`<option value="${value}">${label}</option>`;
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${words.title[lang]}</title>
        <link rel="icon" href="/demo/media/shop-logo.svg" />
        <link rel="stylesheet" href="/demo/assets/stage.css" />
        <script src="/demo/assets/stage.js" defer></script>
      </head>
      <body>
        <header>
          <h1>${words.title[lang]}</h1>
          <p>${words.lead[lang]}</p>
          <form id="switches">
            <label
              >${words.lang[lang]}
              <select name="lang">
                ${option('zh-CN', '简体中文')}${option('en', 'English')}
              </select></label
            >
            <label
              >${words.theme[lang]}
              <select name="theme">
                ${themes.map(([value, name]) => option(value, name[lang]))}
              </select></label
            >
            <label
              >${words.scheme[lang]}
              <select name="scheme">
                ${option('auto', words.auto[lang])}${option('light', words.light[lang])}${option('dark', words.dark[lang])}
              </select></label
            >
            <label class="switch" title="${words.crowdHint[lang]}"
              ><input type="checkbox" name="audience" /> ${words.crowd[lang]}</label
            >
            <label class="switch" title="${words.hostHint[lang]}"
              ><input type="checkbox" name="host" /> ${words.host[lang]}</label
            >
          </form>
          <nav aria-label="${words.more[lang]}">
            <a id="tour-link" href="/tour/?lang=${lang}">${words.tour[lang]}</a>
            <a href="/coming/?lang=${lang}" target="_blank">${words.coming[lang]}</a>
            <a href="/shop/?lang=${lang}" target="_blank">${words.shop[lang]}</a>
            <a href="/replay/?lang=${lang}" target="_blank">${words.replay[lang]}</a>
          </nav>
        </header>
        <main>
          <figure class="phone">
            <figcaption>
              ${words.phone[lang]} <a id="phone-link" href="/h5/" target="_blank">${words.open[lang]}</a>
            </figcaption>
            <iframe
              id="phone"
              title="${words.phone[lang]}"
              allow="autoplay; fullscreen; clipboard-write; web-share"
            ></iframe>
          </figure>
          <figure class="desk">
            <figcaption>
              ${words.desk[lang]} <a id="desk-link" href="/desk/" target="_blank">${words.open[lang]}</a>
            </figcaption>
            <iframe id="desk" title="${words.desk[lang]}"></iframe>
          </figure>
        </main>
      </body>
    </html>`.toString();
}
