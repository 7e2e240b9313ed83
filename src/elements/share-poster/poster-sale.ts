import type { Speech } from '../../base/speech.js';
import { salePhase } from '../../core/sale-phase.js';
import type { PosterProduct } from '../../poster/poster-content.js';
import type { Price, Sale } from '../../protocol/index.js';
import { hourOf } from './poster-hours.js';

/** The flash sale of the whole product that is on, or else the next one announced: who reads the poster can still come for it. */
export function saleOnPoster(sales: readonly Sale[], productId: string, now: number): Sale | undefined {
  // Of one combination alone the poster would promise too much.
  const ours = sales.filter(sale => sale.productId === productId && !sale.variantId);
  const upcoming = ours
    .filter(sale => salePhase(sale, now) === 'upcoming')
    .sort((a, b) => a.opensAt! - b.opensAt!);
  return ours.find(sale => salePhase(sale, now) === 'open') ?? upcoming[0];
}

/** The sale's price, and the usual one struck out beside it where it is higher. */
export function salePrice(usual: Price, { price: amount }: Sale): Price {
  const was = usual.kind === 'range' ? usual.from : usual.amount;
  return was.currency === amount.currency && was.minor > amount.minor
    ? { kind: 'struck', amount, was }
    : { kind: 'fixed', amount };
}

/** That it is one, and from when or until when. */
export function saleWords(
  sale: Sale,
  now: number,
  { t, language }: Speech,
): NonNullable<PosterProduct['sale']> {
  const { opensAt, closesAt } = sale;
  // A page that fills in its room by hand may leave either out.
  const until =
    typeof closesAt !== 'number' ? undefined : t('poster.until', { time: hourOf(closesAt, now, language) });
  const when =
    typeof opensAt === 'number' && opensAt > now
      ? t('poster.from', { time: hourOf(opensAt, now, language) })
      : until;
  return { name: t('poster.sale'), ...(when && { when }) };
}
