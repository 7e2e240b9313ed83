import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import type { Happening } from '../protocol/index.js';
import { HappeningLine } from './happening-line.js';

const came = (count: number, name?: string): Happening => ({ kind: 'came', count, ...(name && { name }) });
const buying = (count: number, productId: string): Happening => ({ kind: 'buying', count, productId });

describe('what happens in a room', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  const line = () => {
    let changes = 0;
    const one = new HappeningLine(() => (changes += 1));
    return { one, changes: () => changes };
  };

  test('is one line: what comes while it is read is put together and follows it', () => {
    const { one, changes } = line();
    one.add([came(1, 'Lin')]);
    assert.deepEqual(one.shown, came(1, 'Lin'));
    for (let tick = 0; tick < 4; tick += 1) {
      one.add([came(5, `Wu${tick}`)]);
      mock.timers.tick(500);
    }
    assert.deepEqual(one.shown, came(1, 'Lin'), 'still to be read');
    mock.timers.tick(400);
    assert.deepEqual(one.shown, came(20, 'Wu3'));
    assert.equal(changes(), 2);
  });

  test('is told of a sale before an arrival, each product for itself', () => {
    const { one } = line();
    one.add([came(3)]);
    const bought: Happening = { kind: 'bought', count: 2, productId: 'p3' };
    one.add([came(2), buying(1, 'p1'), buying(4, 'p2'), bought, buying(1, 'p1')]);
    const seen: (Happening | undefined)[] = [];
    for (let round = 0; round < 4; round += 1) {
      mock.timers.tick(2400);
      seen.push(one.shown);
    }
    assert.deepEqual(seen, [bought, buying(4, 'p2'), buying(2, 'p1'), came(2)]);
  });

  test('goes when nothing follows, and what comes then is shown at once', () => {
    const { one, changes } = line();
    one.add([came(3)]);
    mock.timers.tick(2400);
    mock.timers.tick(3999);
    assert.deepEqual(one.shown, came(3));
    mock.timers.tick(1);
    assert.equal(one.shown, undefined);
    one.add([came(1)]);
    mock.timers.tick(3000);
    one.add([came(2)]);
    assert.deepEqual(one.shown, came(2), 'at once, while the last one lingers');
    assert.equal(changes(), 4);
    mock.timers.tick(2400);
    mock.timers.tick(4000);
    assert.equal(one.shown, undefined);
    one.add([]);
    assert.equal(changes(), 5);
  });

  test('leaves no timer behind', () => {
    const { one, changes } = line();
    one.add([came(3)]);
    one.stop();
    mock.timers.tick(60_000);
    assert.equal(changes(), 1);
    assert.equal(one.shown, undefined);
  });
});
