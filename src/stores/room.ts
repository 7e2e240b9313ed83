import type { ReadableAtom } from 'nanostores';
import type { Chapter, DateSpan } from '../core/chapters.js';
import type { ClaimState } from '../core/coupon-phase.js';
import type { CommentWindow } from '../core/comment-window.js';
import type { HoldState } from '../core/sale-phase.js';
import type { ServerClock } from '../core/server-clock.js';
import type {
  AnswerOf,
  Command,
  Happening,
  Question,
  QunError,
  RoomState,
  SaleFigures,
  Session,
  Speaker,
} from '../protocol/index.js';
import type { ConnectionStatus } from '../transport/room-transport.js';
import type { Cart } from './cart.js';

/** What words are about. */
export interface SendOptions {
  /** Id of the comment they answer to. */
  replyTo?: string | undefined;
  /** Id of the product they ask about. */
  productId?: string | undefined;
}

/** What of a flash sale is wanted. */
export interface ReserveOptions {
  /** Id of the combination; needed where the product has some and the sale does not name one. */
  variantId?: string | undefined;
  /** Pieces. Default: 1. */
  quantity?: number | undefined;
}

/** Why a comment is reported. */
export type ReportReason = Extract<Command, { type: 'comment.report' }>['reason'];

export interface Connection {
  status: ConnectionStatus;
  /** Why it is `reconnecting` or `failed`. */
  error?: QunError | undefined;
  /** The state may be behind the room; it is being fetched anew. */
  stale: boolean;
}

/** Where a viewer's picture stands, as its player tells. All times are dates, ms since 1970 (EXT-X-PROGRAM-DATE-TIME). */
export interface Playhead {
  /**
   * Date of the picture; undefined: there is none yet, or its date is not known. A recording without dates may be taken
   * to begin at `onAirAt`, when the show went live, where the room's past is known.
   */
  date(onAirAt?: number): number | undefined;
  /** How far the picture is behind what happens, s; undefined: not known. */
  latencyS(): number | undefined;
  /** False: it stands still, and `watch` will say when it goes on. Default: it moves. */
  moving?(): boolean;
  /** The viewer has chosen to be behind. Default: never. */
  back?(): boolean;
  /** What can be sought, where that is worth it. Default: nothing. */
  span?(onAirAt?: number): DateSpan | undefined;
  /** Takes the picture to a date. Default: it cannot. */
  seek?(date: number): void;
  /** Calls `moved` whenever the picture jumps, goes on or stands still; returns how to stop. Default: it is looked at. */
  watch?(moved: () => void): () => void;
}

/** Of the session: the id that this viewer's links carry, whether they are reminded, and whom of the staff they are. */
export type Own = Pick<Session, 'share' | 'reserved' | 'guide'>;

/** One room as the page sees it: stores to listen to, and a few things to ask. Made by `createRoom()`. */
export interface Room {
  /** The room's server URL, or a name of its own where a transport was brought along. */
  readonly id: string;
  readonly clock: ServerClock;
  /** The shop's cart as the page or a ready cart tells. */
  readonly cart: Cart;

  readonly $connection: ReadableAtom<Connection>;
  /** Everything the room's log determines; undefined until the first snapshot. Unchanged parts keep their identity. */
  readonly $state: ReadableAtom<RoomState | undefined>;
  /**
   * The same as this viewer's picture has come to it: pins, and coupons and flash sales just opened, appear with the frame
   * they belong to; everything else at once. Without a playhead it is `$state`.
   */
  readonly $shown: ReadableAtom<RoomState | undefined>;
  /** Moments that the presented picture can be taken to, oldest first. */
  readonly $chapters: ReadableAtom<readonly Chapter[]>;
  /** Coupon id → how many are left, as last heard. */
  readonly $left: ReadableAtom<Readonly<Record<string, number>>>;
  /** Sale id → how it stands, as last heard. */
  readonly $sales: ReadableAtom<Readonly<Record<string, SaleFigures>>>;
  /** Sale id → what is kept for this viewer; absent: idle. */
  readonly $holds: ReadableAtom<Readonly<Record<string, HoldState>>>;
  readonly $online: ReadableAtom<number>;
  /** Comments accepted in this room so far. */
  readonly $commentCount: ReadableAtom<number>;
  readonly $comments: ReadableAtom<CommentWindow>;
  /** Likes given in this room so far, as last heard. */
  readonly $likes: ReadableAtom<number>;
  /** Open questions as last heard, most asked first. */
  readonly $asked: ReadableAtom<readonly Question[]>;
  /** What happened of late, put together: one list for each word of the feed that had any. */
  readonly $happened: ReadableAtom<readonly Happening[]>;
  /** Coupon id → where this viewer stands with it; absent: idle. */
  readonly $claims: ReadableAtom<Readonly<Record<string, ClaimState>>>;
  /** What is this viewer's own beside offers, once joined. */
  readonly $own: ReadableAtom<Own>;
  /** This viewer, once joined. */
  readonly $viewer: ReadableAtom<Speaker | undefined>;
  /** The newest fault that concerns nobody's single action (malformed events, a failed join). */
  readonly $fault: ReadableAtom<QunError | undefined>;

  /** Connects while at least one holder remains; returns how to let go. */
  retain(): () => void;
  /** Tries anew at once, also where the connection has failed for good; for a "try again" button. */
  reconnect(): void;
  /** Lets `$shown` and `$chapters` follow a picture; returns how to stop. */
  present(playhead: Playhead): () => void;
  /** Takes the presented picture to a date, ms since 1970, and plays. Nothing happens where there is none. */
  seek(date: number): void;
  /** Makes a URL of the room's state absolute; undefined where it is not http(s). */
  resolve(url: string | null | undefined): string | undefined;
  /** Shows the words at once as `sending`; resolves when the server has answered. False: refused, see the line's code. */
  sendComment(text: string, options?: SendOptions): Promise<boolean>;
  /** Sends a failed line again under the same key. */
  retryComment(id: string): Promise<boolean>;
  /** Takes a failed line off the screen. */
  discardComment(id: string): void;
  /** Tells staff of somebody's comment. Rejects with a QunError. */
  reportComment(id: string, reason: ReportReason): Promise<void>;
  /** "Me too": asks an open question as well. Resolves to how many ask it now. Rejects with a QunError. */
  joinQuestion(id: string): Promise<number>;
  /**
   * Gives likes, up to 30 at a time: gather taps, and give them three seconds apart. Resolves to the room's total.
   * Rejects with a QunError; after a temporary one give the same again, and none is counted twice.
   */
  react(count: number): Promise<number>;
  /** Tells the room that this viewer is going to buy, which others hear of as a figure. Best effort: never rejects. */
  intend(productId: string): Promise<void>;
  claimCoupon(couponId: string): Promise<ClaimState>;
  /**
   * Asks for pieces of a flash sale, to be kept for this viewer for a while. One wish at a time for a sale: while one is
   * under way its outcome is also the next one's. What came too early or failed is seen in the outcome; never rejects.
   * It is sent at once: who asks in the rush of an opening waits out the advised time first (core/rush.ts).
   */
  reserve(saleId: string, options?: ReserveOptions): Promise<HoldState>;
  /**
   * Stands in line for what may come back. When the turn has come the room asks by itself, and `$holds` says `held`.
   * Otherwise as `reserve`.
   */
  waitFor(saleId: string, options?: ReserveOptions): Promise<HoldState>;
  /**
   * Gives back what is kept and not ordered, and the place in the line: `idle`. `failed`: it could not be said, and
   * `$holds` stays as it was. Never rejects.
   */
  release(saleId: string): Promise<HoldState>;
  /** A wish of the host, or of a viewer for what no other action has. Rejects with a QunError. */
  command<C extends Command>(command: C): Promise<AnswerOf<C['type']>>;
}
