import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { LaneQueue, type Rank } from './lane-queue.js';

describe('lines that wait for a lane', () => {
  test('come in the order in which they were said, own ones and the host’s before', () => {
    const queue = new LaneQueue<string>();
    for (const [line, rank] of [
      ['a', 'other'],
      ['b', 'other'],
      ['host', 'staff'],
      ['mine', 'own'],
    ] as const)
      queue.add(line, rank, 0);
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(() => queue.next(0)),
      ['mine', 'host', 'a', 'b', undefined],
    );
    assert.equal(queue.skipped, 0);
  });

  test('are left out where newer ones would have to wait for them, and counted', () => {
    const queue = new LaneQueue<number>();
    for (let line = 0; line < 1000; line += 1) queue.add(line, 'other', 0);
    assert.equal(queue.skipped, 1000 - queue.length);
    assert.equal(queue.next(0), queue.skipped);
  });

  test('are left out once they have waited too long, and counted', () => {
    const queue = new LaneQueue<string>();
    queue.add('old', 'other', 0);
    queue.add('new', 'other', 2000);
    assert.equal(queue.next(3000), 'new');
    assert.equal(queue.skipped, 1);
  });

  test('are gone without a word when they were taken down', () => {
    const queue = new LaneQueue<string>();
    queue.add('bad', 'own', 0);
    queue.add('good', 'other', 0);
    queue.remove(line => line === 'bad');
    assert.equal(queue.next(0), 'good');
    assert.equal(queue.skipped, 0);
  });

  test('are all shown, left out or still there, and own ones never left out', () => {
    const step = fc.record({
      rank: fc.constantFrom<Rank>('own', 'staff', 'other'),
      afterMs: fc.integer({ min: 0, max: 2000 }),
      take: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), steps => {
        const queue = new LaneQueue<Rank>();
        const shown: Rank[] = [];
        let now = 0;
        for (const { rank, afterMs, take } of steps) {
          now += afterMs;
          queue.add(rank, rank, now);
          const line = take ? queue.next(now) : undefined;
          if (line) shown.push(line);
        }
        assert.equal(shown.length + queue.skipped + queue.length, steps.length);
        for (let line = queue.next(now); line; line = queue.next(now)) shown.push(line);
        const own = (ranks: readonly Rank[]) => ranks.filter(rank => rank === 'own').length;
        assert.equal(own(shown), own(steps.map(({ rank }) => rank)));
      }),
    );
  });
});
