import type { CouponCondition, ParsedCommand, SaleFigures } from '../../protocol/index.js';
import { couponOf, gateClaim } from '../room/decide-claim.js';
import { decideSale, saleOf, type ReserveCommand } from '../room/decide-sale.js';
import { claimCode, randomText } from '../room/random-id.js';
import type { Viewer } from '../room/viewer.js';
import type { Answered, Receipt, RoomStore } from '../store/room-store.js';
import type { CommandedRoom } from './commanding.js';

/** A room as its offers find it. */
export interface SellingRoom extends CommandedRoom {
  setLeft(couponId: string, left: number): void;
  setSale(saleId: string, figures: SaleFigures): void;
}

type ClaimCommand = Extract<ParsedCommand, { type: 'coupon.claim' }>;
type ReleaseCommand = Extract<ParsedCommand, { type: 'sale.release' }>;

/** What viewers get of a room's offers: decided on its state, counted by its store. */
export class Selling {
  readonly #room: SellingRoom;
  readonly #store: RoomStore;

  constructor(room: SellingRoom, store: RoomStore) {
    this.#room = room;
    this.#store = store;
  }

  /** A coupon, or a place in its draw. Nothing is waited for before the store but what a condition needs. */
  async claim(asking: Viewer, command: ClaimCommand, receipt: Receipt): Promise<Answered<unknown>> {
    const { couponId } = command;
    const coupon = couponOf(this.#room.state, couponId);
    const { viewer, commented } = await this.#knownOf(asking, coupon);
    const decided = () => {
      const now = this.#room.now();
      return gateClaim(couponOf(this.#room.state, couponId), { now, viewer, commented });
    };
    let gate = decided();
    if (gate?.result === 'not-open') {
      // Another process may have opened it, and shown that to this viewer, before we have heard of it.
      await this.#room.catchUp();
      gate = decided();
    }
    const offer = { couponId, code: claimCode(), at: this.#room.now() };
    const request = { couponId, subject: viewer.subject, gate, offer, receipt };
    if (coupon.mode === 'draw') {
      return this.#store.enter(request, couponOf(this.#room.state, couponId).closesAt);
    }
    const { left, ...done } = await this.#store.claim(request);
    this.#room.setLeft(couponId, left);
    return done;
  }

  /** Pieces of a flash sale, or a place in the line for them. */
  async reserve(asking: Viewer, command: ReserveCommand, receipt: Receipt): Promise<Answered<unknown>> {
    const { viewer, commented } = await this.#knownOf(asking, saleOf(this.#room.state, command.saleId));
    const decided = () => decideSale(this.#room.state, command, { now: this.#room.now(), viewer, commented });
    let { sale, variantId, gate } = decided();
    if (gate?.result === 'not-open' || (gate?.result === 'expired' && sale.state === 'stopped')) {
      await this.#room.catchUp();
      ({ sale, variantId, gate } = decided());
    }
    const { figures, ...done } = await this.#store.reserve({
      ...{ saleId: sale.id, variantId, quantity: command.quantity, gate, receipt },
      subject: viewer.subject,
      wait: command.type === 'sale.wait',
      closesAt: sale.closesAt,
      perViewer: sale.perViewer,
      holdMs: sale.holdSeconds * 1000,
      id: `r-${randomText(24).toLowerCase()}`,
      at: this.#room.now(),
    });
    this.#room.setSale(sale.id, figures);
    return done;
  }

  async release({ saleId }: ReleaseCommand, receipt: Receipt): Promise<Answered<unknown>> {
    saleOf(this.#room.state, saleId);
    const { figures, ...done } = await this.#store.release({ saleId, at: this.#room.now(), receipt });
    this.#room.setSale(saleId, figures);
    return done;
  }

  /** What this viewer has done, as far as it is asked for. */
  async #knownOf(viewer: Viewer, { conditions = [] }: Conditional) {
    const asks = (asked: CouponCondition['kind']) => conditions.some(({ kind }) => kind === asked);
    const reserves = asks('reserve') && !viewer.did?.includes('reserve');
    return {
      commented: asks('comment') && (await this.#store.hasCommented(this.#room.id, viewer.id)),
      viewer: reserves ? await this.#room.sharing.withDeeds(viewer) : viewer,
    };
  }
}

interface Conditional {
  conditions?: readonly CouponCondition[] | undefined;
}
