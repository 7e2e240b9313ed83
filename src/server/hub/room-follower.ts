import { isDeepStrictEqual } from 'node:util';
import { emptyRoom, fold } from '../../core/fold.js';
import { QunError, type ControlEvent, type RoomState, type Show } from '../../protocol/index.js';
import { randomText } from '../room/random-id.js';
import type { Hint, Pulse, RoomRecord, RoomStore } from '../store/room-store.js';

/** Events between two stored snapshots of the state. */
const SNAPSHOT_EVERY = 100;
/** How often another process may be quicker while a room is opened. */
const ATTEMPTS = 8;

/** What follows from the log of a room, and from what happens in it between two events. */
export interface FollowerEvents {
  /** Each control event, in order, once, when it is part of the state. */
  applied(event: ControlEvent): void;
  /** The log began anew, in another epoch: this is where it stands. */
  reset(record: RoomRecord): void;
  /** `here`: readers of this process, as the store was told. */
  pulsed(pulse: Pulse, here: number): void;
}

/** A room's log as this process knows it: kept up with by the store's hints, and where they are lost, by its pulses. */
export class RoomFollower {
  readonly #store: RoomStore;
  readonly #show: Show;
  readonly #now: () => number;
  readonly #events: FollowerEvents;
  readonly #process = randomText(12).toLowerCase();
  readonly #unsubscribe: () => void;
  #state: RoomState = emptyRoom;
  #epoch = '';
  #seq = 0;
  #snapshotSeq = 0;
  #cursor = '';
  #reading: Promise<void> | undefined;
  #pulsing: Promise<void> | undefined;
  #reopening: Promise<void> | undefined;
  #likes = 0;

  /** Loads the show into the log only where it is another than the last one. */
  static async open(
    store: RoomStore,
    show: Show,
    now: () => number,
    events: FollowerEvents,
  ): Promise<RoomFollower> {
    const record = await loaded(store, show, now, 'changed');
    return new RoomFollower(store, show, now, events, record);
  }

  private constructor(
    store: RoomStore,
    show: Show,
    now: () => number,
    events: FollowerEvents,
    record: RoomRecord,
  ) {
    this.#store = store;
    this.#show = show;
    this.#now = now;
    this.#events = events;
    this.#begin(record);
    this.#unsubscribe = store.subscribe(show.room, hint => this.#hinted(hint));
  }

  get state(): RoomState {
    return this.#state;
  }

  get epoch(): string {
    return this.#epoch;
  }

  /** Head of the log, as far as it is part of the state. */
  get seq(): number {
    return this.#seq;
  }

  /** Likes to be told of with the next pulse. */
  like(count: number): void {
    this.#likes += count;
  }

  /** Settles when the event `seq` is part of the state, or when it turns out that there is none. */
  async reach(seq: number): Promise<void> {
    if (this.#seq < seq) await this.catchUp();
  }

  /** Settles when all that was in the log when this was called is part of the state. The truth is what the store reads back. */
  async catchUp(): Promise<void> {
    // A reading that is under way may have looked before; the next one has not, and is shared by all who wait for it.
    const before = this.#reading;
    if (before) await before.catch(() => {});
    if (this.#reading && this.#reading !== before) return this.#reading;
    this.#reading = this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** Tells the store who is here, and hears of all processes. Never two at once. */
  pulse(online: number): Promise<void> {
    this.#pulsing ??= this.#pulse(online).finally(() => (this.#pulsing = undefined));
    return this.#pulsing;
  }

  /** Writes the state down, so that the next start is quick. */
  async close(): Promise<void> {
    this.#unsubscribe();
    if (this.#seq <= this.#snapshotSeq) return;
    // A store that is away keeps nobody from going.
    await this.#store.putSnapshot(this.#show.room, this.#seq, this.#state).catch(() => {});
  }

  #begin(record: RoomRecord): void {
    this.#state = record.events.reduce(fold, record.state ?? emptyRoom);
    this.#epoch = record.epoch;
    this.#seq = record.seq;
    this.#snapshotSeq = record.snapshotSeq;
    this.#cursor = record.cursor;
    this.#events.reset(record);
  }

  async #pulse(online: number): Promise<void> {
    const { room } = this.#show;
    const likes = this.#likes;
    const pulse = await this.#store.pulse(room, {
      process: this.#process,
      online,
      likes,
      after: this.#cursor,
      at: this.#now(),
    });
    if (pulse.epoch !== this.#epoch) return this.#reopen();
    this.#cursor = pulse.cursor;
    await this.reach(pulse.head);
    this.#events.pulsed(pulse, online);
  }

  #hinted({ seq, events }: Hint): void {
    for (const event of events ?? []) this.#apply(event as ControlEvent);
    // Whatever fails now, the next hint or pulse tries again.
    this.reach(seq).catch(() => {});
  }

  async #read(): Promise<void> {
    for (;;) {
      const from = this.#seq;
      const result = await this.#store.read(this.#show.room, from, Number.MAX_SAFE_INTEGER);
      // A log that is shorter than it was, or lacks something, is another one; the store says so when it is asked.
      const another = result === 'gap' || result.head < from || result.events.some(this.#isForeign);
      if (another) return this.#reopen();
      for (const event of result.events) this.#apply(event);
      if (this.#seq >= result.head) return;
    }
  }

  readonly #isForeign = ({ epoch }: ControlEvent) => epoch !== this.#epoch;

  #apply(event: ControlEvent): void {
    if (this.#isForeign(event) || event.seq !== this.#seq + 1) return;
    this.#state = fold(this.#state, event);
    this.#seq = event.seq;
    this.#events.applied(event);
    if (this.#seq - this.#snapshotSeq >= SNAPSHOT_EVERY) {
      this.#snapshotSeq = this.#seq;
      // Only saves reading later; a start without it reads the log.
      this.#store.putSnapshot(this.#show.room, this.#seq, this.#state).catch(() => {});
    }
  }

  /** The store has begun anew: the room is opened as at the start, with the show if nobody has loaded one yet. */
  #reopen(): Promise<void> {
    this.#reopening ??= loaded(this.#store, this.#show, this.#now, 'missing')
      .then(record => {
        if (record.epoch !== this.#epoch) this.#begin(record);
      })
      .finally(() => (this.#reopening = undefined));
    return this.#reopening;
  }
}

/** The record of a room whose show is loaded. Several processes may do this at once: one of them is first. */
async function loaded(
  store: RoomStore,
  show: Show,
  now: () => number,
  unless: 'changed' | 'missing',
): Promise<RoomRecord> {
  const wanted: unknown = JSON.parse(JSON.stringify(show));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await store.load(show.room);
    const fits = unless === 'missing' ? record.show !== undefined : isDeepStrictEqual(wanted, record.show);
    const drafts = fits ? soldOut(record) : [{ type: 'show.load', data: { show } }];
    if (drafts.length === 0) return record;
    await store.append(show.room, drafts, { at: now(), expectSeq: record.seq });
  }
  throw new QunError('overloaded', { detail: `the log of ${show.room} moves too fast to open` });
}

/** A total lowered to what has been claimed or ordered leaves none, and nobody will take the last one to say so. */
function soldOut({ state, events, left, sales: figures }: RoomRecord) {
  const { coupons, sales } = events.reduce(fold, state ?? emptyRoom);
  const gone = (saleId: string) => figures[saleId]?.left === 0 && figures[saleId].held === 0;
  return [
    ...coupons
      .filter(coupon => !coupon.soldOut && left[coupon.id] === 0)
      .map(coupon => ({ type: 'coupon.sold-out', data: { couponId: coupon.id } })),
    ...sales
      .filter(sale => !sale.soldOut && gone(sale.id))
      .map(sale => ({ type: 'sale.sold-out', data: { saleId: sale.id, soldOut: true } })),
  ];
}
