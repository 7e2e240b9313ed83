import { QunError, type Coupon, type ParsedCommand, type RoomState } from '../../protocol/index.js';
import { couponOf, gateClaim, type ClaimRefusal } from './decide-claim.js';
import { decideComment, type CommentContext, type CommentDecision } from './decide-comment.js';
import { decideHost, type Draft, type HostContext, type ParsedHostCommand } from './decide-host.js';
import { runsRoom } from './viewer.js';

export interface DecideContext extends HostContext, CommentContext {
  /** This viewer has commented in this room. */
  commented: boolean;
}

/** What is decided by the room's state alone. What staff know beside has a place of its own. */
export type RoomCommand =
  Extract<ParsedCommand, { type: 'comment.send' | 'coupon.claim' }> | ParsedHostCommand;

/** What a command comes to. A claim still has to meet the stock, which only the store can count. */
export type Decision =
  | { kind: 'events'; events: Draft[] }
  | ({ kind: 'comment' } & CommentDecision)
  | { kind: 'claim'; coupon: Coupon; gate: ClaimRefusal | null };

/** Every rule of the room, without time, chance or disk of its own. Throws a QunError where the answer is no. */
export function decide(state: RoomState, command: RoomCommand, context: DecideContext): Decision {
  switch (command.type) {
    case 'comment.send':
      return { kind: 'comment', ...decideComment(state, command, context) };
    case 'coupon.claim': {
      const coupon = couponOf(state, command.couponId);
      return { kind: 'claim', coupon, gate: gateClaim(coupon, context) };
    }
    default:
      if (!runsRoom(context.viewer)) {
        throw new QunError('not-allowed', { detail: `${command.type} is for the host and assistants` });
      }
      return { kind: 'events', events: decideHost(state, command, context) };
  }
}
