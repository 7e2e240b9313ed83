import { chosenStock, firstChoice, keptChoice, mostPieces, type Choice } from '../../core/options.js';
import type { Product } from '../../protocol/index.js';

/** What a viewer has chosen of one product, and how many. */
export interface Wish {
  readonly choice: Choice;
  readonly quantity: number;
}

/** What has been chosen, by product: who comes back to one finds it as it was left, as far as it still exists. */
export class Wishes {
  readonly #kept = new Map<string, Wish>();

  of(product: Product): Wish {
    const kept = this.#kept.get(product.id);
    const choice = kept ? keptChoice(product, kept.choice) : firstChoice(product);
    return { choice, quantity: Math.min(kept?.quantity ?? 1, mostOf(product, choice)) };
  }

  set(product: Product, wish: Partial<Wish>): void {
    this.#kept.set(product.id, { ...this.of(product), ...wish });
  }
}

/** Pieces that may be wanted of what is chosen. */
export const mostOf = (product: Product, choice: Choice): number =>
  mostPieces(product, chosenStock(product, choice));
