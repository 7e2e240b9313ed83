import type { Claim, Comment, ControlEvent, RoomState, SaleFigures, Show } from '../../protocol/index.js';
import type { CouponStore } from './coupon-store.js';
import type { LedgerStore } from './ledger-store.js';
import type { NoteStore } from './note-store.js';
import type { SaleStore } from './sale-store.js';
import type { OrderStore } from './order-store.js';
import type { ReferralStore } from './referral-store.js';
import type { Answered, Claimed, ClaimRequest, CommentAnswer, Receipt } from './receipt.js';

export type { Answered, Claimed, ClaimRequest, CommentAnswer, Receipt } from './receipt.js';

/** How a comment stands: seen by all; waiting for staff; seen by its author alone; taken down. */
export type Standing = 'shown' | 'held' | 'shadow' | 'hidden';

/** An event before the store has given it its place and time. */
export interface LogDraft {
  type: string;
  data: unknown;
  mediaAt?: number | undefined;
}

/** An event of any log; those of a room's own log are `ControlEvent`s. */
export interface LogEvent extends LogDraft {
  v: 1;
  room: string;
  epoch: string;
  seq: number;
  at: number;
}

/** All that a room needs to go on where it stopped. */
export interface RoomRecord {
  /** The incarnation of this room's log: positions of another one mean nothing here. */
  epoch: string;
  /** Head of the log; 0: nothing has happened yet. */
  seq: number;
  /** The state at `snapshotSeq`, and what followed. */
  state: RoomState | undefined;
  snapshotSeq: number;
  events: ControlEvent[];
  /** The show as last loaded. */
  show: Show | undefined;
  /** The newest comments that are shown, oldest first. */
  comments: Comment[];
  /** Comments shown so far, those taken down since among them. */
  commentCount: number;
  likes: number;
  /** Coupon id → how many are left. */
  left: Record<string, number>;
  /** Sale id → how it stands, for the sales of the show. */
  sales: Record<string, SaleFigures>;
  /** Where the first pulse goes on. */
  cursor: string;
}

/** `gap`: more than `limit` events, or the log does not reach back so far. */
export type ReadResult<E = ControlEvent> = { events: E[]; head: number } | 'gap';

/** Which part of a log: at most `limit` events after the place `after`; of these types only, if any are named. */
export interface HistoryPart {
  after: number;
  limit: number;
  types?: readonly string[] | undefined;
}

/** Events in order; all there are of the kind up to `seq`. The log ends at `head`. */
export interface History<E = ControlEvent> {
  events: E[];
  seq: number;
  head: number;
}

export interface PulseRequest {
  /** Of the process, anew each time it starts. */
  process: string;
  /** Readers of this process. */
  online: number;
  /** Likes given in this process since it started: a total, so that a pulse sent twice counts nothing twice. */
  likes: number;
  /** The `cursor` of the pulse before, or of `load`. */
  after: string;
  /** Server time, ms: what was kept for a flash sale's viewers until then is free again, and offered to who waits. */
  at: number;
}

export interface Pulse {
  epoch: string;
  /** Head of the room's log, and of its staff's. */
  head: number;
  staffHead: number;
  cursor: string;
  /** Shown since `after`, whichever process took them: the newest, at most 500, oldest first. */
  comments: Comment[];
  /** How many more there were. */
  missed: number;
  commentCount: number;
  likes: number;
  /** Readers of all processes that gave a sign in the last seconds. */
  online: number;
  left: Record<string, number>;
  sales: Record<string, SaleFigures>;
}

/** Comments one pulse carries at most. */
export const PULSE_COMMENTS = 500;

/** Word that a log has grown. The events come along where they are at hand. */
export interface Hint {
  seq: number;
  events?: readonly LogEvent[] | undefined;
}

/** The log of what a room's staff alone may know. */
export const staffLog = (room: string) => `${room}!staff`;

/** The room a log belongs to. */
export const roomOfLog = (log: string) => log.replace(/!.*$/, '');

/**
 * Where rooms live. Every method is atomic, and what has been answered is durable. Throws QunErrors: what can pass
 * is `overloaded`, with a time to come back. A `log` is a room's own (its id) or its staff's (`staffLog`).
 * `storeContract` says the same in tests; an adapter that passes it will do.
 */
export interface RoomStore extends LedgerStore, CouponStore, OrderStore, SaleStore, NoteStore, ReferralStore {
  /** The time that all processes go by, ms. Absent: this machine's own. */
  now?(): number;

  /** 32 random bytes, the same for a name and all processes as long as the store lives. */
  secret(name: string): Promise<Buffer>;
  load(room: string): Promise<RoomRecord>;

  /**
   * Appends `drafts` if the log still ends at `expectSeq`; otherwise `conflict`, and the caller decides anew.
   * `at` is raised to that of the event before and to where the log is sealed. `show.load` sets the stock of its
   * coupons and sales (never below what is claimed, held or ordered: `bad-config`); `sale.stop` ends its line;
   * `comment.redact` hides, `comment.restore` shows.
   */
  append(
    log: string,
    drafts: readonly LogDraft[],
    options: { at: number; expectSeq: number; receipt?: Receipt | undefined },
  ): Promise<Answered<{ seq: number }> | 'conflict'>;

  /** Keeps a comment of the receipt's viewer, once for a key. Default: shown. */
  comment(
    comment: Comment,
    options: { subject?: string | undefined; receipt: Receipt; standing?: Standing | undefined },
  ): Promise<Answered<CommentAnswer>>;
  /** Those that stood otherwise before, whole. One shown for the first time comes with the next pulse. */
  setStanding(room: string, ids: readonly string[], standing: Standing): Promise<Comment[]>;
  /** The newest of one standing, oldest first; those before the comment `before`, if it is named. */
  comments(
    room: string,
    options: { standing: Standing; limit: number; before?: string | undefined },
  ): Promise<Comment[]>;
  commentOf(room: string, id: string): Promise<{ comment: Comment; standing: Standing } | undefined>;
  hasCommented(room: string, viewer: string): Promise<boolean>;

  /** Claims never oversell. The last one appends `coupon.sold-out` in the same transaction. */
  claim(request: ClaimRequest): Promise<Claimed>;
  claims(room: string, viewer: string): Promise<Claim[]>;
  /** The answer kept for this receipt, if there is one. Throws `key-reused` for another body. */
  answered(receipt: Receipt): Promise<Answered<unknown> | undefined>;

  /** Events after `since`, in order. */
  read<E = ControlEvent>(log: string, since: number, limit: number): Promise<ReadResult<E>>;
  /** The log as it was written, for as long as the room lives: a recording replays it. */
  history<E = ControlEvent>(log: string, part: HistoryPart): Promise<History<E>>;
  /** From now on nothing in this room's log gets an `at` before `until`, ms. Answers the head of the log then. */
  seal(room: string, until: number): Promise<{ seq: number }>;
  putSnapshot(room: string, seq: number, state: RoomState): Promise<void>;

  /** One look a tick at what all processes did, and word of what this one did. Totals, and nothing is lost. */
  pulse(room: string, request: PulseRequest): Promise<Pulse>;
  /** Called after an append to this log by any process. A hint, which may be lost: the truth is `read`. */
  subscribe(log: string, listener: (hint: Hint) => void): () => void;

  /** One more of what `name` counts, and once only for a viewer if one is named. Answers how many there are. */
  count(room: string, name: string, viewer?: string): Promise<number>;
  /** The same without counting, in the order of `names`. */
  counted(room: string, names: readonly string[]): Promise<number[]>;

  /** Keeps `bytes` if nothing is kept at `path` yet. Answers with what is: whoever comes first decides. */
  keep(room: string, path: string, bytes: Buffer): Promise<Buffer>;
  kept(room: string, path: string): Promise<Buffer | undefined>;

  /** Since when this signed-in viewer has been in the room without a break longer than `breakMs`. */
  join(room: string, viewer: string, now: number, breakMs: number): Promise<number>;
  /** Forgets answers older than `before`, ms, that are not kept as a comment or a claim anyway. */
  prune(before: number): Promise<void>;

  /** Finishes what was begun; later calls are refused with `shutting-down`. */
  close(): Promise<void>;
}
