import type {
  ControlEvent,
  Coupon,
  Pin,
  Position,
  RoomState,
  Sale,
  SkippedEvent,
} from '../protocol/index.js';
import { couponPhase } from './coupon-phase.js';
import { emptyRoom, fold } from './fold.js';

/** The pins from one moment of the show on. */
export interface Moment {
  readonly seq: number;
  /** Media time from which it is so, ms; never before that of the moment before it. */
  readonly at: number;
  /** When it was heard, ms of the listener's own clock. */
  readonly heardAt: number;
  readonly pins: readonly Pin[];
  /** The product that begins to be shown. */
  readonly productId?: string | undefined;
}

/** A coupon or a flash sale opened by the host, that may wait for the picture. */
export interface Opening {
  readonly of: 'coupons' | 'sales';
  readonly id: string;
  /** Media time it belongs to, ms. */
  readonly at: number;
  readonly heardAt: number;
  /** Which opening it is. */
  readonly opensAt: number;
  /** It was announced ahead: at `opensAt`, server time, it is open for everybody. */
  readonly announced: boolean;
  readonly before: Pick<Coupon, 'state' | 'opensAt' | 'closesAt'>;
}

/** What a log has to tell for its past to be known. */
export const HISTORY_TYPES = [
  ...['show.load', 'room.phase', 'shelf.put', 'shelf.remove', 'pin.add', 'pin.remove'],
] as readonly string[];

/** What opens within this of being sent was opened at once, ms. */
const AT_ONCE_MS = 1000;

const mediaTime = ({ at, mediaAt }: Pick<ControlEvent, 'at' | 'mediaAt'>) => mediaAt ?? at;

const samePin = (one: Pin, other: Pin) =>
  one.productId === other.productId && one.at === other.at && one.mediaAt === other.mediaAt;

const samePins = (some: readonly Pin[], other: readonly Pin[]) =>
  some.length === other.length && some.every((pin, i) => samePin(pin, other[i]!));

/**
 * What of a room belongs to the picture rather than to the clock, by media time: which products the host was showing
 * when, and which coupons and flash sales have just been opened. Heard event by event; what was before may be recalled from the log.
 */
export class ShowHistory {
  #epoch: string | undefined;
  #moments: Moment[] = [];
  #openings: readonly Opening[] = [];
  #onAirAt: number | undefined;

  /** In the order of the log, the first of them without any pin. Empty before the first snapshot. */
  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /** Openings that nobody has said to be over. */
  get openings(): readonly Opening[] {
    return this.#openings;
  }

  /** Media time at which the show first went live, ms; undefined where the past has not been recalled. */
  get onAirAt(): number | undefined {
    return this.#onAirAt;
  }

  /** The room was seen by a snapshot: for the first time, or anew after something was missed. */
  snapshot({ epoch, seq }: Position, { pins }: RoomState, heardAt: number): void {
    if (epoch !== this.#epoch) this.#begin(epoch, seq, pins, heardAt);
    const last = this.#moments[this.#moments.length - 1]!;
    if (samePins(last.pins, pins)) return;
    const fresh = pins.filter(pin => !last.pins.some(old => samePin(old, pin)));
    const at = Math.max(last.at, ...fresh.map(pin => pin.mediaAt));
    this.#add({ seq, at, heardAt, pins, productId: fresh[0]?.productId });
  }

  /** `event` has led from `before` to `state`. */
  event(
    event: ControlEvent | SkippedEvent,
    state: RoomState,
    before: RoomState,
    heardAt: number,
    serverNow: number,
  ): void {
    this.#follow(event, state, heardAt);
    if ('skipped' in event || (event.type !== 'coupon.open' && event.type !== 'sale.open')) return;
    const { opensAt } = event.data;
    const [of, id] =
      event.type === 'sale.open'
        ? (['sales', event.data.saleId] as const)
        : (['coupons', event.data.couponId] as const);
    const offers: readonly (Coupon | Sale)[] = before[of];
    const offer = offers.find(one => one.id === id);
    const phase = offer && couponPhase(offer, serverNow);
    // One that can be claimed, or counts down already, goes on as the truth has it.
    if (!offer || (phase !== 'hidden' && phase !== 'expired')) return;
    const opening: Opening = {
      of,
      id,
      at: mediaTime(event),
      heardAt,
      opensAt,
      announced: opensAt - event.at > AT_ONCE_MS,
      before: { state: offer.state, opensAt: offer.opensAt, closesAt: offer.closesAt },
    };
    this.#openings = [...this.#openings, opening];
  }

  /** These openings need not wait any more. */
  opened(done: readonly Opening[]): void {
    if (done.length > 0) this.#openings = this.#openings.filter(one => !done.includes(one));
  }

  /**
   * Takes the log's own past: its events of `HISTORY_TYPES`, from the first one up to `seq`. False: they are of another
   * epoch, or end before what is known here begins.
   */
  recall({ epoch, seq }: Position, events: readonly (ControlEvent | SkippedEvent)[]): boolean {
    const known = this.#moments;
    const [first] = known;
    if (epoch !== this.#epoch || !first || seq < first.seq) return false;
    const heard = new Map(known.map(moment => [moment.seq, moment.heardAt]));
    this.#moments = [{ seq: 0, at: -Infinity, heardAt: first.heardAt, pins: [] }];
    let state = emptyRoom;
    for (const event of events) {
      state = fold(state, event);
      const live = !('skipped' in event) && event.type === 'room.phase' && event.data.phase === 'live';
      if (live) this.#onAirAt ??= mediaTime(event);
      this.#follow(event, state, heard.get(event.seq) ?? first.heardAt);
    }
    for (const moment of known) if (moment.seq > seq) this.#add(moment);
    return true;
  }

  /** Without its past, pins come one after the other: what was taken down again meanwhile is not known. */
  #begin(epoch: string, seq: number, pins: readonly Pin[], heardAt: number): void {
    this.#epoch = epoch;
    this.#openings = [];
    this.#onAirAt = undefined;
    this.#moments = [{ seq, at: -Infinity, heardAt, pins: [] }];
    for (let i = pins.length - 1; i >= 0; i -= 1) {
      const { mediaAt: at, productId } = pins[i]!;
      this.#add({ seq, at, heardAt, pins: pins.slice(i), productId });
    }
  }

  #follow(event: ControlEvent | SkippedEvent, { pins }: RoomState, heardAt: number): void {
    const last = this.#moments[this.#moments.length - 1];
    if (!last || samePins(last.pins, pins)) return;
    const pinned = !('skipped' in event) && event.type === 'pin.add' ? event.data.productId : undefined;
    this.#add({ seq: event.seq, at: mediaTime(event), heardAt, pins, productId: pinned });
  }

  #add(moment: Moment): void {
    const last = this.#moments[this.#moments.length - 1]!;
    this.#moments.push({ ...moment, at: Math.max(last.at, moment.at) });
  }
}
