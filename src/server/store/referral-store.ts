import type { ShareVia } from '../../protocol/index.js';
import { randomText } from '../room/random-id.js';

/** One who passes the room on, as far as one link: the same viewer has another share for each share they came by. */
export interface Share {
  /** What links carry. Opaque; nobody can make up another's. */
  id: string;
  /** The viewer's pseudonym in this room, or `guide:<id>`; after an erasure a name that leads nowhere. */
  sharer: string;
  /** The merchant's own id of the person. */
  subject?: string | undefined;
  /** A member of the shop's staff. */
  guide?: string | undefined;
  /** The share by which the sharer had come; absent: they began. */
  parent?: string | undefined;
  /** 1: began; at most `limits.shareDepth`. */
  depth: number;
  /** Name that the sharer lets be shown. */
  name?: string | undefined;
  at: number;
}

/** One opening of a link. */
export interface Visit {
  /** The share's id as the link had it: its row may come later, or never. */
  share?: string | undefined;
  /** What the link says of how it was passed on. */
  via?: ShareVia | undefined;
  /** The group it was opened from, as the merchant names it. */
  group?: string | undefined;
  viewer: string;
  subject?: string | undefined;
  /** They had not been in this room before. */
  first: boolean;
  at: number;
}

/** A way of passing the room on was opened. */
export interface Intent {
  viewer: string;
  share: string;
  via: ShareVia;
  productId?: string | undefined;
  at: number;
}

/** One row of the chain, `n` counting 1, 2, 3 … in the order it came. */
export type ReferralRow = { n: number } & (
  ({ kind: 'share' } & Share) | ({ kind: 'visit' } & Visit) | ({ kind: 'intent' } & Intent)
);

export interface ReferralPage {
  rows: ReferralRow[];
  /** Grows with each erasure: what was read so far is to be read anew. */
  edition: number;
}

/** How far a viewer is erased: as one who passed the room on or came by it; or wherever the room knows of them. */
export type Reach = 'chain' | 'room';

/** Who passed the room on, and who came by it. Every method is atomic, and what has been answered is durable. */
export interface ReferralStore {
  /** Keeps a share, once for an id. Answers with what is kept. */
  share(room: string, share: Share): Promise<Share>;
  shareOf(room: string, id: string): Promise<Share | undefined>;
  /** Keeps a visit unless the same viewer opened the same link within `againMs`. True: kept. */
  visit(room: string, visit: Visit, againMs: number): Promise<boolean>;
  /** By which links this viewer has come, oldest first. */
  visitsOf(room: string, viewer: string): Promise<Visit[]>;
  intend(room: string, intent: Intent): Promise<void>;
  /** Rows after `after`, in order. */
  referrals(room: string, after: number, limit: number): Promise<ReferralPage>;
  /**
   * The name under which this viewer's shares may be shown; undefined: none. No row before keeps another; each share is told
   * once more, and what is told last holds.
   */
  setShownName(room: string, viewer: string, name: string | undefined): Promise<void>;
  /**
   * Puts another name, which leads nowhere, for this viewer wherever the chain, the marks and their orders have them, and forgets
   * subject and name there. The ledger is rewritten so, and told under which name they stand from now on. With `room` the same in
   * all else that is kept: claims, draws, sales, comments, every entry of the ledger; answers and dates of joining are forgotten.
   * Codes stay good and pieces stay kept, and whoever comes again gets none of what they have had before. Default: `chain`.
   */
  erase(room: string, viewer: string, at: number, reach?: Reach): Promise<void>;

  /** How often this viewer was erased where the chain knew of them: who comes again is somebody new there. */
  timesErased(room: string, viewer: string): Promise<number>;

  /** Notes what a viewer has done or wants, or that they do no more. True: it changed. The ledger hears of `reserve`. */
  mark(room: string, mark: Mark): Promise<boolean>;
  /** What is noted of this viewer, in the order of the names. */
  marks(room: string, viewer: string): Promise<string[]>;
}

export interface Mark {
  viewer: string;
  subject?: string | undefined;
  name: string;
  on: boolean;
  at: number;
}

/** To be reminded of the show. */
export const RESERVE = 'reserve';

/** What the ledger hears of a mark; undefined: nothing. */
export const markTold = ({ viewer, subject, name, on }: Mark) =>
  name === RESERVE ? { viewer, ...(subject === undefined ? {} : { subject }), on } : undefined;

/** The name of somebody who was erased. */
export const erasedName = () => `e-${randomText(16).toLowerCase()}`;
