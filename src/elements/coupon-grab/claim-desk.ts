import { claimStateOf, type ClaimState } from '../../core/coupon-phase.js';
import { QunClaimCouponEvent } from '../../events/qun-claim-coupon-event.js';
import { claimAnswerSchema, parse, QunError, type Coupon } from '../../protocol/index.js';
import { acting } from '../../stores/acting.js';
import { createActions } from '../../stores/actions.js';
import type { Room } from '../../stores/room.js';

interface Counter {
  ask(event: Event): boolean;
  room(): Room | undefined;
  /** Settles when it is this viewer's turn to ask for `coupon`; undefined: at once. */
  lineUp(coupon: Coupon): Promise<void> | undefined;
  changed(): void;
}

/**
 * Where this viewer stands with each coupon, and the asking for one: the page first, then the room. What the page
 * answered is kept here; the rest is the room's.
 */
export class ClaimDesk {
  readonly #counter: Counter;
  #own = new Map<string, ClaimState>();
  #busy = new Set<string>();
  #toldAt = new WeakMap<ClaimState, number>();

  constructor(counter: Counter) {
    this.#counter = counter;
    acting.bring(createActions);
  }

  stateOf(couponId: string): ClaimState | undefined {
    const own = this.#own.get(couponId);
    const room = this.#counter.room()?.$claims.get()[couponId];
    return room?.status === 'claimed' ? room : (own ?? room);
  }

  /** When `state` was first seen, in the time of `now`. */
  toldAt(state: ClaimState | undefined, now: number): number {
    if (!state) return now;
    const at = this.#toldAt.get(state) ?? now;
    this.#toldAt.set(state, at);
    return at;
  }

  /** Another room: what was heard in the old one does not count. */
  reset(): void {
    this.#own = new Map();
    this.#busy = new Set();
  }

  /**
   * Claims `coupon`, once however often it is tapped. Resolves to what came of it; undefined where the page took over,
   * the room was left meanwhile, or it is being claimed already. Never rejects.
   */
  async claim(coupon: Coupon): Promise<ClaimState | undefined> {
    const { id } = coupon;
    const busy = this.#busy;
    const status = this.stateOf(id)?.status;
    if (busy.has(id) || status === 'claiming' || status === 'claimed') return undefined;
    busy.add(id);
    try {
      const event = new QunClaimCouponEvent(coupon);
      const free = this.#counter.ask(event);
      if (!event.answer && !free) return undefined;
      const outcome = event.answer
        ? await this.#askPage(id, event.answer, this.#own)
        : await this.#askRoom(coupon);
      return busy === this.#busy ? outcome : undefined;
    } finally {
      busy.delete(id);
    }
  }

  async #askRoom(coupon: Coupon): Promise<ClaimState | undefined> {
    const { id } = coupon;
    const room = this.#counter.room();
    if (!room) return this.#keep(id, { status: 'failed', code: 'no-room' }, this.#own);
    this.#own.delete(id);
    await this.#counter.lineUp(coupon);
    return room === this.#counter.room() ? room.claimCoupon(id) : undefined;
  }

  async #askPage(id: string, answer: Promise<unknown>, own: Map<string, ClaimState>): Promise<ClaimState> {
    this.#keep(id, { status: 'claiming' }, own);
    try {
      return this.#keep(id, claimStateOf(parse(claimAnswerSchema, await answer)), own);
    } catch (error) {
      return this.#keep(id, { status: 'failed', code: QunError.from(error).code }, own);
    }
  }

  #keep(id: string, state: ClaimState, own: Map<string, ClaimState>): ClaimState {
    own.set(id, state);
    this.#counter.changed();
    return state;
  }
}
