import { html } from 'lit';
import { around, HOLE, moneyText } from '../../base/money-text.js';
import type { Speech } from '../../base/speech.js';
import { formatMoney } from '../../core/format-money.js';
import { formatDuration } from '../../core/format.js';
import type { CouponStanding } from '../../core/coupon-standing.js';
import { isCode, type Coupon, type CouponCondition } from '../../protocol/index.js';

/** 15 % off is 8.5 tenths of the price (八五折). */
const percentWords = ({ t }: Speech, percent: number | string, tenths: number | string) =>
  t('coupon.percentOff', { percent, tenths });

/** What a coupon is worth, as words: `¥20 off`. */
export function valueWords(speech: Speech, { value }: Coupon): string {
  if (value.kind === 'percent') return percentWords(speech, value.percentOff, (100 - value.percentOff) / 10);
  return speech.t('coupon.amountOff', { value: formatMoney(value.amount, speech.language) });
}

/** The same with the figure apart, so that it can be large. */
export function valueFigure(speech: Speech, { value }: Coupon): unknown {
  if (value.kind === 'amount')
    return around(speech.t('coupon.amountOff', { value: HOLE }), moneyText(value.amount, speech.language));
  const tenths = percentWords(speech, '', HOLE).includes(HOLE);
  const figure = html`<b class="money">${tenths ? (100 - value.percentOff) / 10 : value.percentOff}</b>`;
  return around(percentWords(speech, HOLE, HOLE), figure);
}

/** A class for figures too long to be large. */
export function valueSize(speech: Speech, coupon: Coupon): 'huge' | 'long' | '' {
  // Chinese characters are twice as wide as figures.
  const { length } = valueWords(speech, coupon).replace(/[\u3000-\u9fff]/g, 'xx');
  return length > 12 ? 'huge' : length > 9 ? 'long' : '';
}

export function minSpendWords({ t, language }: Speech, { minSpend }: Coupon): string {
  return minSpend ? t('coupon.minSpend', { amount: formatMoney(minSpend, language) }) : t('coupon.noMinimum');
}

/** What has to be done first, or, when `left` is true, what is still missing. */
export function conditionWords({ t }: Speech, condition: CouponCondition, left = false): string {
  switch (condition.kind) {
    case 'sign-in':
      return t('coupon.needsSignIn');
    case 'comment':
      return t('coupon.needsComment');
    case 'follow':
      return t('coupon.needsFollow');
    case 'reserve':
      return t('coupon.needsReserve');
    case 'watch':
      return t(left ? 'coupon.watchMore' : 'coupon.needsWatch', {
        time: formatDuration(condition.seconds * 1000),
      });
  }
}

/** What came of a claim, to be said once to those who listen. */
export function outcomeWords(speech: Speech, coupon: Coupon, standing: CouponStanding): string {
  switch (standing.kind) {
    case 'claimed':
      return speech.t('coupon.won', { value: valueWords(speech, coupon), code: standing.claim.code });
    case 'sold-out':
      return speech.t('coupon.soldOut');
    case 'expired':
      return speech.t('coupon.expired');
    case 'sign-in':
      return speech.t('coupon.needsSignIn');
    case 'ineligible':
      return conditionWords(speech, standing.needs, true);
    case 'failed':
      return speech.t(`error.${isCode(standing.code) ? standing.code : 'internal'}`);
    default:
      return '';
  }
}
