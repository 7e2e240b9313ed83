import {
  QunError,
  type Comment,
  type Coupon,
  type ParsedCommand,
  type RoomState,
} from '../../protocol/index.js';
import { couponOf, gateClaim, type ClaimRefusal } from './decide-claim.js';
import { decideComment } from './decide-comment.js';
import { decideHost, type Draft, type HostContext } from './decide-host.js';
import { runsRoom, type Viewer } from './viewer.js';

export interface DecideContext extends HostContext {
  /** The id a comment gets if it is accepted. */
  id: string;
  viewer: Viewer;
  /** This viewer has commented in this room. */
  commented: boolean;
  simulated?: boolean | undefined;
}

/** What a command comes to. A claim still has to meet the stock, which only the store can count. */
export type Decision =
  | { kind: 'events'; events: Draft[] }
  | { kind: 'comment'; comment: Comment }
  | { kind: 'claim'; coupon: Coupon; gate: ClaimRefusal | null };

/** Every rule of the room, without time, chance or disk of its own. Throws a QunError where the answer is no. */
export function decide(state: RoomState, command: ParsedCommand, context: DecideContext): Decision {
  switch (command.type) {
    case 'comment.send':
      return { kind: 'comment', comment: decideComment(state, command.text, context) };
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
