import { couponClosesAt, couponPhase } from '../../core/coupon-phase.js';
import { salePhase } from '../../core/sale-phase.js';
import {
  QunError,
  type Coupon,
  type ParsedCommand,
  type RoomState,
  type Sale,
} from '../../protocol/index.js';
import { couponOf } from './decide-claim.js';
import type { Draft } from './decide-host.js';
import { saleOf } from './decide-sale.js';

export type OpeningCommand = Extract<
  ParsedCommand,
  { type: 'coupon.open' | 'coupon.stop' | 'sale.open' | 'sale.stop' }
>;

export interface OpeningContext {
  now: number;
  /** Who is in the room, and will tap at the same moment. Default: a few. */
  online?: number | undefined;
  /** The SHA-256, in hex, of the seed of a draw that opens then. Needed where coupons are drawn. */
  commitOf?: ((couponId: string, opensAt: number) => string) | undefined;
}

/** Viewers a server answers in a second without making any of them wait. */
const PER_SECOND = 2000;
/** Nobody waits longer than this for their turn, ms; a spread shorter than the least is not worth its words. */
const MOST_MS = 3000;
const LEAST_MS = 100;

/** The events that open or stop an offer; none where everything is so already. */
export function decideOpening(state: RoomState, command: OpeningCommand, context: OpeningContext): Draft[] {
  switch (command.type) {
    case 'coupon.open':
      return openCoupon(couponOf(state, command.couponId), command.inSeconds, context);
    case 'coupon.stop': {
      const { id, state: stands } = couponOf(state, command.couponId);
      return stands === 'open' ? [{ type: 'coupon.stop', data: { couponId: id } }] : [];
    }
    case 'sale.open':
      return openSale(saleOf(state, command.saleId), command.inSeconds, context);
    case 'sale.stop': {
      const { id, state: stands } = saleOf(state, command.saleId);
      return stands === 'open' ? [{ type: 'sale.stop', data: { saleId: id } }] : [];
    }
  }
}

/** Over how many ms the taps of `online` viewers are spread; 0: not at all. */
export function spreadMsFor(online: number): number {
  const ms = Math.min(MOST_MS, Math.floor((online / PER_SECOND) * 1000));
  return ms < LEAST_MS ? 0 : ms;
}

/** Opens at once or after `inSeconds`. One already open stays as it is; one announced may be moved. */
function openCoupon(coupon: Coupon, inSeconds: number, context: OpeningContext): Draft[] {
  const phase = couponPhase(coupon, context.now);
  if (phase === 'open' || phase === 'sold-out') return [];
  if (coupon.mode === 'draw' && phase === 'expired') {
    throw new QunError('phase-conflict', { detail: 'a draw is held once', path: 'couponId' });
  }
  const times = opening(coupon, inSeconds, context);
  if (phase === 'upcoming' && coupon.opensAt === times.opensAt) return [];
  const commit = coupon.mode === 'draw' ? context.commitOf?.(coupon.id, times.opensAt) : undefined;
  return [
    {
      type: 'coupon.open',
      data: { couponId: coupon.id, ...times, ...(commit === undefined ? {} : { commit }) },
    },
  ];
}

function openSale(sale: Sale, inSeconds: number, context: OpeningContext): Draft[] {
  const phase = salePhase(sale, context.now);
  if (phase === 'open' || phase === 'sold-out') return [];
  const times = opening(sale, inSeconds, context);
  if (phase === 'upcoming' && sale.opensAt === times.opensAt) return [];
  return [{ type: 'sale.open', data: { saleId: sale.id, ...times } }];
}

function opening(
  { expires }: Pick<Coupon, 'expires'>,
  inSeconds: number,
  { now, online = 0 }: OpeningContext,
) {
  const opensAt = now + inSeconds * 1000;
  const closesAt = couponClosesAt(expires, opensAt);
  if (closesAt !== null && closesAt <= opensAt) {
    throw new QunError('phase-conflict', { detail: 'this would end before it opens', path: 'inSeconds' });
  }
  const spreadMs = spreadMsFor(online);
  return { opensAt, closesAt, ...(spreadMs === 0 ? {} : { spreadMs }) };
}
