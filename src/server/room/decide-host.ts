import { couponClosesAt, couponPhase } from '../../core/coupon-phase.js';
import {
  limits,
  QunError,
  type ControlData,
  type ControlType,
  type ParsedCommand,
  type Phase,
  type RoomState,
} from '../../protocol/index.js';
import { couponOf } from './decide-claim.js';

/** A control event before the store has given it its place and time. */
export type Draft = {
  [T in ControlType]: { type: T; data: ControlData<T>; mediaAt?: number | undefined };
}[ControlType];

/** Those that change nothing but the room's log, and need nothing but its state. */
export type ParsedHostCommand = Extract<ParsedCommand, { type: (typeof hostCommands)[number] }>;

export const hostCommands = [
  'phase.set',
  'stream.set',
  'pin.add',
  'pin.remove',
  'coupon.open',
  'coupon.stop',
  'notice.set',
  'stock.set',
] as const;

export interface HostContext {
  now: number;
}

type Wanted = Extract<Phase, 'live' | 'paused' | 'ended' | 'replay'>;

/** From where each phase may be reached by the host's word; the end can be taken back. */
const from: Record<Wanted, readonly Phase[]> = {
  live: ['warmup', 'paused', 'interrupted', 'ended'],
  paused: ['live', 'interrupted'],
  ended: ['warmup', 'live', 'paused', 'interrupted', 'replay'],
  replay: ['ended'],
};

/** The events that carry out `command`; none where everything is so already. */
export function decideHost(state: RoomState, command: ParsedHostCommand, context: HostContext): Draft[] {
  const { mediaAt } = command;
  const events = changes(state, command, context);
  return mediaAt === undefined ? events : events.map(event => ({ ...event, mediaAt }));
}

function changes(state: RoomState, command: ParsedHostCommand, context: HostContext): Draft[] {
  switch (command.type) {
    case 'phase.set':
      return setPhase(state, command.phase);
    case 'stream.set': {
      const { src, poster } = command.stream ?? {};
      const same = src === state.stream?.src && poster === state.stream?.poster;
      return same ? [] : [{ type: 'room.stream', data: { stream: command.stream } }];
    }
    case 'pin.add':
      return addPin(state, command.productId);
    case 'pin.remove': {
      const { productId } = command;
      const pinned = state.pins.some(pin => pin.productId === productId);
      if (!pinned) productOf(state, productId);
      return pinned ? [{ type: 'pin.remove', data: { productId } }] : [];
    }
    case 'coupon.open':
      return openCoupon(state, command.couponId, command.inSeconds, context.now);
    case 'coupon.stop': {
      const { id, state: stands } = couponOf(state, command.couponId);
      return stands === 'open' ? [{ type: 'coupon.stop', data: { couponId: id } }] : [];
    }
    case 'notice.set': {
      const same = JSON.stringify(command.notice) === JSON.stringify(state.notice);
      return same ? [] : [{ type: 'room.notice', data: { notice: command.notice } }];
    }
    case 'stock.set': {
      const { productId, stock } = command;
      const same = productOf(state, productId).stock === stock;
      return same ? [] : [{ type: 'product.stock', data: { productId, stock } }];
    }
  }
}

function setPhase(state: RoomState, phase: Wanted): Draft[] {
  if (state.phase === phase) return [];
  if (from[phase].includes(state.phase)) return [{ type: 'room.phase', data: { phase } }];
  const detail = `a room that is ${state.phase} cannot become ${phase}`;
  throw new QunError('phase-conflict', { detail, path: 'phase' });
}

function productOf(state: RoomState, productId: string) {
  const product = state.products.find(one => one.id === productId);
  if (product) return product;
  throw new QunError('product-unknown', {
    detail: `no product ${productId} on the shelf`,
    path: 'productId',
  });
}

/** Pinning the newest pin changes nothing; pinning an older one brings it to the front. */
function addPin(state: RoomState, productId: string): Draft[] {
  productOf(state, productId);
  if (state.pins[0]?.productId === productId) return [];
  const pinned = state.pins.some(pin => pin.productId === productId);
  if (!pinned && state.pins.length >= limits.pins) {
    throw new QunError('pins-full', { detail: `${limits.pins} are pinned: take one down first` });
  }
  return [{ type: 'pin.add', data: { productId } }];
}

/** Opens at once or after `inSeconds`. One already open stays as it is; one announced may be moved. */
function openCoupon(state: RoomState, couponId: string, inSeconds: number, now: number): Draft[] {
  const coupon = couponOf(state, couponId);
  const phase = couponPhase(coupon, now);
  if (phase === 'open' || phase === 'sold-out') return [];
  const opensAt = now + inSeconds * 1000;
  const closesAt = couponClosesAt(coupon.expires, opensAt);
  if (closesAt !== null && closesAt <= opensAt) {
    throw new QunError('phase-conflict', {
      detail: 'this coupon would end before it opens',
      path: 'inSeconds',
    });
  }
  return [{ type: 'coupon.open', data: { couponId, opensAt, closesAt } }];
}
