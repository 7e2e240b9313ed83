import type { Line } from '../shop/cart-book.js';
import { totalOf } from '../shop/cart-book.js';
import { html } from './html.js';
import type { Lang, Words } from './lang.js';
import { shopFrame } from './shop.js';

const words = {
  title: { 'zh-CN': '结算', en: 'Checkout' },
  empty: { 'zh-CN': '购物车还是空的，去直播间看看吧。', en: 'Your cart is empty. Have a look at the show.' },
  flash: { 'zh-CN': '秒杀价，已为你保留', en: 'Flash price, kept for you' },
  total: { 'zh-CN': '合计', en: 'Total' },
  pay: { 'zh-CN': '付款（演示，不收钱）', en: 'Pay (a demo: no money is taken)' },
  back: { 'zh-CN': '回到直播间', en: 'Back to the show' },
  done: { 'zh-CN': '下单成功', en: 'Thank you' },
  order: { 'zh-CN': '订单号', en: 'Order' },
  thanks: {
    'zh-CN': '48 小时内发货。直播间已经知道这一单，秒杀的件数也算上了。',
    en: 'Sent within 48 hours. The room has heard of it, and the flash sale has counted it.',
  },
  late: {
    'zh-CN': '秒杀价的保留时间已过，这几件被别人拍走了，款会原路退回。',
    en: 'The flash price was kept too long ago and the pieces are gone. You get the money back.',
  },
} satisfies Record<string, Words>;

const said = (text: Line['title'] | undefined, lang: Lang): string =>
  typeof text === 'object' ? (text[lang] ?? Object.values(text)[0] ?? '') : (text ?? '');
const yuan = (minor: number) => `¥${(minor / 100).toFixed(2).replace(/\.00$/, '')}`;

/** What is in the cart, and one button. */
export function tillPage(lang: Lang, lines: readonly Line[]): string {
  const total = totalOf(lines);
  return shopFrame(
    lang,
    words.title[lang],
    html``,
    html`<main class="till">
      <h1>${words.title[lang]}</h1>
      ${
        total
          ? html`<ul>
                ${lines.map(
                  line =>
                    html`<li>
                      <img
                        src="${line.picture ?? '/demo/media/shop-logo.svg'}"
                        width="72"
                        height="72"
                        alt=""
                      />
                      <div>
                        <p>${said(line.title, lang)}</p>
                        <p class="small">${said(line.chosen, lang)}</p>
                        ${line.reservation && html`<p class="flash">${words.flash[lang]}</p>`}
                      </div>
                      <p class="sum">${yuan(line.price.minor)} × ${String(line.quantity)}</p>
                    </li>`,
                )}
              </ul>
              <p class="total"><span>${words.total[lang]}</span> ${yuan(total.minor)}</p>
              <form method="post" action="/shop/till/?lang=${lang}">
                <button class="buy">${words.pay[lang]}</button>
              </form>`
          : html`<p>${words.empty[lang]}</p>`
      }
      <p><a href="/h5/?lang=${lang}">${words.back[lang]}</a></p>
    </main>`,
  );
}

/** The order is in. */
export function donePage(lang: Lang, { orderId, late }: { orderId: string; late: boolean }): string {
  return shopFrame(
    lang,
    words.done[lang],
    html``,
    html`<main class="till">
      <h1>${words.done[lang]}</h1>
      <p>${words.order[lang]} <b>${orderId}</b></p>
      <p>${(late ? words.late : words.thanks)[lang]}</p>
      <p><a href="/h5/?lang=${lang}">${words.back[lang]}</a></p>
    </main>`,
  );
}
