import { html, type TemplateResult } from 'lit';
import type { Voice } from '../../base/speech.js';
import { formatMoney } from '../../core/format-money.js';
import type { Coupon } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';

/** Only what is really kept for those who reserve, and still to be had, is named to them. */
export const forReserving = ({ conditions = [], soldOut, state }: Coupon): boolean =>
  conditions.some(({ kind }) => kind === 'reserve') && !soldOut && state !== 'stopped';

/** What there is for those who reserve, and how many: no more than the coupon's own terms say. */
export function renderOffer({ t, words, language }: Voice, coupon: Coupon): TemplateResult {
  const { value, total, title, mode } = coupon;
  const worth =
    value.kind === 'percent'
      ? t('coupon.percentOff', { percent: value.percentOff, tenths: (100 - value.percentOff) / 10 })
      : t('coupon.amountOff', { value: formatMoney(value.amount, language()) });
  return html`<div part="offer" class="offer">
    ${icon('ticket', 24)}
    <div>
      <p><span class="tag">${t('remind.offer')}</span> <b>${worth}</b> <bdi>${words(title)}</bdi></p>
      <p class="small">${t(mode === 'draw' ? 'remind.offerDraw' : 'remind.offerNote', { total })}</p>
    </div>
  </div>`;
}
