import type { Claim, ClaimAnswer, Comment, ControlEvent, RoomState, Show } from '../../protocol/index.js';
import type { ClaimRefusal } from '../room/decide-claim.js';
import type { Draft } from '../room/decide-host.js';

/** Makes a command answer the same however often it is sent. */
export interface Receipt {
  /** Keys of different viewers never meet. */
  room: string;
  viewer: string;
  key: string;
  /** Of the command's body; the same key with another body is refused (`key-reused`). */
  fingerprint: string;
}

/** An answer with the server time it was first given at, ms. */
export interface Answered<T> {
  answer: T;
  at: number;
  /** Given before; nothing happened this time. */
  replayed: boolean;
}

export interface ClaimRequest {
  couponId: string;
  /** The merchant's own id of the viewer, for the merchant's books. */
  subject: string | undefined;
  /** Why a new claim would be refused. */
  gate: ClaimRefusal | null;
  /** What the viewer gets if there is one left. */
  offer: Claim;
  /** Says where and for whom as well. */
  receipt: Receipt;
}

export interface Claimed extends Answered<ClaimAnswer> {
  /** How many are left after this. */
  left: number;
}

/** All that a room needs to go on where it stopped. */
export interface RoomRecord {
  /** Head of the log; 0: nothing has happened yet. */
  seq: number;
  /** The state at `snapshotSeq`, and what followed. */
  state: RoomState | undefined;
  snapshotSeq: number;
  events: ControlEvent[];
  /** The show as last loaded. */
  show: Show | undefined;
  /** The newest comments that were not taken down, oldest first. */
  comments: Comment[];
  commentCount: number;
  /** Coupon id → how many are left. */
  left: Record<string, number>;
}

/** `gap`: more than `limit` events, or the log does not reach back so far. */
export type ReadResult = { events: ControlEvent[]; head: number } | 'gap';

/** Which part of a log: at most `limit` events after the place `after`; of these types only, if any are named. */
export interface HistoryPart {
  after: number;
  limit: number;
  types?: readonly string[] | undefined;
}

/** Events in order; all there are of the kind up to `seq`. The log ends at `head`. */
export interface History {
  events: ControlEvent[];
  seq: number;
  head: number;
}

/**
 * Where rooms live. Every method is atomic, and what has been answered is durable. Throws QunErrors.
 * `storeContract` says the same in tests; an adapter that passes it will do.
 */
export interface RoomStore {
  /** The incarnation of this store: positions of another one mean nothing here. */
  readonly epoch: string;

  /** 32 random bytes, the same for a name as long as the store lives. */
  secret(name: string): Promise<Buffer>;
  load(room: string): Promise<RoomRecord>;

  /**
   * Appends `drafts` if the log still ends at `expectSeq`; otherwise `conflict`, and the caller decides anew.
   * `show.load` sets the stock of its coupons (never below what is claimed: `bad-config`); `comment.redact` hides.
   */
  append(
    room: string,
    drafts: readonly Draft[],
    options: { at: number; expectSeq: number; receipt?: Receipt | undefined },
  ): Promise<Answered<{ seq: number }> | 'conflict'>;

  /** Keeps a comment of the receipt's viewer, once for a key. */
  comment(
    comment: Comment,
    options: { subject?: string | undefined; receipt: Receipt },
  ): Promise<Answered<{ comment: Comment }>>;

  /** Claims never oversell. The last one appends `coupon.sold-out` in the same transaction. */
  claim(request: ClaimRequest): Promise<Claimed>;

  /** The answer kept for this receipt, if there is one. Throws `key-reused` for another body. */
  answered(receipt: Receipt): Promise<Answered<unknown> | undefined>;

  /** Events after `since`, in order. */
  read(room: string, since: number, limit: number): Promise<ReadResult>;
  /** The log as it was written, for as long as the room lives: a recording replays it. */
  history(room: string, part: HistoryPart): Promise<History>;
  claims(room: string, viewer: string): Promise<Claim[]>;
  hasCommented(room: string, viewer: string): Promise<boolean>;
  commentStands(room: string, commentId: string): Promise<'unknown' | 'shown' | 'hidden'>;

  /** Since when this signed-in viewer has been in the room without a break longer than `breakMs`. */
  join(room: string, viewer: string, now: number, breakMs: number): Promise<number>;

  putSnapshot(room: string, seq: number, state: RoomState): Promise<void>;
  /** Forgets answers older than `before`, ms, that are not kept as a comment or a claim anyway. */
  prune(before: number): Promise<void>;

  /** Called with each durable event, in order, before its command is answered. A hint: the truth is `read`. */
  subscribe(listener: (event: ControlEvent) => void): () => void;

  /** Finishes what was begun; later calls are refused with `shutting-down`. */
  close(): Promise<void>;
}
