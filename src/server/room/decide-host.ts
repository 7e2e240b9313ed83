import {
  limits,
  QunError,
  type ControlData,
  type ControlType,
  type ParsedCommand,
  type Phase,
  type RoomState,
} from '../../protocol/index.js';
import { checkWords } from './check-words.js';
import { decideOpening, type OpeningContext } from './decide-openings.js';
import { decideShelf, productOf } from './decide-shelf.js';

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
  'sale.open',
  'sale.stop',
  'notice.set',
  'around.set',
  'stock.set',
  'price.set',
  'shelf.put',
  'shelf.remove',
  'shelf.move',
] as const;

export type HostContext = OpeningContext;

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
    case 'coupon.stop':
    case 'sale.open':
    case 'sale.stop':
      return decideOpening(state, command, context);
    case 'notice.set': {
      checkWords(command.notice, 'notice');
      const same = JSON.stringify(command.notice) === JSON.stringify(state.notice);
      return same ? [] : [{ type: 'room.notice', data: { notice: command.notice } }];
    }
    case 'around.set': {
      checkWords(command.around, 'around');
      const same = JSON.stringify(command.around) === JSON.stringify(state.around);
      return same ? [] : [{ type: 'room.around', data: { around: command.around } }];
    }
    default:
      return decideShelf(state, command);
  }
}

function setPhase(state: RoomState, phase: Wanted): Draft[] {
  if (state.phase === phase) return [];
  if (from[phase].includes(state.phase)) return [{ type: 'room.phase', data: { phase } }];
  const detail = `a room that is ${state.phase} cannot become ${phase}`;
  throw new QunError('phase-conflict', { detail, path: 'phase' });
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
