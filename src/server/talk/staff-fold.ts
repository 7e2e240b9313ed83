import { limits, type Comment, type Question } from '../../protocol/index.js';
import type { Muted, ReportReason, StaffEvent } from './staff-event.js';

export interface Mute {
  viewer: Muted;
  /** Server time, ms; null: until it is taken back. */
  until: number | null;
  /** The viewer does not know. */
  shadow: boolean;
}

export interface Report {
  comment: Comment;
  count: number;
  reasons: ReportReason[];
}

/** Everything the staff's log determines. */
export interface StaffState {
  readonly mutes: ReadonlyMap<string, Mute>;
  readonly words: ReadonlySet<string>;
  /** Comment id → what was reported of it, newest last. */
  readonly reports: ReadonlyMap<string, Report>;
  /** Comment id → how many reports of it were written down, also where staff have let it stand. */
  readonly told: ReadonlyMap<string, number>;
  /** Question id → question, oldest first. */
  readonly open: ReadonlyMap<string, Question>;
  /** Answered or dismissed: whoever asks them again opens nothing. */
  readonly closed: ReadonlyMap<string, Question>;
}

export const emptyStaff: StaffState = {
  mutes: new Map(),
  words: new Set(),
  reports: new Map(),
  told: new Map(),
  open: new Map(),
  closed: new Map(),
};

/** Beyond these the oldest are forgotten; the log keeps them. */
const KEPT = { mutes: 10_000, reports: 200, told: 1000, open: 50, closed: limits.answers };

/** What staff know after `event`. Pure; an event of another version changes nothing. */
export function foldStaff(state: StaffState, event: StaffEvent): StaffState {
  switch (event.type) {
    case 'viewer.mute': {
      const { viewer, until, shadow } = event.data;
      // A mute that was over when another came need not be remembered.
      const lasting = [...state.mutes].filter(([, mute]) => mute.until === null || mute.until > event.at);
      const mutes = lasting.length < state.mutes.size ? new Map(lasting) : state.mutes;
      return { ...state, mutes: put(mutes, viewer.id, { viewer, until, shadow }, KEPT.mutes) };
    }
    case 'viewer.unmute':
      return { ...state, mutes: without(state.mutes, [event.data.viewer.id]) };
    case 'words.change': {
      const words = new Set(state.words);
      for (const word of event.data.remove) words.delete(word);
      for (const word of event.data.add) words.add(word);
      return { ...state, words };
    }
    case 'comment.report': {
      const { comment, reason, count } = event.data;
      const before = state.reports.get(comment.id);
      const reasons = [...new Set([...(before?.reasons ?? []), reason])];
      const report = { comment, count: Math.max(count, before?.count ?? 0), reasons };
      const told = put(state.told, comment.id, report.count, KEPT.told);
      return { ...state, told, reports: put(state.reports, comment.id, report, KEPT.reports) };
    }
    case 'comment.approve': {
      const ids = event.data.comments.map(({ id }) => id);
      return { ...state, reports: without(state.reports, ids) };
    }
    case 'comment.hide':
      return { ...state, reports: without(state.reports, [event.data.comment.id]) };
    case 'question.open': {
      const { question } = event.data;
      if (state.closed.has(question.id)) return state;
      return { ...state, open: put(state.open, question.id, question, KEPT.open) };
    }
    case 'question.answer':
    case 'question.dismiss': {
      const { question } = event.data;
      const open = without(state.open, [question.id]);
      return { ...state, open, closed: put(state.closed, question.id, question, KEPT.closed) };
    }
    case 'question.reopen': {
      const { question } = event.data;
      const closed = without(state.closed, [question.id]);
      return { ...state, closed, open: put(state.open, question.id, question, KEPT.open) };
    }
    default:
      return state;
  }
}

/** With `value` as the newest, and no more than `most` of them. */
function put<V>(map: ReadonlyMap<string, V>, key: string, value: V, most: number): Map<string, V> {
  const next = without(map, [key]);
  next.set(key, value);
  for (const oldest of next.keys()) {
    if (next.size <= most) break;
    next.delete(oldest);
  }
  return next;
}

function without<V>(map: ReadonlyMap<string, V>, keys: readonly string[]): Map<string, V> {
  const next = new Map(map);
  for (const key of keys) next.delete(key);
  return next;
}
