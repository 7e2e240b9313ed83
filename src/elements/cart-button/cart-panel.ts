import { html, nothing, type TemplateResult } from 'lit';
import { moneyText } from '../../base/money-text.js';
import type { Speech } from '../../base/speech.js';
import type { CartLine } from '../../core/cart.js';
import type { Money } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { bin, cart, flash } from './cart-drawings.js';
import type { CartWishes } from './cart-wishes.js';

/** A line takes at most this many where the shop says nothing. */
const MOST = 999;

/** A picture that does not come leaves its place, and no sign of a fault. */
const blank = (event: Event): void => (event.target as HTMLElement).removeAttribute('src');

interface Panel extends Speech {
  readonly lines: readonly CartLine[];
  readonly total: Money | undefined;
  readonly wishes: CartWishes;
  /** Makes a picture's address absolute; undefined where it must not be used. */
  address(url: string | undefined): string | undefined;
}

/** What is in the cart, and the way to the till. */
export function renderPanel(panel: Panel): TemplateResult {
  const { lines, t } = panel;
  if (lines.length === 0) {
    return html`<div part="empty" class="empty" tabindex="-1">
      ${icon(cart, 32)}<slot name="empty">${t('cart.empty')}</slot>
    </div>`;
  }
  return html`<ul part="lines" class="lines">
      ${lines.map(line => renderLine(panel, line))}
    </ul>
    ${renderFoot(panel)}`;
}

function renderLine(panel: Panel, line: CartLine): TemplateResult {
  const { t, words, wishes, language } = panel;
  const title = words(line.title);
  const chosen = words(line.chosen);
  const quantity = wishes.wanted(line);
  const most = line.most ?? MOST;
  const picture = panel.address(line.picture);
  const set = (count: number) => void wishes.change(line, count);
  const step = (count: number, label: string, off: boolean, sign: unknown) =>
    html`<button
      type="button"
      class="icon-button"
      aria-label=${label}
      ?disabled=${off}
      @click=${() => set(count)}
    >
      ${sign}
    </button>`;
  const minus = html`<i class="minus"></i>`;
  return html`<li part="line" class="line ${quantity === 0 ? 'going' : ''}" aria-busy=${wishes.asking(line)}>
    ${picture ? html`<img part="picture" src=${picture} alt="" loading="lazy" decoding="async" @error=${blank} />` : html`<i class="picture"></i>`}
    <div class="what">
      <p part="title" class="title"><bdi>${title}</bdi></p>
      ${chosen ? html`<p part="chosen" class="chosen"><bdi>${chosen}</bdi></p>` : nothing}
      ${
        line.reservation
          ? html`<p part="reserved" class="reserved">${icon(flash, 16)}${t('cart.reserved')}</p>`
          : nothing
      }
      <div class="row">
        <span part="price" class="price">${moneyText(line.price, language)}</span>
        <div
          part="quantity"
          class="stepper"
          role="group"
          aria-label=${t('cart.line', { title, count: quantity })}
        >
          ${
            quantity > 1
              ? step(quantity - 1, t('cart.less', { title }), false, minus)
              : step(0, t('cart.removeLine', { title }), quantity === 0, icon(bin, 20))
          }
          <span class="count" aria-hidden="true">${quantity}</span>
          ${step(quantity + 1, t('cart.more', { title }), quantity >= most, html`${minus}<i class="minus plus"></i>`)}
        </div>
      </div>
      ${wishes.about === line.id ? renderNote(panel) : nothing}
    </div>
  </li>`;
}

function renderNote({ wishes, t }: Panel): TemplateResult | typeof nothing {
  if (!wishes.words) return nothing;
  return html`<p part="note" class="note" role="alert">
    ${wishes.words}
    ${
      wishes.wantsSignIn
        ? html`<button type="button" class="sign-in" @click=${wishes.signIn}>${t('sale.signIn')}</button>`
        : nothing
    }
  </p>`;
}

function renderFoot(panel: Panel): TemplateResult {
  const { total, wishes, t, language } = panel;
  return html`<div part="foot" class="foot">
    ${wishes.about === undefined ? renderNote(panel) : nothing}
    <div class="pay">
      <div class="sum">
        <p part="total" class="total">
          <span>${t('cart.total')}</span>
          ${total ? html`<b class="price">${moneyText(total, language)}</b>` : nothing}
        </p>
        <p class="small">${t('cart.totalNote')}</p>
      </div>
      <button
        type="button"
        part="checkout"
        class="button"
        aria-busy=${wishes.leaving}
        @click=${() => void wishes.checkout()}
      >
        ${t(wishes.leaving ? 'cart.leading' : 'cart.checkout')}
      </button>
    </div>
  </div>`;
}
