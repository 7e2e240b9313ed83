import type { Speech } from '../../base/speech.js';
import { formatDuration, formatNumber } from '../../core/format.js';
import type { SaleStanding } from '../../core/sale-standing.js';
import { isCode, type CouponCondition, type LocalText } from '../../protocol/index.js';

/** What has to be done first, or, when `left` is true, what is still missing. */
export function needsWords({ t }: Speech, condition: CouponCondition, left = false): string {
  switch (condition.kind) {
    case 'sign-in':
      return t('sale.needsSignIn');
    case 'comment':
      return t('sale.needsComment');
    case 'follow':
      return t('sale.needsFollow');
    case 'reserve':
      return t('sale.needsReserve');
    case 'watch':
      return t(left ? 'sale.watchMore' : 'sale.needsWatch', {
        time: formatDuration(condition.seconds * 1000),
      });
  }
}

/** What the standing means for this viewer, in a line; empty: the price and the clock say all. */
export function standingWords(speech: Speech, standing: SaleStanding): string {
  const { t, language } = speech;
  switch (standing.kind) {
    case 'queued':
      return t('sale.queuedNote');
    case 'open':
      return standing.lapsed ? t('sale.lapsed') : '';
    case 'taken':
      return t(standing.lapsed ? 'sale.lapsed' : 'sale.takenNote');
    case 'waiting':
      return standing.ahead === 0
        ? t('sale.next')
        : t('sale.ahead', { count: formatNumber(standing.ahead, language) });
    case 'held':
      return t('sale.heldNote');
    case 'ordered':
      return t('sale.orderedNote', { count: standing.reservation.quantity });
    case 'limit':
      return standing.had < standing.limit
        ? t('sale.limitLeft', { count: standing.limit - standing.had })
        : t('sale.limitReached', { count: standing.limit });
    case 'ineligible':
      return needsWords(speech, standing.needs, true);
    case 'sign-in':
      return t('sale.needsSignIn');
    case 'failed':
      return t(`error.${isCode(standing.code) ? standing.code : 'internal'}`);
    default:
      return '';
  }
}

/** What came of a tap, or of standing in line, to be said once to those who listen. */
export function outcomeWords(
  speech: Speech,
  standing: SaleStanding,
  title: LocalText | undefined,
  now: number,
): string {
  const { t } = speech;
  if (standing.kind === 'held')
    return t('sale.won', { title: speech.words(title), time: formatDuration(standing.until - now) });
  if (standing.kind === 'sold-out') return t('sale.soldOut');
  if (standing.kind === 'ended') return t('sale.ended');
  return standingWords(speech, standing);
}
