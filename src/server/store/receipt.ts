import type { Claim, ClaimAnswer, Comment } from '../../protocol/index.js';
import type { ClaimRefusal } from '../room/decide-claim.js';

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

export interface CommentAnswer {
  comment: Comment;
  /** It waited for staff when it came; said again however often it is asked. */
  held?: true;
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
