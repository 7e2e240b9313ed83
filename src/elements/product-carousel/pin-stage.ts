import type { Product } from '../../protocol/index.js';

/** A pin: the product and the moment it was pinned, so that pinning it again is another one. */
export interface PinKey {
  id: string;
  at: number;
}

/**
 * What stands on the stage of pinned products: the pins the viewer has not put away, and those still on their way out.
 * A product put away comes back when it is pinned anew.
 */
export class PinStage {
  #putAway = new Set<string>();
  #shown: readonly Product[] = [];
  #leaving: readonly Product[] = [];

  get shown(): readonly Product[] {
    return this.#shown;
  }

  /** Products that are being taken off; said to be gone by `left()`. */
  get leaving(): readonly Product[] {
    return this.#leaving;
  }

  set(pins: readonly PinKey[], find: (id: string) => Product | undefined): void {
    const keys = new Set(pins.map(nameOf));
    this.#putAway = new Set([...this.#putAway].filter(key => keys.has(key)));
    const next = pins.flatMap(pin => (this.#putAway.has(nameOf(pin)) ? [] : (find(pin.id) ?? [])));
    const ids = new Set(next.map(product => product.id));
    const gone = [...this.#leaving, ...this.#shown].filter(product => !ids.has(product.id));
    this.#leaving = [...new Map(gone.map(product => [product.id, product])).values()];
    this.#shown = next;
  }

  putAway(id: string, pins: readonly PinKey[]): void {
    for (const pin of pins) if (pin.id === id) this.#putAway.add(nameOf(pin));
  }

  left(id: string): void {
    this.#leaving = this.#leaving.filter(product => product.id !== id);
  }

  /** Nobody sees them go. */
  clear(): void {
    this.#leaving = [];
  }
}

const nameOf = ({ id, at }: PinKey) => `${at} ${id}`;
