import { salePhase } from '../../core/sale-phase.js';
import { QunError, type ParsedCommand, type RoomState, type Sale } from '../../protocol/index.js';
import type { ReserveRefusal } from '../store/sale-store.js';
import { missing, type ClaimContext } from './decide-claim.js';
import { productOf, variantOf } from './decide-shelf.js';

export type ReserveCommand = Extract<ParsedCommand, { type: 'sale.reserve' | 'sale.wait' }>;

/** What the room's state says of a wish for pieces; what is left of them only the store can say. */
export interface SaleDecision {
  sale: Sale;
  variantId: string | undefined;
  gate: ReserveRefusal | null;
}

/** Throws `sale-unknown`. */
export function saleOf(state: RoomState, saleId: string): Sale {
  const sale = state.sales.find(one => one.id === saleId);
  if (sale) return sale;
  throw new QunError('sale-unknown', { detail: `no flash sale ${saleId} in this room`, path: 'saleId' });
}

/** Throws `sale-unknown`, `product-unknown`, `variant-unknown`. */
export function decideSale(state: RoomState, command: ReserveCommand, context: ClaimContext): SaleDecision {
  const sale = saleOf(state, command.saleId);
  return { sale, variantId: chosen(state, sale, command.variantId), gate: gate(sale, context) };
}

/** The combination that is meant: the sale's own, or the one asked for where the product has several. */
function chosen(state: RoomState, sale: Sale, asked: string | undefined): string | undefined {
  const product = productOf(state, sale.productId);
  const wanted = asked ?? sale.variantId;
  const several = (product.variants?.length ?? 0) > 0;
  if (wanted === undefined) {
    if (!several) return undefined;
    throw new QunError('variant-unknown', {
      detail: `product ${product.id} has several combinations: name one`,
      path: 'variantId',
    });
  }
  if (sale.variantId !== undefined && wanted !== sale.variantId) {
    throw new QunError('variant-unknown', {
      detail: `this sale is of the combination ${sale.variantId}`,
      path: 'variantId',
    });
  }
  return variantOf(product, wanted).id;
}

function gate(sale: Sale, context: ClaimContext): ReserveRefusal | null {
  for (const condition of sale.conditions ?? []) {
    const refusal = missing(condition, context);
    if (refusal) return refusal;
  }
  // Sold out is the store's to say: the state may be one event behind.
  switch (salePhase({ ...sale, soldOut: false }, context.now)) {
    case 'hidden':
      return { result: 'not-open', opensAt: null };
    case 'upcoming':
      return { result: 'not-open', opensAt: sale.opensAt };
    case 'ended':
      return { result: 'expired' };
    default:
      return null;
  }
}
