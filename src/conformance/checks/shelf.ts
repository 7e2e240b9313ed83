import { must, NotTried, show, type Check } from '../check.js';
import type { RoomUnderTest } from '../room-under-test.js';

/** The host puts a product on the shelf, moves it, changes it and takes it off again. */
const shelfOf = (room: RoomUnderTest) =>
  room.once('shelf', async () => {
    const { products } = (await room.snapshot()).state;
    if (products.length < 2) throw new NotTried('needs two products on the shelf');
    const id = `conformance-${products.length}`;
    const product = {
      ...{ id, title: 'Conformance', pictures: [], stock: 3 },
      price: { kind: 'fixed', amount: { minor: 100, currency: 'CNY' } } as const,
      options: [{ id: 'size', title: 'Size', values: [{ id: 's', title: 'S' }] }],
      variants: [{ id: 'small', choice: { size: 's' } }],
    };
    const shelf = async () => (await room.snapshot()).state.products;
    await room.order({ type: 'shelf.put', product });
    const put = await shelf();
    await room.order({ type: 'shelf.move', productId: id, index: 0 });
    await room.order({ type: 'stock.set', productId: id, variantId: 'small', stock: 2 });
    const changed = await shelf();
    const price = { kind: 'fixed', amount: { minor: 90, currency: 'CNY' } } as const;
    await room.order({ type: 'price.set', productId: id, price });
    const priced = await shelf();
    await room.order({ type: 'shelf.remove', productId: id });
    return { id, before: products, put, changed, priced, after: await shelf() };
  });

/** The shelf as the host changes it while people look. */
export const shelfChecks: readonly Check[] = [
  {
    id: 'shelf.number',
    asserts:
      'A product put on the shelf without a number gets one that no other has, and keeps it when it is moved',
    why: 'Viewers buy by the number the host calls out.',
    mend: 'Give the number after the highest, and let shelf.move change the order alone.',
    host: true,
    async run(room) {
      const { id, before, put, changed } = await shelfOf(room);
      const last = put.at(-1);
      must(last?.id === id, `the last on the shelf is ${show(last?.id)}`);
      must(!before.some(({ number }) => number === last.number), `number ${last.number} was another's`);
      must(changed[0]?.id === id, `moved to the front, the first is ${show(changed[0]?.id)}`);
      must(changed[0].number === last.number, `its number became ${changed[0].number}`);
    },
  },
  {
    id: 'shelf.change',
    asserts:
      'Price and stock change for the product or the combination that is named, and a product taken off is gone',
    why: 'A wrong price is a promise.',
    mend: 'Fold product.price, product.stock and shelf.remove as src/core/fold.ts does.',
    host: true,
    async run(room) {
      const { id, before, changed, priced, after } = await shelfOf(room);
      const [one] = changed;
      must(one?.variants?.[0]?.stock === 2 && one.stock === 3, `stock ${show([one?.stock, one?.variants])}`);
      const price = priced.find(product => product.id === id)?.price;
      must(price?.kind === 'fixed' && price.amount.minor === 90, `price ${show(price)}`);
      const ids = (products: readonly { id: string }[]) => show(products.map(product => product.id));
      must(ids(after) === ids(before), `left on the shelf: ${ids(after)}`);
    },
  },
];
