import { QunError, type RoomState } from '../../protocol/index.js';
import { speakerOf, type Viewer } from '../room/viewer.js';
import type { Answered, Receipt, RoomStore } from '../store/room-store.js';
import { decideStaff, type StaffCommand, type StaffFacts, type StaffMove } from './decide-staff.js';
import type { Talk } from './talk.js';

export interface StaffedRoom {
  readonly id: string;
  readonly state: RoomState;
  readonly seq: number;
  readonly talk: Talk;
  now(): number;
  reach(seq: number): Promise<void>;
  catchUp(): Promise<void>;
}

/** How often a decision may be overtaken by others. */
const ATTEMPTS = 8;

/** Carries out what staff decide about the talk of a room: first the trail, then the deed. */
export class Staffing {
  readonly #room: StaffedRoom;
  readonly #store: RoomStore;

  constructor(room: StaffedRoom, store: RoomStore) {
    this.#room = room;
    this.#store = store;
  }

  async run(viewer: Viewer, command: StaffCommand, receipt: Receipt): Promise<Answered<unknown>> {
    const { talk, id } = this.#room;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const facts = await this.#facts(viewer, command);
      let move: StaffMove = {};
      const trail = await talk.staff.write(state => {
        move = decideStaff(this.#room.state, state, command, facts);
        return move.trail;
      }, receipt);
      if (!trail) return this.#before(receipt, facts.now);
      // Cut off in between, it was written down and perhaps not done: the same command finds both as they are.
      const { standing, events } = move as StaffMove;
      const since = trail.replayed ? talk.staff.commentsSince(trail.answer.seq) : new Set<string>();
      const ids = standing?.ids.filter(one => !since.has(one)) ?? [];
      if (standing && ids.length > 0) await this.#store.setStanding(id, ids, standing.standing);
      if (!events) return trail;
      const { mediaAt } = command;
      const drafts = mediaAt === undefined ? events : events.map(event => ({ ...event, mediaAt }));
      const { seq: expectSeq } = this.#room;
      const done = await this.#store.append(id, drafts, { at: facts.now, expectSeq, receipt });
      if (done !== 'conflict') {
        await this.#room.reach(done.answer.seq);
        return done;
      }
      await this.#room.catchUp();
    }
    throw new QunError('overloaded', { detail: 'the log moves too fast to decide', retryAfterMs: 500 });
  }

  /** Everything is so already: by this very command before, or by others. */
  async #before(receipt: Receipt, at: number): Promise<Answered<unknown>> {
    const kept = (await this.#store.answered(receipt)) ?? (await this.#room.talk.staff.answered(receipt));
    return kept ?? { answer: { seq: null }, at, replayed: false };
  }

  async #facts(viewer: Viewer, command: StaffCommand): Promise<StaffFacts> {
    const { talk, id: room } = this.#room;
    const ids =
      'commentIds' in command ? command.commentIds : 'commentId' in command ? [command.commentId] : [];
    const comments: StaffFacts['comments'] = new Map(
      (
        await Promise.all(
          ids.map(async id => {
            const found = id === null ? undefined : await this.#store.commentOf(room, id);
            return found ? ([[found.comment.id, found]] as const) : [];
          }),
        )
      ).flat(),
    );
    const question = 'questionId' in command ? await talk.questions.find(command.questionId) : undefined;
    const known = 'viewerId' in command ? talk.speaker(command.viewerId) : undefined;
    const muted = known && { id: known.id, ...named(known.name), ...numbered(known.guest) };
    return { now: this.#room.now(), by: speakerOf(viewer), comments, question, viewer: muted };
  }
}

const named = (name: string | undefined) => (name === undefined ? {} : { name });
const numbered = (guest: number | undefined) => (guest === undefined ? {} : { guest });
