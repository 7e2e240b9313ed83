import {
  limits,
  type Answered,
  type Comment,
  type Product,
  type Question,
  type Talk,
} from '../../protocol/index.js';
import type { QunCommentStream } from './comment-stream.js';
import { talkOver } from './talk-over.js';

/** What a talk is about beside its lines. */
export interface Topics {
  readonly talk: Talk;
  readonly pinned: Comment | null | undefined;
  /** Open ones, most asked first. */
  readonly questions: readonly Question[];
  readonly answers: readonly Answered[];
  readonly products: readonly Product[];
}

const none: readonly never[] = [];
const open: Talk = { mode: 'open', slowSeconds: 0 };

/** As the room says, or, where there is none, the page. */
export function topicsOf(host: QunCommentStream): Topics {
  const { roomStore: room } = host;
  const state = room?.$state.get();
  const from = room ? { ...state, pinned: state?.pinnedComment, questions: room.$asked.get() } : host;
  const answers = from.answers ?? none;
  const answered = new Set(answers.map(one => one.question.id));
  const questions = talkOver(host) ? none : (from.questions ?? none);
  return {
    talk: from.talk ?? open,
    pinned: from.pinned,
    questions: questions.filter(({ id }) => !answered.has(id)).slice(0, limits.questions),
    answers,
    products: state?.products ?? none,
  };
}
