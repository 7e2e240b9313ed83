import { rushDelayMs } from '../../core/rush.js';
import { holdStateOf, type HoldState } from '../../core/sale-phase.js';
import { QunReleaseEvent } from '../../events/qun-release-event.js';
import { QunReserveEvent } from '../../events/qun-reserve-event.js';
import { parse, QunError, reserveAnswerSchema, type Sale } from '../../protocol/index.js';
import { acting } from '../../stores/acting.js';
import { createActions } from '../../stores/actions.js';
import type { Room } from '../../stores/room.js';

interface Counter {
  ask(event: Event): boolean;
  room(): Room | undefined;
  /** Server time, ms. */
  now(): number;
  changed(): void;
}

/** What a viewer wants of a sale. `wait`: a place in the line for what may come back. */
export interface Wish {
  variantId: string | undefined;
  quantity: number;
  wait: boolean;
}

/**
 * Where this viewer stands with each flash sale, and the asking for pieces of it: the page first, then the room. What the
 * page answered is kept here; the rest is the room's.
 */
export class SaleDesk {
  readonly #counter: Counter;
  #own = new Map<string, HoldState>();
  #busy = new Set<string>();
  #queued = new Set<string>();
  #toldAt = new WeakMap<HoldState, number>();

  constructor(counter: Counter) {
    this.#counter = counter;
    acting.bring(createActions);
  }

  stateOf(saleId: string): HoldState | undefined {
    const own = this.#own.get(saleId);
    const room = this.#counter.room()?.$holds.get()[saleId];
    return room?.status === 'held' ? room : (own ?? room);
  }

  /** What was tapped in the rush of the opening waits for its turn. */
  queued(saleId: string): boolean {
    return this.#queued.has(saleId);
  }

  /** When `state` was first seen, in the time of `now`. */
  toldAt(state: HoldState | undefined, now: number): number {
    if (!state) return now;
    const at = this.#toldAt.get(state) ?? now;
    this.#toldAt.set(state, at);
    return at;
  }

  /** Another room: what was heard in the old one does not count. */
  reset(): void {
    this.#own = new Map();
    this.#busy = new Set();
    this.#queued = new Set();
  }

  /**
   * Asks for pieces of `sale`, once however often it is tapped. Resolves to what came of it; undefined where the page took
   * over, the room was left meanwhile, or it is being asked for already. Never rejects.
   */
  reserve(sale: Sale, { variantId, quantity, wait }: Wish): Promise<HoldState | undefined> {
    return this.#once(sale.id, own => {
      const event = new QunReserveEvent(sale, variantId, quantity, wait);
      const free = this.#counter.ask(event);
      if (event.answer) return this.#hear(sale.id, own, event.answer);
      if (!free) return undefined;
      return this.#askRoom(sale.id, own, async room => {
        if (wait) return room.waitFor(sale.id, { variantId, quantity });
        await this.#lineUp(sale);
        return room === this.#counter.room() ? room.reserve(sale.id, { variantId, quantity }) : undefined;
      });
    });
  }

  /** Gives back what is kept, or leaves the line. Resolves as `reserve` does. */
  release(sale: Sale): Promise<HoldState | undefined> {
    return this.#once(sale.id, own => {
      const event = new QunReleaseEvent(sale);
      const free = this.#counter.ask(event);
      if (event.answer) return this.#giveBack(sale.id, own, event.answer);
      return free ? this.#askRoom(sale.id, own, room => room.release(sale.id)) : undefined;
    });
  }

  async #once(
    id: string,
    act: (own: Map<string, HoldState>) => Promise<HoldState | undefined> | undefined,
  ): Promise<HoldState | undefined> {
    const busy = this.#busy;
    if (busy.has(id) || this.stateOf(id)?.status === 'asking') return undefined;
    busy.add(id);
    try {
      const outcome = await act(this.#own);
      return busy === this.#busy ? outcome : undefined;
    } finally {
      busy.delete(id);
      this.#counter.changed();
    }
  }

  async #askRoom(
    id: string,
    own: Map<string, HoldState>,
    act: (room: Room) => Promise<HoldState | undefined>,
  ): Promise<HoldState | undefined> {
    const room = this.#counter.room();
    if (!room) return this.#keep(id, { status: 'failed', code: 'no-room' }, own);
    own.delete(id);
    return act(room);
  }

  /** A random moment of the time the server advises, as everybody taps at the opening. */
  async #lineUp(sale: Sale): Promise<void> {
    const delayMs = rushDelayMs(sale, this.#counter.now());
    if (delayMs === 0) return;
    const queued = this.#queued;
    queued.add(sale.id);
    this.#counter.changed();
    await new Promise(resolve => setTimeout(resolve, delayMs));
    queued.delete(sale.id);
  }

  /** What the page answers. A fault leaves it to be tried again. */
  async #hear(id: string, own: Map<string, HoldState>, answer: Promise<unknown>): Promise<HoldState> {
    this.#keep(id, { status: 'asking' }, own);
    try {
      return this.#keep(id, holdStateOf(parse(reserveAnswerSchema, await answer)), own);
    } catch (error) {
      return this.#keep(id, { status: 'failed', code: QunError.from(error).code }, own);
    }
  }

  async #giveBack(id: string, own: Map<string, HoldState>, answer: Promise<unknown>): Promise<HoldState> {
    try {
      await answer;
      return this.#keep(id, { status: 'idle' }, own);
    } catch (error) {
      return { status: 'failed', code: QunError.from(error).code };
    }
  }

  #keep(id: string, state: HoldState, own: Map<string, HoldState>): HoldState {
    own.set(id, state);
    this.#counter.changed();
    return state;
  }
}
