import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { CommentWindow } from '../core/comment-window.js';
import type { ClaimState } from '../core/coupon-phase.js';
import type { HoldState } from '../core/sale-phase.js';
import type { Question, SaleFigures, Speaker } from '../protocol/index.js';
import { createClaimActions } from './claim-actions.js';
import { createCommentActions } from './comment-actions.js';
import { createReactionActions } from './reaction-actions.js';
import { createTalkActions } from './talk-actions.js';
import type { RoomContext } from './room-context.js';
import type { Connection, Room } from './room.js';

/** The stores that a viewer's doings change. */
export interface ActionStores {
  $comments: WritableAtom<CommentWindow>;
  $asked: WritableAtom<readonly Question[]>;
  $likes: WritableAtom<number>;
  $claims: WritableAtom<Readonly<Record<string, ClaimState>>>;
  $holds: WritableAtom<Readonly<Record<string, HoldState>>>;
  $viewer: WritableAtom<Speaker | undefined>;
  readonly $sales: ReadableAtom<Readonly<Record<string, SaleFigures>>>;
  readonly $connection: ReadableAtom<Connection>;
}

/** What of a room is done by its viewer. */
export type Actions = Pick<
  Room,
  | 'sendComment'
  | 'retryComment'
  | 'discardComment'
  | 'reportComment'
  | 'joinQuestion'
  | 'intend'
  | 'react'
  | 'claimCoupon'
>;

/** Everything a viewer can do in one room. */
export const createActions = (context: RoomContext, stores: ActionStores): Actions => ({
  ...createCommentActions(context, stores.$comments, stores.$viewer),
  ...createTalkActions(context, stores.$asked),
  ...createReactionActions(context, stores.$likes),
  ...createClaimActions(context, stores.$claims, stores.$viewer),
});
