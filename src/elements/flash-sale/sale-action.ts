import type { Speech } from '../../base/speech.js';
import type { SaleStanding } from '../../core/sale-standing.js';

/** What a tap on the button of a sale does. */
export type SaleDeed = 'reserve' | 'wait' | 'pay' | 'choose' | 'sign-in' | 'condition';

/** The one loud button of a sale; without a deed it only says how things stand. */
export interface SaleAction {
  words: string;
  deed?: SaleDeed;
}

/** `choosing`: a combination has to be chosen first. Undefined: there is nothing to press yet. */
export function saleAction(
  { t }: Pick<Speech, 't'>,
  standing: SaleStanding,
  choosing: boolean,
): SaleAction | undefined {
  const want: SaleDeed = choosing ? 'choose' : 'reserve';
  const grab = t(choosing ? 'sale.choose' : 'sale.grab');
  switch (standing.kind) {
    case 'hidden':
    case 'upcoming':
      return undefined;
    case 'open':
    case 'limit':
      // Of what one may not have more of there is nothing to press.
      if (standing.kind === 'limit' && standing.had >= standing.limit) return { words: t('sale.grab') };
      return { words: grab, deed: want };
    case 'asking':
      return { words: t('sale.asking') };
    case 'queued':
      return { words: t('sale.queued') };
    case 'taken':
      return choosing ? { words: grab, deed: want } : { words: t('sale.wait'), deed: 'wait' };
    case 'waiting':
      return { words: t('sale.waiting') };
    case 'held':
      return { words: t('sale.pay'), deed: 'pay' };
    case 'ordered':
      return standing.more > 0 ? { words: t('sale.again'), deed: want } : undefined;
    case 'sold-out':
      return { words: t('sale.soldOut') };
    case 'ended':
      return { words: t('sale.ended') };
    case 'sign-in':
      return { words: t('sale.signIn'), deed: 'sign-in' };
    case 'failed':
      return { words: t('room.retry'), deed: 'reserve' };
    case 'ineligible': {
      const { kind } = standing.needs;
      if (kind === 'sign-in') return { words: t('sale.signIn'), deed: 'sign-in' };
      return kind === 'watch' ? { words: grab } : { words: t(`coupon.${kind}`), deed: 'condition' };
    }
  }
}
