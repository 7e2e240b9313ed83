import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Price, Product, ProductVariant } from '../protocol/index.js';
import {
  choose,
  chosenPrice,
  chosenStock,
  chosenVariant,
  firstChoice,
  keptChoice,
  missingOptions,
  mostPieces,
  offeredValues,
  valueStanding,
  type Choice,
} from './options.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const fixed = (minor: number): Price => ({ kind: 'fixed', amount: cny(minor) });

const shirt: Product = {
  id: 'shirt',
  number: 1,
  title: 'Shirt',
  pictures: [],
  price: fixed(9900),
  stock: 12,
  options: [
    { id: 'colour', title: 'Colour', values: ['oat', 'ink', 'rust'].map(id => ({ id, title: id })) },
    { id: 'size', title: 'Size', values: ['s', 'm', 'l', 'xl'].map(id => ({ id, title: id })) },
  ],
  variants: [
    { id: 'oat-s', choice: { colour: 'oat', size: 's' }, stock: 3 },
    { id: 'oat-m', choice: { colour: 'oat', size: 'm' }, stock: 0 },
    { id: 'oat-l', choice: { colour: 'oat', size: 'l' }, stock: null, price: fixed(10900) },
    { id: 'ink-s', choice: { colour: 'ink', size: 's' }, price: fixed(8900), stock: 0 },
    { id: 'rust-l', choice: { colour: 'rust', size: 'l' } },
  ],
};

describe('choosing a shirt', () => {
  test('says which values can be had, are sold out, or do not exist beside what is chosen', () => {
    const standing = (choice: Choice, option: string, value: string) =>
      valueStanding(shirt, choice, option, value);
    assert.equal(standing({}, 'colour', 'ink'), 'sold-out');
    assert.equal(standing({}, 'size', 'm'), 'sold-out');
    assert.equal(standing({ colour: 'oat' }, 'size', 's'), 'open');
    assert.equal(standing({ colour: 'ink' }, 'size', 'l'), 'impossible');
    assert.equal(standing({ colour: 'ink', size: 's' }, 'size', 'l'), 'impossible');
    assert.equal(standing({ colour: 'rust' }, 'size', 'l'), 'open');
  });

  test('leaves out a value that no combination has', () => {
    assert.deepEqual(
      offeredValues(shirt, shirt.options![1]!).map(({ id }) => id),
      ['s', 'm', 'l'],
    );
  });

  test('lets go of what contradicts, and answers what is no question any more', () => {
    assert.deepEqual(choose(shirt, { colour: 'oat', size: 'm' }, 'colour', 'ink'), {
      colour: 'ink',
      size: 's',
    });
    assert.deepEqual(choose(shirt, {}, 'colour', 'rust'), { colour: 'rust', size: 'l' });
    assert.deepEqual(choose(shirt, { colour: 'oat', size: 's' }, 'size', 's'), { colour: 'oat' });
  });

  test('has one price, or a range while it is open', () => {
    assert.deepEqual(chosenPrice(shirt, {}), { kind: 'range', from: cny(8900), to: cny(10900) });
    assert.deepEqual(chosenPrice(shirt, { colour: 'oat', size: 's' }), fixed(9900));
    assert.deepEqual(chosenPrice(shirt, { colour: 'rust' }), fixed(9900));
    assert.deepEqual(chosenPrice({ ...shirt, variants: [] }, {}), fixed(9900));
  });

  test('counts what is left of the combination, and of all while it is open', () => {
    assert.equal(chosenStock(shirt, { colour: 'oat', size: 's' }), 3);
    assert.equal(chosenStock(shirt, { colour: 'oat' }), null);
    assert.equal(chosenStock(shirt, { colour: 'rust' }), 12);
    assert.equal(chosenStock(shirt, { size: 's' }), 3);
  });

  test('keeps what it can when the product changes', () => {
    const { variants = [] } = shirt;
    const less = { ...shirt, variants: variants.filter(({ id }) => id !== 'oat-s') };
    assert.deepEqual(keptChoice(less, { colour: 'oat', size: 's' }), { colour: 'oat' });
    assert.deepEqual(keptChoice({ ...shirt, options: [], variants: [] }, { colour: 'oat' }), {});
  });

  test('takes the combination, once it is whole', () => {
    assert.equal(chosenVariant(shirt, { colour: 'oat' }), undefined);
    assert.equal(chosenVariant(shirt, { colour: 'oat', size: 's' })?.id, 'oat-s');
    const { variants: _none, ...free } = shirt;
    assert.deepEqual(chosenVariant(free, { colour: 'rust', size: 'xl' }), {
      id: 'rust-xl',
      choice: { colour: 'rust', size: 'xl' },
    });
    assert.equal(chosenVariant({}, {}), undefined);
    assert.equal(chosenVariant({ variants: [{ id: 'only', choice: {} }] }, {})?.id, 'only');
  });

  test('holds at least one piece and at most what every limit allows', () => {
    assert.equal(mostPieces({}, null), 999);
    assert.equal(mostPieces({ most: 3 }, 5), 3);
    assert.equal(mostPieces({ most: 3 }, 2, 1), 1);
    assert.equal(mostPieces({}, 0), 1);
  });
});

/** Any product with up to four options of up to four values, and some of their combinations. */
const products = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([sizes, numbers]): Product => {
    const next = (below: number) => numbers.next().value % below;
    const options = sizes.map((size, index) => ({
      id: `o${index}`,
      title: `o${index}`,
      values: Array.from({ length: size }, (_, value) => ({ id: `v${value}`, title: `v${value}` })),
    }));
    const all = options.reduce<Record<string, string>[]>(
      (made, { id, values }) => made.flatMap(one => values.map(value => ({ ...one, [id]: value.id }))),
      [{}],
    );
    const variants = all
      .filter(() => next(3) > 0)
      .map((choice, index): ProductVariant => {
        const stock = [0, 0, 5, null, undefined][next(5)];
        return {
          id: `x${index}`,
          choice,
          price: fixed(100 * (1 + next(3))),
          ...(stock !== undefined && { stock }),
        };
      });
    return { id: 'p', number: 1, title: 'p', pictures: [], price: fixed(100), stock: 4, options, variants };
  })
  .filter(({ variants }) => variants!.length > 0);
const taps = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 });

/** The choice after every tap on some value that is offered. */
function tapped(product: Product, where: readonly (readonly [number, number])[]): Choice[] {
  const choices = [firstChoice(product)];
  for (const [a, b] of where) {
    const option = product.options![a % product.options!.length]!;
    const values = offeredValues(product, option);
    choices.push(choose(product, choices[choices.length - 1]!, option.id, values[b % values.length]!.id));
  }
  return choices;
}

const fits = (product: Product, choice: Choice) =>
  product.variants!.filter(one => Object.keys(choice).every(id => one.choice[id] === choice[id]));

describe('whatever is tapped', () => {
  test('some combination can still come of the choice', () => {
    fc.assert(
      fc.property(products, taps, (product, where) => {
        for (const choice of tapped(product, where)) assert.notEqual(fits(product, choice).length, 0);
      }),
    );
  });

  test('a value that is tapped is chosen, and tapped again is not, unless it is the only one', () => {
    fc.assert(
      fc.property(products, taps, fc.nat(), fc.nat(), (product, where, a, b) => {
        const before = tapped(product, where).pop()!;
        const option = product.options![a % product.options!.length]!;
        const values = offeredValues(product, option);
        const value = values[b % values.length]!.id;
        const after = choose(product, before, option.id, value);
        if (before[option.id] !== value) assert.equal(after[option.id], value);
        else assert.equal(after[option.id], values.length === 1 ? value : undefined);
      }),
    );
  });

  test('a value stands as the combinations with it do', () => {
    fc.assert(
      fc.property(products, taps, (product, where) => {
        const choice = tapped(product, where).pop()!;
        for (const option of product.options!)
          for (const { id } of option.values) {
            const { [option.id]: _own, ...others } = choice;
            const with_ = fits(product, { ...others, [option.id]: id });
            const any = with_.some(({ stock = product.stock }) => stock !== 0);
            const expected = with_.length === 0 ? 'impossible' : any ? 'open' : 'sold-out';
            assert.equal(valueStanding(product, choice, option.id, id), expected);
          }
      }),
    );
  });

  test('the price shown holds for what is chosen in the end', () => {
    fc.assert(
      fc.property(products, taps, (product, where) => {
        const choice = tapped(product, where).pop()!;
        const shown = chosenPrice(product, choice);
        const amounts = fits(product, choice).map(
          ({ price }) => (price as { amount: { minor: number } }).amount.minor,
        );
        const [from, to] = [Math.min(...amounts), Math.max(...amounts)];
        if (shown.kind === 'range') assert.deepEqual([shown.from.minor, shown.to.minor], [from, to]);
        else assert.deepEqual([shown.amount.minor, shown.amount.minor], [from, to]);
        const whole = missingOptions(product, choice).length === 0;
        assert.equal(chosenVariant(product, choice) !== undefined, whole);
        if (whole) assert.equal(shown.kind, 'fixed');
      }),
    );
  });

  test('every combination can be reached, from wherever one is', () => {
    fc.assert(
      fc.property(products, taps, fc.nat(), (product, where, which) => {
        let choice = tapped(product, where).pop()!;
        const wanted = product.variants![which % product.variants!.length]!;
        for (const { id } of product.options!)
          if (choice[id] !== wanted.choice[id]) choice = choose(product, choice, id, wanted.choice[id]!);
        // What was let go for a later one is taken again; nothing contradicts by then.
        for (const { id } of product.options!)
          if (choice[id] !== wanted.choice[id]) choice = choose(product, choice, id, wanted.choice[id]!);
        assert.equal(chosenVariant(product, choice)?.id, wanted.id);
      }),
    );
  });

  test('what the product still has of a choice is kept, and nothing else', () => {
    fc.assert(
      fc.property(products, taps, (product, where) => {
        const choice = tapped(product, where).pop()!;
        assert.deepEqual(keptChoice(product, choice), keptChoice(product, keptChoice(product, choice)));
        assert.notEqual(fits(product, keptChoice(product, choice)).length, 0);
        for (const [id, value] of Object.entries(choice))
          assert.equal(keptChoice(product, choice)[id], value);
      }),
    );
  });
});
