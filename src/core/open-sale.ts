import type { Sale } from '../protocol/index.js';
import { salePhase, saleTurnsAt } from './sale-phase.js';

/** The flash sale of a product that is on at server time `now`, with something left or a line to stand in. */
export function openSale(sales: readonly Sale[], productId: string, now: number): Sale | undefined {
  return sales.find(sale => sale.productId === productId && salePhase(sale, now) === 'open');
}

/** In how many ms one of `sales` opens or ends by the clock; undefined: none will. */
export function saleTurnsIn(sales: readonly Sale[], now: number): number | undefined {
  const turns = sales.flatMap(sale => saleTurnsAt(sale, now) ?? []);
  return turns.length > 0 ? Math.max(0, Math.min(...turns) - now) : undefined;
}
