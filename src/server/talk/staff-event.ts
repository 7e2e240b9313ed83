import type { Comment, ParsedCommand, Question, Speaker, Talk } from '../../protocol/index.js';

export type ReportReason = Extract<ParsedCommand, { type: 'comment.report' }>['reason'];

/** What the staff's log of a room carries. Entries of commands have the command's name; `by` did it. */
export interface StaffEntries {
  'comment.hide': { comment: Comment; by: Speaker };
  'comment.restore': { comment: Comment; by: Speaker };
  'comment.pin': { comment: Comment | null; before: Comment | null; by: Speaker };
  'comment.approve': { comments: Comment[]; by: Speaker };
  'comment.reject': { comments: Comment[]; by: Speaker };
  /** `count` viewers so far. Not every one of many is written down. */
  'comment.report': { comment: Comment; reason: ReportReason; count: number; by: Speaker };
  'talk.set': { talk: Talk; before: Talk; by: Speaker };
  'words.change': { add: string[]; remove: string[]; by: Speaker };
  /** `until`: server time, ms; null: until it is taken back. */
  'viewer.mute': { viewer: Muted; until: number | null; shadow: boolean; by: Speaker };
  'viewer.unmute': { viewer: Muted; by: Speaker };
  /** Asked for the second time: from now on it is a question of the room, whichever process hears it. */
  'question.open': { question: Question };
  'question.answer': { question: Question; text: string; by: Speaker };
  'question.dismiss': { question: Question; by: Speaker };
  'question.reopen': { question: Question; by: Speaker };
}

/** A viewer as far as the room knew them when they were muted. */
export type Muted = Pick<Speaker, 'id' | 'name' | 'guest'>;

export type StaffType = keyof StaffEntries;
export type StaffDraft = { [T in StaffType]: { type: T; data: StaffEntries[T] } }[StaffType];
export type StaffEvent = {
  [T in StaffType]: { epoch: string; seq: number; at: number; type: T; data: StaffEntries[T] };
}[StaffType];
