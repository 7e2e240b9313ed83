import { QunError, type Coupon, type RoomState } from '../../protocol/index.js';
import { dueDraws, outcomeOf, seedOf } from '../room/draw.js';
import { claimCode, randomText } from '../room/random-id.js';
import type { RoomStore } from '../store/room-store.js';

/** A room as its draws find it. */
export interface DrawnRoom {
  readonly id: string;
  readonly state: RoomState;
  now(): number;
  catchUp(): Promise<void>;
}

/** How long one process has a draw to itself, ms: so many entries are read and reckoned well within it. */
const LEASE_MS = 20_000;
/** After a fault it is tried again so much later, ms. */
const AGAIN_MS = 2000;
/** How often somebody may still come in while the winners are reckoned. */
const ATTEMPTS = 8;

/** Holds the draws of one room when they are due: by whichever process is first, once, whatever becomes of the others. */
export class Drawing {
  readonly #room: DrawnRoom;
  readonly #store: RoomStore;
  readonly #secret: Buffer;
  readonly #holder = randomText(12);
  #working: Promise<void> | undefined;
  #restsUntil = 0;

  constructor(room: DrawnRoom, store: RoomStore, secret: Buffer) {
    this.#room = room;
    this.#store = store;
    this.#secret = secret;
  }

  /** The seed of a draw, in hex. */
  seedOf(couponId: string, opensAt: number): string {
    return seedOf(this.#secret, this.#room.id, couponId, opensAt);
  }

  /** Called now and then. Settles when what is due has been held, or is left for the next time. */
  look(): Promise<void> {
    const now = this.#room.now();
    if (this.#working || now < this.#restsUntil) return this.#working ?? Promise.resolve();
    const due = dueDraws(this.#room.state, now);
    if (due.length === 0) return Promise.resolve();
    this.#working = this.#hold(due)
      // The store is away, or another process is at it: the draw stays due until it has been told.
      .catch(() => false)
      .then(held => {
        if (!held) this.#restsUntil = this.#room.now() + AGAIN_MS;
        this.#working = undefined;
      });
    return this.#working;
  }

  /** False: another process has it in hand. */
  async #hold(due: readonly Coupon[]): Promise<boolean> {
    let all = true;
    for (const coupon of due) {
      const mine = await this.#store.lease(`draw ${this.#room.id} ${coupon.id}`, this.#holder, LEASE_MS);
      if (mine) await this.#draw(coupon);
      all &&= mine;
    }
    await this.#room.catchUp();
    return all;
  }

  async #draw({ id: couponId, opensAt, total }: Coupon): Promise<void> {
    const { id: room } = this.#room;
    const seed = this.seedOf(couponId, opensAt!);
    let most = total;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const entries = await this.#store.entries(room, couponId);
      const viewers = entries.map(({ viewer }) => viewer);
      const { winners, cutoff } = outcomeOf(seed, viewers, most);
      const done = await this.#store.draw({
        ...{ room, couponId, seed, cutoff, entries: entries.length, at: this.#room.now() },
        winners: winners.map(viewer => ({ viewer, code: claimCode() })),
      });
      // Who came in at the last moment takes part.
      if (done === 'drawn') return;
      // And what was given to the first to come, before the coupon became a draw, is not there to be won.
      most = Math.min(total, (await this.#store.load(room)).left[couponId] ?? total);
    }
    throw new QunError('overloaded', { detail: `the entries of ${couponId} do not come to rest` });
  }
}
