import { saleStanding, type SaleStanding } from '../../core/sale-standing.js';
import type { Product, RoomState, Sale, SaleFigures } from '../../protocol/index.js';
import type { SaleOffer } from './sale-card.js';
import type { SaleDesk } from './sale-desk.js';

/** Where what is offered is looked up. */
export interface SaleSource {
  sales: readonly Sale[];
  products: readonly Product[];
  figures: Readonly<Record<string, SaleFigures>>;
  /** Server time, ms. */
  now: number;
}

/** Which sales are looked at. */
export interface SaleChoice {
  sale?: string | undefined;
  product?: string | undefined;
  variant?: string | undefined;
}

/** Combinations have to be told apart by whoever buys one of any. */
export const mustChoose = (sale: Sale, product: Product | undefined, variant: string | undefined): boolean =>
  variant === undefined && sale.variantId === undefined && (product?.variants?.length ?? 0) > 0;

/** The sales that may be shown, as they stand for this viewer. */
export function saleOffers(
  { sales, products, figures, now }: SaleSource,
  { sale: id, product: productId, variant }: SaleChoice,
  desk: SaleDesk,
): Omit<SaleOffer, 'quantity' | 'refusal'>[] {
  return sales
    .filter(
      one =>
        (!id || one.id === id) &&
        (!productId || one.productId === productId) &&
        (!variant || !one.variantId || one.variantId === variant),
    )
    .map(sale => {
      const product = products.find(one => one.id === sale.productId);
      const hold = desk.stateOf(sale.id);
      const standing = saleStanding(sale, {
        now,
        hold,
        figures: figures[sale.id],
        toldAt: desk.toldAt(hold, now),
      });
      return {
        sale,
        product,
        now,
        figures: figures[sale.id],
        standing: desk.queued(sale.id) ? ({ kind: 'queued' } as const) : standing,
        choosing: mustChoose(sale, product, variant),
      };
    })
    .filter(({ standing }) => standing.kind !== 'hidden');
}

/** What is worth a small place, the most urgent first; what is over is not. */
const URGENT: readonly SaleStanding['kind'][] = [
  ...(['held', 'queued', 'asking', 'waiting', 'open', 'failed', 'ineligible', 'sign-in'] as const),
  ...(['limit', 'taken', 'upcoming', 'ordered'] as const),
];

/** The offer for the one small place there is; undefined: none. */
export function mostUrgent(offers: readonly SaleOffer[]): SaleOffer | undefined {
  const rank = ({ standing }: SaleOffer) => URGENT.indexOf(standing.kind);
  return [...offers].filter(offer => rank(offer) >= 0).sort((a, b) => rank(a) - rank(b))[0];
}

/** What a room, or a page without one, says of its sales. */
export const sourceOf = (
  state: RoomState | undefined,
  own: { sales?: readonly Sale[] | undefined; products?: readonly Product[] | undefined },
): Pick<SaleSource, 'sales' | 'products'> => ({
  sales: own.sales ?? state?.sales ?? [],
  products: own.products ?? state?.products ?? [],
});
