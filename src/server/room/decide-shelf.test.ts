import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { makeShow, roomOf } from '../../../test/fixtures/show.js';
import { fold } from '../../core/fold.js';
import {
  limits,
  parseCommand,
  QunError,
  type Command,
  type Price,
  type RoomState,
} from '../../protocol/index.js';
import { decideHost, type Draft, type ParsedHostCommand } from './decide-host.js';

const ask = (state: RoomState, command: Command): Draft[] =>
  decideHost(state, parseCommand(command) as ParsedHostCommand, { now: 1_000_000 });

const after = (state: RoomState, drafts: readonly Draft[]): RoomState =>
  drafts.reduce(
    (before, draft) => fold(before, { v: 1, room: 'spring', epoch: 'e', seq: 1, at: 1, ...draft } as never),
    state,
  );

const does = (state: RoomState, ...commands: Command[]) =>
  commands.reduce((before, command) => after(before, ask(before, command)), state);

const refused = (code: string, path?: string) => (error: unknown) =>
  error instanceof QunError && error.code === code && (path === undefined || error.path === path);

const order = (state: RoomState) => state.products.map(product => product.id).join('');
const numbers = (state: RoomState) => state.products.map(product => product.number);

const price = (minor: number): Price => ({ kind: 'fixed', amount: { minor, currency: 'CNY' } });
const plain = (id: string) => ({ id, title: 'Tea', pictures: [], price: price(100), stock: 3 });
const shirt = {
  ...plain('shirt'),
  options: [
    {
      id: 'size',
      title: 'Size',
      values: [
        { id: 's', title: 'S' },
        { id: 'm', title: 'M' },
      ],
    },
    { id: 'color', title: 'Colour', values: [{ id: 'red', title: 'Red' }] },
  ],
  variants: [
    { id: 'sr', choice: { size: 's', color: 'red' }, stock: 4 },
    { id: 'mr', choice: { size: 'm', color: 'red' } },
  ],
};

test('a product is put on the shelf, at the end and with the next number where nothing else is said', () => {
  const six = does(roomOf(), { type: 'shelf.put', product: plain('f') });
  assert.equal(order(six), 'abcdef');
  assert.deepEqual(numbers(six), [1, 2, 3, 4, 5, 6]);
  const seven = does(six, { type: 'shelf.put', product: { ...plain('g'), number: 88 }, index: 1 });
  assert.equal(order(seven), 'agbcdef');
  assert.equal(seven.products[1]?.number, 88);
  // What viewers have learnt to call it by is nobody else's for now.
  const gone = does(
    seven,
    { type: 'shelf.remove', productId: 'f' },
    { type: 'shelf.put', product: plain('h') },
  );
  assert.equal(gone.products.at(-1)?.number, 89);
  assert.equal(order(does(six, { type: 'shelf.put', product: plain('z'), index: 900 })), 'abcdefz');
});

test('put again it is another product in the same place, with the number it had', () => {
  const state = does(roomOf(), { type: 'shelf.put', product: { ...plain('b'), title: 'Green tea' } });
  assert.equal(order(state), 'abcde');
  assert.deepEqual([state.products[1]?.title, state.products[1]?.number], ['Green tea', 2]);
  assert.deepEqual(ask(state, { type: 'shelf.put', product: { ...plain('b'), title: 'Green tea' } }), []);
  const same = { ...plain('b'), title: 'Green tea' };
  assert.deepEqual(ask(state, { type: 'shelf.put', product: same, index: 1 }), []);
  assert.equal(order(does(state, { type: 'shelf.put', product: same, index: 4 })), 'acdeb');
});

test('two products never have one number, and a shelf has an end', () => {
  const taken: Command = { type: 'shelf.put', product: { ...plain('f'), number: 3 } };
  assert.throws(() => ask(roomOf(), taken), refused('malformed', 'product.number'));
  const products = Array.from({ length: limits.products }, (_, i) => ({ ...plain(`p${i}`), number: i + 1 }));
  const full = { ...roomOf(), products };
  assert.throws(
    () => ask(full, { type: 'shelf.put', product: plain('more') }),
    refused('malformed', 'product'),
  );
  assert.equal(ask(full, { type: 'shelf.put', product: { ...plain('p7'), stock: 1 } }).length, 1);
});

test('every combination of a product names one value of each option, and none comes twice', () => {
  assert.equal(does(roomOf(), { type: 'shelf.put', product: shirt }).products.at(-1)?.variants?.length, 2);
  const [first, second] = shirt.variants;
  const [size, color] = shirt.options;
  for (const [path, change] of [
    ['variants[1].id', { variants: [first!, { ...second!, id: 'sr' }] }],
    ['variants[1].choice', { variants: [first!, { ...first!, id: 'again' }] }],
    ['variants[0].choice', { variants: [{ id: 'x', choice: { size: 's' } }] }],
    ['variants[0].choice.size', { variants: [{ id: 'x', choice: { size: 'xl', color: 'red' } }] }],
    ['variants[0].choice.cut', { variants: [{ id: 'x', choice: { size: 's', color: 'red', cut: 'slim' } }] }],
    ['options[1].id', { options: [size!, { ...color!, id: 'size' }], variants: [] }],
    [
      'options[0].values[2].id',
      { options: [{ ...size!, values: [...size!.values, size!.values[0]!] }], variants: [] },
    ],
  ] as const) {
    const command = { type: 'shelf.put', product: { ...shirt, ...change } } as unknown as Command;
    assert.throws(() => ask(roomOf(), command), refused('malformed', `product.${path}`), path);
  }
});

test('a product is taken off with its pin, and once is enough', () => {
  const state = does(roomOf(), { type: 'pin.add', productId: 'b' }, { type: 'shelf.remove', productId: 'b' });
  assert.equal(order(state), 'acde');
  assert.deepEqual(state.pins, []);
  assert.deepEqual(ask(state, { type: 'shelf.remove', productId: 'b' }), []);
});

test('a product is moved to a place and keeps its number', () => {
  const state = does(roomOf(), { type: 'shelf.move', productId: 'd', index: 0 });
  assert.equal(order(state), 'dabce');
  assert.equal(state.products[0]?.number, 4);
  assert.deepEqual(ask(state, { type: 'shelf.move', productId: 'd', index: 0 }), []);
  assert.equal(order(does(state, { type: 'shelf.move', productId: 'd', index: 999 })), 'abced');
  assert.deepEqual(ask(state, { type: 'shelf.move', productId: 'e', index: 999 }), []);
  assert.throws(
    () => ask(state, { type: 'shelf.move', productId: 'x', index: 0 }),
    refused('product-unknown', 'productId'),
  );
});

test('prices and stock are those of a product, or of one combination of it', () => {
  const state = does(
    roomOf(),
    { type: 'shelf.put', product: shirt },
    { type: 'price.set', productId: 'shirt', price: price(90) },
    { type: 'price.set', productId: 'shirt', variantId: 'mr', price: price(80) },
    { type: 'stock.set', productId: 'shirt', variantId: 'sr', stock: null },
    { type: 'stock.set', productId: 'shirt', stock: 12 },
  );
  const one = state.products.at(-1)!;
  assert.deepEqual([one.price, one.stock], [price(90), 12]);
  assert.deepEqual(
    one.variants?.map(variant => [variant.id, variant.price, variant.stock]),
    [
      ['sr', undefined, null],
      ['mr', price(80), undefined],
    ],
  );
  assert.deepEqual(
    ask(state, { type: 'price.set', productId: 'shirt', variantId: 'mr', price: price(80) }),
    [],
  );
  assert.deepEqual(ask(state, { type: 'stock.set', productId: 'shirt', variantId: 'sr', stock: null }), []);
  for (const command of [
    { type: 'price.set', productId: 'a', variantId: 'mr', price: price(1) },
    { type: 'stock.set', productId: 'shirt', variantId: 'xl', stock: 1 },
  ] as Command[]) {
    assert.throws(() => ask(state, command), refused('variant-unknown', 'variantId'));
  }
});

test('whatever is done to the shelf in whatever order, an event is made exactly when something changes', () => {
  const productId = fc.constantFrom('a', 'b', 'c', 'shirt', 'nothing');
  const variantId = fc.constantFrom(undefined, 'sr', 'mr', 'nothing');
  const index = fc.nat(8);
  const some = fc.oneof(
    fc.record({ type: fc.constant('shelf.remove'), productId }),
    fc.record({ type: fc.constant('shelf.move'), productId, index }),
    fc.record({ type: fc.constant('stock.set'), productId, variantId, stock: fc.option(fc.nat(2)) }),
    fc.record({ type: fc.constant('price.set'), productId, variantId, price: fc.nat(2).map(price) }),
    fc.record({
      type: fc.constant('shelf.put'),
      product: fc.constantFrom(
        plain('a'),
        plain('c'),
        shirt,
        { ...shirt, number: 2 },
        { ...plain('b'), number: 9 },
      ),
      index: fc.option(index, { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), commands => {
      let state = roomOf(makeShow());
      for (const command of commands as unknown as Command[]) {
        let drafts: Draft[];
        try {
          drafts = ask(state, command);
        } catch (error) {
          assert.ok(error instanceof QunError && error.code !== 'internal');
          continue;
        }
        const next = after(state, drafts);
        assert.equal(drafts.length > 0, JSON.stringify(next) !== JSON.stringify(state));
        assert.deepEqual(ask(next, command), []);
        state = next;
        const all = numbers(state);
        assert.equal(new Set(all).size, all.length);
      }
    }),
  );
});
