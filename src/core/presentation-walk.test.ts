import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  eventOf,
  someCouponId,
  someDeed,
  someProductId,
  someRoom,
  type Deed,
} from '../../test/fixtures/arbitrary-room.js';
import { product, Screening, T0 } from '../../test/fixtures/picture.js';
import { fold } from './fold.js';
import type { ControlEvent, Coupon, Pin, RoomState } from '../protocol/index.js';
import { couponPhase } from './coupon-phase.js';

/** What the host does, how the network brings it, and what the viewer does. Times in ms. */
type Step =
  | { do: 'act'; deed: Deed; mediaAt: number | undefined }
  | { do: Plain }
  | { do: 'pass'; ms: number }
  | { do: 'jump'; ms: number };

/** Mostly what is held, now and then anything. */
const deeds = fc.oneof(
  {
    weight: 6,
    arbitrary: someProductId.map((productId): Deed => ({ type: 'pin.add', data: { productId } })),
  },
  {
    weight: 3,
    arbitrary: someProductId.map((productId): Deed => ({ type: 'pin.remove', data: { productId } })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(someCouponId, fc.integer({ min: 0, max: 9000 })).map(([couponId, inMs]): Deed => ({
      type: 'coupon.open',
      data: { couponId, opensAt: inMs, closesAt: null },
    })),
  },
  {
    weight: 1,
    arbitrary: someCouponId.map((couponId): Deed => ({ type: 'coupon.stop', data: { couponId } })),
  },
  { weight: 2, arbitrary: someDeed },
);

const coupon = (id: string): Coupon => ({
  ...{ id, title: id, total: 9, soldOut: false, state: 'draft', opensAt: null, closesAt: null },
  ...{ value: { kind: 'percent', percentOff: 5 }, expires: { kind: 'stopped' } },
});

/** A room with all there is to be shown. */
const fullRoom = someRoom.map(room => ({
  ...room,
  products: ['p1', 'p2', 'p3', 'p4', 'p5'].map(product),
  coupons: ['c1', 'c2'].map(coupon),
}));

type Plain = 'hear' | 'hear late' | 'hear twice' | 'snapshot' | 'play' | 'lose' | 'step back' | 'return';
const some = (...names: Plain[]) => fc.constantFrom(...names).map((name): Step => ({ do: name }));

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(deeds, fc.option(fc.integer({ min: -9000, max: 30_000 }), { nil: undefined }))
        .map(([deed, mediaAt]): Step => ({ do: 'act', deed, mediaAt })),
    },
    { weight: 6, arbitrary: some('hear', 'hear', 'hear late', 'hear twice') },
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 9000 }).map((ms): Step => ({ do: 'pass', ms })) },
    { weight: 2, arbitrary: fc.integer({ min: -9000, max: 9000 }).map((ms): Step => ({ do: 'jump', ms })) },
    { weight: 2, arbitrary: some('snapshot', 'play', 'lose', 'step back', 'return') },
  ),
  { minLength: 5, maxLength: 60 },
);

const key = ({ productId, at, mediaAt }: Pin) => `${productId} ${at} ${mediaAt}`;
const keys = (pins: readonly Pin[]) => pins.map(key);
const sold = (pins: readonly Pin[], { products }: RoomState) =>
  pins.filter(pin => products.some(product => product.id === pin.productId));

/** A show, its log, a network in between, and a viewer who is `behindMs` behind. */
class Walk {
  readonly it = new Screening();
  readonly states: RoomState[];
  readonly #queue: ControlEvent[] = [];
  readonly #heardAt = new Map<string, number>();
  #joinedWith: readonly Pin[];
  behindMs = 6000;
  dated = true;
  back = false;
  #before: readonly Pin[] = [];
  readonly #seen = new Set<string>();
  #now = 100_000;

  constructor(room: RoomState) {
    this.states = [{ ...room, phase: 'live' }];
    this.it.now = this.#now / 1000;
    this.it.join(this.states[0]!, 0);
    this.#joinedWith = this.truth.pins;
  }

  get truth(): RoomState {
    return this.it.log.state!;
  }

  take(step: Step): void {
    if (step.do === 'act') this.#act(step.deed, step.mediaAt);
    else if (step.do === 'pass') this.#now += step.ms;
    else if (step.do === 'jump') this.behindMs = Math.max(0, this.behindMs - step.ms);
    else if (step.do === 'play') this.dated = true;
    else if (step.do === 'lose') this.dated = false;
    else if (step.do === 'step back') this.back = true;
    else if (step.do === 'return') {
      this.back = false;
      this.behindMs = Math.min(this.behindMs, 8000);
    } else this.#deliver(step.do);
    this.it.now = this.#now / 1000;
    this.#look();
  }

  /** Everything is heard, and the picture has passed it. */
  settle(): void {
    while (this.#queue.length > 0) this.#hear(this.#queue.shift()!);
    this.back = false;
    this.behindMs = 3000;
    this.#now += 60_000;
    this.it.now = this.#now / 1000;
    this.#look();
    assert.deepEqual(this.shown, this.states[this.states.length - 1]);
  }

  get shown(): RoomState {
    const gaze = { back: this.back };
    return this.it.look(this.dated ? this.behindMs / 1000 : undefined, gaze).shown;
  }

  #act(deed: Deed, offset: number | undefined): void {
    const base = eventOf(deed, 'e', this.states.length);
    const at = T0 + this.#now;
    // An opening is said as so long ahead.
    if (base.type === 'coupon.open' && base.data.opensAt < T0)
      base.data = { ...base.data, opensAt: at + base.data.opensAt };
    const event = { ...base, at, ...(offset === undefined ? {} : { mediaAt: at + offset }) };
    this.states.push(fold(this.states[this.states.length - 1]!, event));
    this.#queue.push(event);
  }

  #deliver(how: string): void {
    if (how === 'snapshot') {
      const seq = this.states.length - 1;
      this.it.join(this.states[seq]!, seq);
      for (const pin of this.truth.pins)
        if (!this.#heardAt.has(key(pin))) this.#heardAt.set(key(pin), this.#now);
      this.#joinedWith = this.truth.pins;
      return;
    }
    const event = this.#queue.shift();
    if (!event) return;
    if (how === 'hear late') this.#queue.push(event);
    else this.#hear(event);
    if (how === 'hear twice') this.#hear(event);
  }

  #hear(event: ControlEvent): void {
    this.it.log.event(event);
    for (const pin of this.truth.pins)
      if (!this.#heardAt.has(key(pin))) this.#heardAt.set(key(pin), this.#now);
  }

  #look(): void {
    const { truth, shown } = this;
    const date = T0 + this.#now - this.behindMs;
    const capMs = Math.min(20_000, this.behindMs + 3000);
    const following = this.dated && (truth.phase === 'live' || truth.phase === 'replay');

    // Truth at once: nothing but pins and openings is ever held.
    assert.deepEqual({ ...shown, pins: [], coupons: [] }, { ...truth, pins: [], coupons: [] });
    for (const [i, coupon] of shown.coupons.entries()) {
      const real = truth.coupons[i]!;
      if (coupon === real) continue;
      assert.deepEqual(
        { ...coupon, state: 0, opensAt: 0, closesAt: 0 },
        { ...real, state: 0, opensAt: 0, closesAt: 0 },
      );
      assert.ok(following && !this.back && !real.soldOut && real.state === 'open');
      const phase = couponPhase(coupon, T0 + this.#now);
      assert.ok(phase === 'hidden' || phase === 'expired', 'what is held cannot be claimed');
    }

    // Never a state that the log did not have; of what was before a snapshot, what is left of it.
    const pins = keys(shown.pins);
    const had = [
      ...this.states.map(state => state.pins),
      ...this.#joinedWith.map((_, i) => this.#joinedWith.slice(i)),
      [],
    ];
    assert.ok(
      had.some(one => String(keys(sold(one, truth))) === String(pins)),
      `never was: ${String(pins)}`,
    );
    if (!following) assert.deepEqual(pins, keys(truth.pins));

    const seenBefore = new Set(keys(this.#before));
    for (const pin of shown.pins) {
      const heldMs = this.#now - this.#heardAt.get(key(pin))!;
      if (following && !seenBefore.has(key(pin))) {
        // Seen already, it may come back with the shelf while the picture trembles.
        const early = this.#seen.has(key(pin)) ? 1000 : 250;
        const capped = truth.phase === 'live' && !this.back && heldMs >= capMs;
        assert.ok(date >= pin.mediaAt - early || capped, `${pin.mediaAt - date} ms before its frame`);
      }
      this.#seen.add(key(pin));
    }
    // Never later than the cap.
    if (truth.phase === 'live' && !this.back)
      for (const pin of truth.pins)
        assert.ok(
          this.#now - this.#heardAt.get(key(pin))! < capMs || pins.includes(key(pin)),
          'held too long',
        );
    this.#before = shown.pins;
  }
}

test('whatever happens, in whatever order it is heard, and wherever the picture is: truth at once, pins with their frame', () => {
  fc.assert(
    fc.property(fullRoom, steps, (room, walk) => {
      const it = new Walk(room);
      for (const step of walk) it.take(step);
      it.settle();
    }),
    { numRuns: 500 },
  );
});

test('a recalled past changes nothing that is live, and shows the log as it was at every date', () => {
  const deeds = fc.array(
    fc.tuple(someDeed, fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: -3000, max: 0 })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(someRoom, deeds, fc.nat({ max: 40 }), (room, log, joinAt) => {
      const it = new Screening();
      const load = {
        room: 'spring',
        title: 'x',
        host: { name: 'y' },
        stream: null,
        share: {},
        startsAt: null,
      };
      it.say('show.load', { show: { ...load, notice: null, products: room.products, coupons: [] } });
      for (const [{ type, data }, afterMs, media] of log) {
        it.now += afterMs / 1000;
        it.say(type, data as never, it.now + media / 1000);
      }
      const states = it.statesFrom({ ...room, products: [], coupons: [], pins: [] }).slice(1);
      const seq = Math.min(joinAt, log.length) + 1;
      it.join(states[seq - 1]!, seq);
      for (const event of it.events.slice(seq)) it.log.event(event);
      const truth = it.log.state!;
      assert.equal(it.presentation.history.recall({ epoch: 'e', seq: it.events.length }, it.events), true);
      let frame = -Infinity;
      for (const [i, event] of it.events.entries()) {
        frame = Math.max(frame, event.mediaAt ?? event.at);
        const next = it.events.slice(i + 1).some(later => (later.mediaAt ?? later.at) <= frame + 250);
        if (next) continue;
        const { shown } = it.presentation.look(
          { ...truth, phase: 'live' },
          { date: frame, latencyS: undefined, back: true, span: undefined, now: 0, serverNow: frame },
        );
        assert.deepEqual(keys(shown.pins), keys(sold(states[i]!.pins, truth)));
      }
    }),
    { numRuns: 300 },
  );
});
