import type { Moderation, TrailEntry } from '../../protocol/index.js';
import type { LiveRoom } from '../hub/live-room.js';
import type { StaffEvent } from './staff-event.js';

/** Comments that wait, as many as are shown at once. */
const HELD = 100;
/** Questions that nobody else asked are many. */
const QUESTIONS = 50;

export interface TrailPart {
  /** Entries before this place; absent: the newest. */
  before?: number | undefined;
  limit: number;
}

/** What the staff of a room see of it beyond what all see. */
export async function moderationOf(room: LiveRoom, { before, limit }: TrailPart): Promise<Moderation> {
  const { talk, id, epoch } = room;
  const { staff, questions } = talk;
  const now = room.now();
  const newest =
    before === undefined && limit <= staff.newest.length ? staff.newest.slice(-limit) : undefined;
  const entries = newest ?? (await staff.before(before ?? staff.seq + 1, limit));
  const { mutes, words, reports } = staff.state;
  return {
    v: 1,
    room: id,
    epoch,
    seq: staff.seq,
    held: await talk.held(HELD),
    reports: [...reports.values()].sort((a, b) => b.count - a.count),
    mutes: [...mutes.values()].filter(({ until }) => until === null || until > now),
    words: [...words],
    questions: questions.all.slice(0, QUESTIONS),
    entries: entries.map(entryOf),
    now,
  };
}

function entryOf({ seq, at, type, data }: StaffEvent): TrailEntry {
  const { by, ...rest } = data as StaffEvent['data'] & { by?: TrailEntry['by'] };
  return { seq, at, type, ...(by ? { by } : {}), data: rest as TrailEntry['data'] };
}
