import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import { cartCount, type CartContents, type CartLine, type CartShop } from '../core/cart.js';
import type { Money } from '../protocol/index.js';

/** The shop's cart as the room knows it. Two ways: the page tells what is in it, and the room asks for changes. */
export interface Cart {
  readonly $lines: ReadableAtom<readonly CartLine[]>;
  /** Pieces in all lines together: the badge. */
  readonly $count: ReadableAtom<number>;
  /** What the shop asks for all of it; undefined: the sum of the lines. */
  readonly $total: ReadableAtom<Money | undefined>;
  /** Who takes what is asked for, where no page does. A page may set one of its own. */
  readonly $shop: WritableAtom<CartShop | undefined>;
  /** Tells what is in the cart now: at the start, and whenever it has changed elsewhere on the page. */
  set(lines: readonly CartLine[], total?: CartContents['total']): void;
}

/** The cart of one room: empty until somebody tells. */
export function createCart(): Cart {
  const $lines = atom<readonly CartLine[]>([]);
  const $count = atom(0);
  const $total = atom<Money | undefined>();
  return {
    $lines,
    $count,
    $total,
    $shop: atom<CartShop | undefined>(),
    set(lines, total) {
      $count.set(cartCount(lines));
      $total.set(total);
      $lines.set(lines);
    },
  };
}
