import { html, nothing, type TemplateResult } from 'lit';
import { around, HOLE, moneyText } from '../../base/money-text.js';
import type { Speech } from '../../base/speech.js';
import { savedBy, stockLevel } from '../../core/product-offer.js';
import type { Money, Price } from '../../protocol/index.js';

/** What it costs and what is left of it, of what has been chosen so far. */
export function renderDeal({ t, language }: Speech, price: Price, stock: number | null): TemplateResult {
  const saved = savedBy(price);
  const level = stockLevel({ stock });
  return html`<div class="deal">
    <p part="price" class="price">${renderPrice({ t, language }, price)}</p>
    ${
      saved
        ? html`<span part="saved" class="tag"
            >${around(t('product.saved', { amount: HOLE }), moneyText(saved, language))}</span
          >`
        : nothing
    }
    ${
      level === 'enough'
        ? nothing
        : html`<span part="stock" class="tag ${level}"
            >${level === 'gone' ? t('sheet.soldOut') : t('product.left', { count: stock! })}</span
          >`
    }
  </div>`;
}

function renderPrice({ t, language }: Pick<Speech, 't' | 'language'>, price: Price): unknown {
  const money = (amount: Money) => moneyText(amount, language);
  if (price.kind === 'range') return html`${money(price.from)}<span class="to"> – </span>${money(price.to)}`;
  if (price.kind === 'fixed') return money(price.amount);
  return html`${money(price.amount)}
    <s part="was"><span class="visually-hidden">${t('product.was')} </span>${money(price.was)}</s>`;
}
