import type { ReadableAtom } from 'nanostores';
import type { ClaimState } from '../core/coupon-phase.js';
import type { CommentWindow } from '../core/comment-window.js';
import type { ServerClock } from '../core/server-clock.js';
import type { AnswerOf, HostCommand, QunError, RoomState, Speaker } from '../protocol/index.js';
import type { ConnectionStatus } from '../transport/room-transport.js';

export interface Connection {
  status: ConnectionStatus;
  /** Why it is `reconnecting` or `failed`. */
  error?: QunError | undefined;
  /** The state may be behind the room; it is being fetched anew. */
  stale: boolean;
}

/** One room as the page sees it: stores to listen to, and a few things to ask. Made by `createRoom()`. */
export interface Room {
  /** The room's server URL, or a name of its own where a transport was brought along. */
  readonly id: string;
  readonly clock: ServerClock;

  readonly $connection: ReadableAtom<Connection>;
  /** Everything the room's log determines; undefined until the first snapshot. Unchanged parts keep their identity. */
  readonly $state: ReadableAtom<RoomState | undefined>;
  /** Coupon id → how many are left, as last heard. */
  readonly $left: ReadableAtom<Readonly<Record<string, number>>>;
  readonly $online: ReadableAtom<number>;
  /** Comments accepted in this room so far. */
  readonly $commentCount: ReadableAtom<number>;
  readonly $comments: ReadableAtom<CommentWindow>;
  /** Coupon id → where this viewer stands with it; absent: idle. */
  readonly $claims: ReadableAtom<Readonly<Record<string, ClaimState>>>;
  /** This viewer, once joined. */
  readonly $viewer: ReadableAtom<Speaker | undefined>;
  /** The newest fault that concerns nobody's single action (malformed events, a failed join). */
  readonly $fault: ReadableAtom<QunError | undefined>;

  /** Connects while at least one holder remains; returns how to let go. */
  retain(): () => void;
  /** Tries anew at once, also where the connection has failed for good; for a "try again" button. */
  reconnect(): void;
  /** Makes a URL of the room's state absolute; undefined where it is not http(s). */
  resolve(url: string | null | undefined): string | undefined;
  /** Shows the words at once as `sending`; resolves when the server has answered. False: refused, see the line's code. */
  sendComment(text: string): Promise<boolean>;
  /** Sends a failed line again under the same key. */
  retryComment(id: string): Promise<boolean>;
  /** Takes a failed line off the screen. */
  discardComment(id: string): void;
  claimCoupon(couponId: string): Promise<ClaimState>;
  /** A wish of the host. Rejects with a QunError. */
  command<C extends HostCommand>(command: C): Promise<AnswerOf<C['type']>>;
}
