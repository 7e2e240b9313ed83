import type { Order } from '../store/order-store.js';
import type { RoomStore } from '../store/room-store.js';

const ANY = 'bought';
const nameOf = (productId: string) => `bought:${productId}`;

/** Counts what was ordered, once for an order and product, whichever process hears of it. */
export async function countBought(
  store: Pick<RoomStore, 'count'>,
  room: string,
  { orderId, status, items = [] }: Order,
): Promise<void> {
  if (status !== 'placed' && status !== 'paid') return;
  for (const productId of new Set(items.map(item => item.productId))) {
    await store.count(room, nameOf(productId), orderId);
    // Last: whoever sees that there is more finds what it is.
    await store.count(room, ANY, `${productId} ${orderId}`);
  }
}

/** A room as its purchases are told to it. */
export interface PurchaseRoom {
  readonly id: string;
  readonly state: { readonly products: readonly { id: string }[] };
  readonly talk: { bought(productId: string, count: number): void };
}

/** Tells one room of what is bought in it, as figures alone: no order, no name and no amount comes this far. */
export class Purchases {
  readonly #room: PurchaseRoom;
  readonly #store: Pick<RoomStore, 'counted'>;
  /** As far as has been told; before the first look nothing is news. */
  #told: { all: number; by: ReadonlyMap<string, number> } | undefined;

  constructor(room: PurchaseRoom, store: Pick<RoomStore, 'counted'>) {
    this.#room = room;
    this.#store = store;
  }

  /** Looks once; where nothing was bought that is one small question. */
  async look(): Promise<void> {
    const { id } = this.#room;
    const [all = 0] = await this.#store.counted(id, [ANY]);
    if (this.#told?.all === all) return;
    const products = this.#room.state.products.map(product => product.id);
    const counts = await this.#store.counted(id, products.map(nameOf));
    const by = new Map(products.map((product, i) => [product, counts[i] ?? 0]));
    const before = this.#told;
    this.#told = { all, by };
    if (!before) return;
    for (const [product, count] of by) {
      const more = count - (before.by.get(product) ?? count);
      if (more > 0) this.#room.talk.bought(product, more);
    }
  }
}
