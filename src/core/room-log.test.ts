import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { eventOf, someDeed, type Deed } from '../../test/fixtures/arbitrary-room.js';
import type { Hello, RoomState, Snapshot } from '../protocol/index.js';
import { emptyRoom, fold } from './fold.js';
import { RoomLog } from './room-log.js';

/** What a store held, incarnation after incarnation: the last one is the room as it is. */
class Store {
  readonly #states = new Map<string, RoomState[]>();

  constructor(readonly epochs: readonly (readonly Deed[])[]) {
    epochs.forEach((deeds, index) => {
      const states = [emptyRoom];
      deeds.forEach((deed, at) => states.push(fold(states[at]!, eventOf(deed, `e${index}`, at + 1))));
      this.#states.set(`e${index}`, states);
    });
  }

  get epoch(): string {
    return `e${this.epochs.length - 1}`;
  }
  length(epoch: string): number {
    return this.#states.get(epoch)!.length - 1;
  }
  state(epoch: string, seq: number): RoomState {
    return this.#states.get(epoch)![seq]!;
  }
  event(epoch: string, seq: number) {
    return eventOf(this.epochs[Number(epoch.slice(1))]![seq - 1]!, epoch, seq);
  }
  snapshot(epoch: string, seq: number): Snapshot {
    const state = this.state(epoch, seq);
    return { v: 1, room: 'spring', epoch, seq, at: 1, state, comments: [], online: 1, left: {} };
  }
  hello(epoch: string, seq: number, outcome: Hello['outcome']): Hello {
    return { v: 1, room: 'spring', epoch, seq, at: 1, outcome };
  }
}

/** One thing that arrives; `epoch` and `seq` are taken modulo what there is. */
interface Arrival {
  kind: 'event' | 'tick' | 'hello' | 'snapshot' | 'answer';
  epoch: number;
  seq: number;
}

const arrivals = (kinds: readonly Arrival['kind'][]) =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), epoch: fc.nat({ max: 9 }), seq: fc.nat({ max: 99 }) }),
    {
      maxLength: 120,
    },
  );
const stores = fc
  .array(fc.array(someDeed, { maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map(epochs => new Store(epochs));

/** A client of `store` that counts what it has been told, to hold the log against it. */
class Witness {
  readonly log = new RoomLog(() => fold);
  #told = new Map<string, number>();

  constructor(readonly store: Store) {}

  take({ kind, epoch: which, seq: place }: Arrival): void {
    const epoch = `e${which % this.store.epochs.length}`;
    const seq = place % (this.store.length(epoch) + 1);
    if (kind === 'answer') return this.answer();
    if (kind === 'event' && seq === 0) return;
    if (kind === 'snapshot') this.log.snapshot(this.store.snapshot(epoch, seq));
    else if (kind === 'tick') this.log.head({ epoch, seq });
    else if (kind === 'hello') this.log.hello(this.store.hello(epoch, seq, 'snapshot'));
    else this.log.event(this.store.event(epoch, seq));
    const told = this.#told.get(epoch) ?? 0;
    // A connection that begins with less says that the rest is forgotten.
    this.#told.set(epoch, kind === 'hello' ? seq : Math.max(told, seq));
    if (kind !== 'snapshot' && this.log.position && this.log.position.epoch !== epoch) {
      assert.ok(
        this.log.stale,
        `told of ${epoch}:${seq}, stands in ${this.log.position.epoch}, and claims to be fresh`,
      );
    }
    this.check();
  }

  /** What a server answers to a resync: nothing is lost on this connection. */
  answer(): void {
    const { store, log } = this;
    const { epoch } = store;
    const head = store.length(epoch);
    const since = log.lost ? undefined : log.position;
    if (since && since.epoch === epoch && since.seq <= head) {
      log.hello(store.hello(epoch, head, 'recovered'));
      for (let seq = since.seq + 1; seq <= head; seq += 1) log.event(store.event(epoch, seq));
    } else {
      log.hello(store.hello(epoch, head, 'snapshot'));
      log.snapshot(store.snapshot(epoch, head));
    }
    this.#told.set(epoch, head);
    assert.equal(log.stale, false);
    assert.deepEqual(log.position, { epoch, seq: head });
    this.check();
  }

  check(): void {
    const { position, state, stale } = this.log;
    if (!position) return assert.ok(state === undefined && stale);
    assert.deepEqual(state, this.store.state(position.epoch, position.seq));
    const told = this.#told.get(position.epoch) ?? 0;
    if (!stale)
      assert.ok(
        position.seq >= told,
        `stands at ${position.seq}, was told of ${told}, and claims to be fresh`,
      );
  }
}

describe('RoomLog', () => {
  test('duplicated, reordered, lost and foreign: the fold of the log, or declared stale; after an answer always the fold', () => {
    const kinds = ['event', 'event', 'event', 'event', 'tick', 'hello', 'snapshot', 'answer'] as const;
    fc.assert(
      fc.property(stores, arrivals(kinds), (store, network) => {
        const witness = new Witness(store);
        for (const one of network) witness.take(one);
        witness.answer();
      }),
      { numRuns: 500 },
    );
  });

  test('the same without any hello, as from polled snapshots or files', () => {
    const kinds = ['event', 'event', 'tick', 'snapshot'] as const;
    fc.assert(
      fc.property(fc.array(someDeed, { maxLength: 30 }), arrivals(kinds), (deeds, network) => {
        const store = new Store([deeds]);
        const witness = new Witness(store);
        for (const one of network) witness.take(one);
        witness.log.snapshot(store.snapshot('e0', store.length('e0')));
        assert.equal(witness.log.stale, false);
        assert.deepEqual(witness.log.state, store.state('e0', store.length('e0')));
      }),
      { numRuns: 300 },
    );
  });

  test('every event once, in any order, is the fold of the log without another question', () => {
    const shuffled = fc.array(someDeed, { minLength: 1, maxLength: 60 }).chain(deeds =>
      fc.tuple(
        fc.constant(new Store([deeds])),
        fc.shuffledSubarray(
          deeds.map((_, at) => at + 1),
          { minLength: deeds.length, maxLength: deeds.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([store, order]) => {
        const log = new RoomLog(() => fold);
        log.snapshot(store.snapshot('e0', 0));
        for (const seq of order) log.event(store.event('e0', seq));
        assert.equal(log.stale, false);
        assert.deepEqual(log.state, store.state('e0', order.length));
      }),
    );
  });

  test('a flood beyond a hole is not kept, and the event that closes it still finds its place', () => {
    const deeds = Array.from({ length: 200 }, (_, at): Deed => ({
      type: 'room.notice',
      data: { notice: `${at}` },
    }));
    const store = new Store([deeds]);
    const log = new RoomLog(() => fold);
    log.snapshot(store.snapshot('e0', 0));
    for (let seq = 2; seq <= 200; seq += 1) log.event(store.event('e0', seq));
    assert.ok(log.lost);
    log.hello(store.hello('e0', 200, 'recovered'));
    for (let seq = 1; seq <= 200; seq += 1) log.event(store.event('e0', seq));
    assert.equal(log.stale, false);
    assert.deepEqual(log.state, store.state('e0', 200));
  });

  test('what was heard before the snapshot is not forgotten by it', () => {
    const deeds = Array.from({ length: 9 }, (_, at): Deed => ({
      type: 'room.notice',
      data: { notice: `${at}` },
    }));
    const store = new Store([deeds]);
    const log = new RoomLog(() => fold);
    log.event(store.event('e0', 5));
    log.event(store.event('e0', 7));
    log.snapshot(store.snapshot('e0', 4));
    assert.deepEqual(log.position, { epoch: 'e0', seq: 5 });
    assert.ok(log.stale, '7 is known, so 6 is missing');
  });

  const notices = (count: number) =>
    new Store([
      Array.from({ length: count }, (_, at): Deed => ({ type: 'room.notice', data: { notice: `${at}` } })),
    ]);

  test('an older snapshot changes nothing', () => {
    const store = notices(9);
    const log = new RoomLog(() => fold);
    log.snapshot(store.snapshot('e0', 9));
    assert.equal(log.snapshot(store.snapshot('e0', 4)), false);
    assert.deepEqual(log.position, { epoch: 'e0', seq: 9 });
    assert.equal(log.stale, false);
  });

  test('a store that has forgotten is believed, and the room goes on from its snapshot', () => {
    const store = notices(9);
    const log = new RoomLog(() => fold);
    log.snapshot(store.snapshot('e0', 9));
    log.hello(store.hello('e0', 4, 'snapshot'));
    assert.ok(log.lost);
    log.snapshot(store.snapshot('e0', 4));
    assert.equal(log.stale, false);
    assert.deepEqual(log.state, store.state('e0', 4));
    log.event(store.event('e0', 5));
    assert.deepEqual(log.position, { epoch: 'e0', seq: 5 });
  });

  test('a snapshot of the epoch before does not hide that another one has begun', () => {
    const store = new Store([notices(3).epochs[0]!, notices(3).epochs[0]!]);
    const log = new RoomLog(() => fold);
    log.hello(store.hello('e0', 1, 'snapshot'));
    log.snapshot(store.snapshot('e0', 1));
    log.head({ epoch: 'e1', seq: 2 });
    log.snapshot(store.snapshot('e0', 3));
    assert.deepEqual(log.position, { epoch: 'e0', seq: 3 }, 'the newest that is known is shown');
    assert.ok(log.lost, 'but not as the newest there is');
  });

  test('a duplicate changes nothing and is no news', () => {
    const store = notices(3);
    const log = new RoomLog(() => fold);
    log.snapshot(store.snapshot('e0', 0));
    assert.equal(log.event(store.event('e0', 1)), true);
    const { state } = log;
    assert.equal(log.event(store.event('e0', 1)), false);
    assert.equal(log.state, state);
  });
});
