import {
  QunError,
  staffLimits,
  type Comment,
  type ParsedCommand,
  type Question,
  type RoomState,
  type Speaker,
} from '../../protocol/index.js';
import { checkWords } from '../room/check-words.js';
import { wordsOf } from '../room/decide-comment.js';
import type { Draft } from '../room/decide-host.js';
import type { Standing } from '../store/room-store.js';
import type { Muted, StaffDraft } from './staff-event.js';
import type { StaffState } from './staff-fold.js';
import { WordList } from './word-list.js';

export const staffCommands = [
  'comment.hide',
  'comment.restore',
  'comment.pin',
  'comment.approve',
  'comment.reject',
  'talk.set',
  'words.change',
  'viewer.mute',
  'viewer.unmute',
  'question.answer',
  'question.dismiss',
  'question.reopen',
] as const;

/** Commands about what is said. Each leaves an entry in the trail. */
export type StaffCommand = Extract<ParsedCommand, { type: (typeof staffCommands)[number] }>;

export const isStaffCommand = (command: ParsedCommand): command is StaffCommand =>
  (staffCommands as readonly string[]).includes(command.type);

/** What the store and this process know of whatever the command names. */
export interface StaffFacts {
  now: number;
  by: Speaker;
  /** Comments that the command names, as they stand. */
  comments: ReadonlyMap<string, { comment: Comment; standing: Standing }>;
  /** The viewer it names, as the room knew them. */
  viewer?: Muted | undefined;
  /** The question it names, as often as it has been asked. */
  question?: Question | undefined;
}

/** What a command comes to. Without a trail everything is so already. */
export interface StaffMove {
  trail?: StaffDraft;
  /** For the room's log. */
  events?: Draft[];
  standing?: { ids: string[]; standing: Standing };
}

/** Throws a QunError where the command names what is not there. */
export function decideStaff(
  room: RoomState,
  staff: StaffState,
  command: StaffCommand,
  facts: StaffFacts,
): StaffMove {
  const { by, now } = facts;
  switch (command.type) {
    case 'comment.hide': {
      const { comment, standing } = found(command.commentId, facts);
      if (standing === 'hidden') return {};
      const trail = { type: command.type, data: { comment, by } };
      // What only its author has seen is not named to all.
      if (standing !== 'shown') return { trail, standing: { ids: [comment.id], standing: 'hidden' } };
      return { trail, events: [{ type: 'comment.redact', data: { ids: [comment.id] } }] };
    }
    case 'comment.restore': {
      const { comment, standing } = found(command.commentId, facts);
      if (standing === 'shown') return {};
      const trail = { type: command.type, data: { comment, by } };
      return { trail, events: [{ type: 'comment.restore', data: { comments: [comment] } }] };
    }
    case 'comment.pin':
      return pin(room, command.commentId, facts);
    case 'comment.approve':
      return release(staff, command, facts);
    case 'comment.reject': {
      const comments = named(command.commentIds, facts, ({ standing }) => standing === 'held');
      if (comments.length === 0) return {};
      const ids = comments.map(({ id }) => id);
      return { trail: { type: command.type, data: { comments, by } }, standing: { ids, standing: 'hidden' } };
    }
    case 'talk.set': {
      const { talk: before } = room;
      const talk = {
        mode: command.mode ?? before.mode,
        slowSeconds: command.slowSeconds ?? before.slowSeconds,
      };
      if (talk.mode === before.mode && talk.slowSeconds === before.slowSeconds) return {};
      const trail = { type: command.type, data: { talk, before, by } };
      return { trail, events: [{ type: 'room.talk', data: { talk } }] };
    }
    case 'words.change':
      return changeWords(staff, command, by);
    case 'viewer.mute': {
      const { shadow, seconds, viewerId } = command;
      const until = seconds === null ? null : now + seconds * 1000;
      const before = staff.mutes.get(viewerId);
      if (before && before.until === until && before.shadow === shadow) return {};
      const viewer = facts.viewer ?? { id: viewerId };
      return { trail: { type: command.type, data: { viewer, until, shadow, by } } };
    }
    case 'viewer.unmute': {
      const mute = staff.mutes.get(command.viewerId);
      return mute ? { trail: { type: command.type, data: { viewer: mute.viewer, by } } } : {};
    }
    case 'question.answer':
      return answer(room, command, facts);
    case 'question.dismiss': {
      const question = asked(command.questionId, facts);
      if (staff.closed.has(question.id)) return {};
      return { trail: { type: command.type, data: { question, by } } };
    }
    case 'question.reopen': {
      const question = asked(command.questionId, facts);
      const answered = room.answers.some(one => one.question.id === question.id);
      if (!staff.closed.has(question.id) || answered) return {};
      return { trail: { type: command.type, data: { question, by } } };
    }
  }
}

function found(id: string, { comments }: StaffFacts, path = 'commentId') {
  const one = comments.get(id);
  if (one) return one;
  throw new QunError('comment-unknown', { detail: `no comment ${id} in this room`, path });
}

/** Those of the named comments that `fit`. Throws where one is not there at all. */
function named(
  ids: readonly string[],
  facts: StaffFacts,
  fit: (one: { comment: Comment; standing: Standing }) => boolean,
): Comment[] {
  const all = [...new Set(ids)].map((id, i) => found(id, facts, `commentIds[${i}]`));
  return all.filter(fit).map(({ comment }) => comment);
}

function pin({ pinnedComment: before }: RoomState, id: string | null, facts: StaffFacts): StaffMove {
  if (id === (before?.id ?? null)) return {};
  const one = id === null ? undefined : found(id, facts);
  if (one && one.standing !== 'shown') {
    throw new QunError('comment-unknown', { detail: `comment ${id} is not shown`, path: 'commentId' });
  }
  const comment = one?.comment ?? null;
  const trail = { type: 'comment.pin', data: { comment, before, by: facts.by } } as const;
  return { trail, events: [{ type: 'comment.pin', data: { comment } }] };
}

/** Lets in what is held, and lets stand what was reported. */
function release(
  { reports }: StaffState,
  command: Extract<StaffCommand, { type: 'comment.approve' }>,
  facts: StaffFacts,
): StaffMove {
  const held = ({ standing }: { standing: Standing }) => standing === 'held';
  const comments = named(command.commentIds, facts, one => held(one) || reports.has(one.comment.id));
  if (comments.length === 0) return {};
  const ids = comments.filter(({ id }) => held(found(id, facts))).map(({ id }) => id);
  const trail = { type: command.type, data: { comments, by: facts.by } };
  return ids.length === 0 ? { trail } : { trail, standing: { ids, standing: 'shown' } };
}

function changeWords(
  { words }: StaffState,
  command: Extract<StaffCommand, { type: 'words.change' }>,
  by: Speaker,
): StaffMove {
  const clean = (list: readonly string[]) => [...new Set(list.map(word => word.normalize('NFC').trim()))];
  const empty = command.add.findIndex(word => new WordList([word]).size === 0);
  if (empty >= 0) {
    throw new QunError('malformed', { detail: 'nothing that could be said', path: `add[${empty}]` });
  }
  const add = clean(command.add).filter(word => !words.has(word));
  const remove = clean(command.remove).filter(word => words.has(word) && !command.add.includes(word));
  if (add.length + remove.length === 0) return {};
  if (words.size + add.length - remove.length > staffLimits.words) {
    throw new QunError('malformed', { detail: `at most ${staffLimits.words} words`, path: 'add' });
  }
  return { trail: { type: 'words.change', data: { add, remove, by } } };
}

function asked(id: string, { question }: StaffFacts): Question {
  if (question) return question;
  throw new QunError('question-unknown', { detail: `no question ${id} in this room`, path: 'questionId' });
}

function answer(
  room: RoomState,
  command: Extract<StaffCommand, { type: 'question.answer' }>,
  facts: StaffFacts,
): StaffMove {
  const question = asked(command.questionId, facts);
  const text = wordsOf(command.text);
  // It stays in the room, and with the product's chapter in the replay.
  checkWords(text, 'text');
  if (room.answers.some(one => one.question.id === question.id && one.text === text)) return {};
  const { by, now } = facts;
  const trail = { type: command.type, data: { question, text, by } };
  return {
    trail,
    events: [{ type: 'question.answer', data: { answered: { question, text, by, at: now } } }],
  };
}
