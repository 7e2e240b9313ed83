import { cleanText, textLength } from '../../core/clean-text.js';
import { quoteOf } from '../../core/quote.js';
import {
  limits,
  QunError,
  type Comment,
  type ParsedCommand,
  type Quote,
  type RoomState,
} from '../../protocol/index.js';
import type { Standing } from '../store/room-store.js';
import type { Mute } from '../talk/staff-fold.js';
import { checkWords } from './check-words.js';
import { guestNumber, runsRoom, speakerOf, type Viewer } from './viewer.js';

export type SendComment = Extract<ParsedCommand, { type: 'comment.send' }>;

export interface CommentContext {
  now: number;
  viewer: Viewer;
  /** The id the comment gets if it is accepted. */
  id: string;
  simulated?: boolean | undefined;
  /** The comment that `replyTo` names; absent: there is none. */
  quoted?: { comment: Comment; standing: Standing } | undefined;
  /** What keeps this viewer from writing. */
  mute?: Mute | undefined;
  /** When this viewer spoke last, as far as it is known, ms. */
  spokeAt?: number | undefined;
  /** Whether words may not be said here. */
  forbidden?: ((text: string) => boolean) | undefined;
}

export interface CommentDecision {
  /** As the room will see it. Markup is text like any other; characters that hide or turn text go. */
  comment: Comment;
  standing: Standing;
}

/** Whether, how and to whom words are shown. Throws a QunError where they are not taken. */
export function decideComment(
  state: RoomState,
  command: SendComment,
  context: CommentContext,
): CommentDecision {
  const { viewer, now, forbidden } = context;
  if (state.phase === 'ended') throw new QunError('room-ended', { detail: 'the room has ended' });
  const text = wordsOf(command.text);
  const { productId } = command;
  if (productId !== undefined && !state.products.some(product => product.id === productId)) {
    const detail = `no product ${productId} on the shelf`;
    throw new QunError('product-unknown', { detail, path: 'productId' });
  }
  const standing = runsRoom(viewer) ? staffGate(text) : gate(state, text, context);
  const speaker = speakerOf(viewer);
  if (!runsRoom(viewer) && viewer.name !== undefined && forbidden?.(viewer.name)) {
    // A name is not worth losing a customer for: they go on as a guest.
    delete speaker.name;
    speaker.guest = guestNumber(viewer.id);
  }
  const replyTo = command.replyTo === undefined ? undefined : quoteFor(command.replyTo, standing, context);
  const comment = {
    id: context.id,
    from: speaker,
    text,
    at: now,
    ...(replyTo ? { replyTo } : {}),
    ...(productId === undefined ? {} : { productId }),
    ...(context.simulated ? { simulated: true } : {}),
  };
  return { comment, standing };
}

/** Words as others will read them. Throws where nothing is left of them, or too much. */
export function wordsOf(given: string): string {
  const clean = cleanText(given);
  if (clean === '') throw new QunError('comment-empty', { detail: 'nothing left to show', path: 'text' });
  const length = textLength(clean);
  if (length > limits.commentLength) {
    const detail = `${length} characters; at most ${limits.commentLength}`;
    throw new QunError('comment-too-long', { detail, path: 'text' });
  }
  return clean;
}

/** What the host and assistants say, the shop says: apps hold it against the link as they do its notice. */
function staffGate(text: string): Standing {
  checkWords(text, 'text', 'comment-refused');
  return 'shown';
}

/** What binds viewers and not staff. The order is the protocol's. */
function gate(
  { talk }: RoomState,
  text: string,
  { now, mute, spokeAt, forbidden }: CommentContext,
): Standing {
  if (talk.mode === 'staff')
    throw new QunError('talk-closed', { detail: 'only the host and assistants write' });
  const muted = mute && (mute.until === null || mute.until > now) ? mute : undefined;
  if (muted && !muted.shadow) throw new QunError('comment-muted', { detail: 'this viewer may not write' });
  if (forbidden?.(text))
    throw new QunError('comment-refused', { detail: 'a word of the list', path: 'text' });
  const waitMs = spokeAt === undefined ? 0 : spokeAt + talk.slowSeconds * 1000 - now;
  if (waitMs > 0) {
    const detail = `slow mode: once in ${talk.slowSeconds} s`;
    throw new QunError('comment-too-fast', { detail, retryAfterMs: waitMs });
  }
  // Held like everybody's, so that nothing tells the one who does not know.
  if (talk.mode === 'approval') return 'held';
  return muted ? 'shadow' : 'shown';
}

/** What was hidden or held is no answer's beginning, but of one's own nobody need hear that it is. */
function quoteFor(id: string, standing: Standing, { quoted, viewer }: CommentContext): Quote | undefined {
  const own = quoted?.comment.from.id === viewer.id && quoted.standing !== 'hidden';
  if (!quoted || (quoted.standing !== 'shown' && !own)) {
    throw new QunError('comment-unknown', { detail: `no comment ${id} in this room`, path: 'replyTo' });
  }
  if (quoted.standing !== 'shown' && standing === 'shown') return undefined;
  return quoteOf(quoted.comment);
}
