import { cleanText, textLength } from '../../core/clean-text.js';
import { limits, QunError, type Comment, type RoomState } from '../../protocol/index.js';
import { speakerOf, type Viewer } from './viewer.js';

export interface CommentContext {
  now: number;
  viewer: Viewer;
  /** The id the comment gets if it is accepted. */
  id: string;
  simulated?: boolean | undefined;
}

/** The comment as the room will see it. Markup is text like any other; characters that hide or turn text go. */
export function decideComment(state: RoomState, text: string, context: CommentContext): Comment {
  if (state.phase === 'ended') throw new QunError('room-ended', { detail: 'the room has ended' });
  const clean = cleanText(text);
  if (clean === '') throw new QunError('comment-empty', { detail: 'nothing left to show', path: 'text' });
  const length = textLength(clean);
  if (length > limits.commentLength) {
    const detail = `${length} characters; at most ${limits.commentLength}`;
    throw new QunError('comment-too-long', { detail, path: 'text' });
  }
  return {
    id: context.id,
    from: speakerOf(context.viewer),
    text: clean,
    at: context.now,
    ...(context.simulated ? { simulated: true } : {}),
  };
}
