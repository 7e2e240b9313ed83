import { css, html, type TemplateResult } from 'lit';
import { moneyParts } from '../core/format-money.js';
import type { Money } from '../protocol/index.js';

/** How a price stands: figures of one width, the integer large, currency and minor units small beside it. */
export const moneyStyle = css`
  .money {
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.2;
    white-space: nowrap;
  }
  .money small {
    font-size: 0.65em;
    font-weight: 600;
  }
`;

/** A price in its pieces, sized by the text around it. */
export function moneyText(money: Money, locale: string): TemplateResult {
  const { currency, integer, fraction, currencyFirst } = moneyParts(money, locale);
  const sign = html`<small>${currencyFirst ? currency : `\u00a0${currency}`}</small>`;
  return html`<bdi class="money"
    >${currencyFirst ? sign : ''}${integer}<small>${fraction}</small>${currencyFirst ? '' : sign}</bdi
  >`;
}

/** Stands in a message for a piece that is markup. */
export const HOLE = '\u0000';

/** A message with `piece` in the place of its HOLE: `around(t('product.from', { price: HOLE }), price)`. */
export function around(message: string, piece: unknown): unknown[] {
  const [before, after] = message.split(HOLE);
  return [before, piece, after];
}
