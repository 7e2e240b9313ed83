import {
  QunError,
  type AnswerOf,
  type CommandType,
  type ParsedCommand,
  type RoomState,
} from '../../protocol/index.js';
import { decide, type DecideContext, type RoomCommand } from '../room/decide.js';
import type { SendComment } from '../room/decide-comment.js';
import { fingerprint } from '../room/fingerprint.js';
import { timedId } from '../room/random-id.js';
import { Repeats } from '../room/repeats.js';
import { runsRoom, type Viewer } from '../room/viewer.js';
import type { Answered, Receipt, RoomStore } from '../store/room-store.js';
import { isStaffCommand } from '../talk/decide-staff.js';
import { report } from '../talk/report.js';
import { Staffing } from '../talk/staffing.js';
import type { Talk } from '../talk/talk.js';
import { Selling, type SellingRoom } from './selling.js';
import { isSharing, type Sharing, type SharingCommand } from './sharing.js';

export interface Execution {
  viewer: Viewer;
  command: ParsedCommand;
  /** The Idempotency-Key. */
  key: string;
  /** Marks comments of a simulated audience. */
  simulated?: boolean | undefined;
  /** Asked before anything new is done, and not for a repetition; throws where the viewer is too fast. */
  admit?: (() => void) | undefined;
}

/** A room as its commands find it. */
export interface CommandedRoom {
  readonly id: string;
  readonly state: RoomState;
  readonly seq: number;
  readonly talk: Talk;
  readonly sharing: Sharing;
  /** Who is here, in all processes. */
  readonly online: number;
  /** The SHA-256, in hex, of the seed of a draw that opens then. */
  commitOf(couponId: string, opensAt: number): string;
  now(): number;
  like(count: number): number;
  /** Settles when the event `seq` is part of the state. */
  reach(seq: number): Promise<void>;
  catchUp(): Promise<void>;
}

/** How often a decision may be overtaken by other events before the host hears of it. */
const ATTEMPTS = 8;

/** What is asked of one room: decided on its state, done by its store, and once only for a key. */
export class Commanding {
  readonly #room: CommandedRoom;
  readonly #store: RoomStore;
  readonly #staffing: Staffing;
  readonly #selling: Selling;
  readonly #repeats = new Repeats();
  /** Likes are many and cheap: they push no claim out of memory. */
  readonly #likes = new Repeats();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(room: SellingRoom, store: RoomStore) {
    this.#room = room;
    this.#store = store;
    this.#staffing = new Staffing(room, store);
    this.#selling = new Selling(room, store);
  }

  /** Does what the command says, once. Throws a QunError where the answer is no. */
  execute(execution: Execution): Promise<Answered<unknown>> {
    const { viewer, command, key } = execution;
    const { id: room } = this.#room;
    const receipt: Receipt = { room, viewer: viewer.id, key, fingerprint: fingerprint(command) };
    const repeats = command.type === 'reaction.send' ? this.#likes : this.#repeats;
    return repeats.run(receipt, async () => {
      try {
        execution.admit?.();
        return await this.#do(execution, receipt);
      } catch (refusal) {
        // Refused now, but perhaps done before: what was answered once stays answered.
        const kept = await this.#store.answered(receipt);
        if (kept) return kept;
        throw refusal;
      }
    });
  }

  #do(execution: Execution, receipt: Receipt): Promise<Answered<unknown>> {
    const { command, viewer } = execution;
    switch (command.type) {
      case 'comment.send':
        return this.#comment(execution, command, receipt);
      case 'coupon.claim':
        return this.#selling.claim(viewer, command, receipt);
      case 'sale.reserve':
      case 'sale.wait':
        return this.#selling.reserve(viewer, command, receipt);
      case 'sale.release':
        return this.#selling.release(command, receipt);
      case 'comment.report':
        return report(this.#room, this.#store, viewer, command).then(() => this.#said(command.type, {}));
      case 'reaction.send':
        return this.#like(execution, command.count);
      case 'question.join':
        return this.#join(execution, command.questionId);
      case 'product.intent':
        return this.#intend(execution, command.productId);
      default:
        if (isSharing(command)) return this.#share(execution, command);
        if (!runsRoom(viewer)) {
          throw new QunError('not-allowed', { detail: `${command.type} is for the host and assistants` });
        }
        return this.#inTurn(() =>
          isStaffCommand(command)
            ? this.#staffing.run(viewer, command, receipt)
            : this.#host(execution, command, receipt),
        );
    }
  }

  #decide({ viewer, simulated }: Execution, command: RoomCommand, facts: Partial<DecideContext> = {}) {
    const context = { now: this.#room.now(), viewer, simulated, id: '', ...facts };
    return decide(this.#room.state, command, context);
  }

  async #comment(execution: Execution, command: SendComment, receipt: Receipt) {
    const { talk, id: room } = this.#room;
    const { viewer } = execution;
    const { replyTo } = command;
    const quoted = replyTo === undefined ? undefined : await this.#store.commentOf(room, replyTo);
    const decision = this.#decide(execution, command, {
      id: timedId(this.#room.now()),
      quoted,
      mute: talk.muteOf(viewer.id),
      spokeAt: talk.spokeAt(viewer.id),
      forbidden: text => talk.forbids(text),
    });
    if (decision.kind !== 'comment') throw new QunError('internal');
    const { comment, standing } = decision;
    const unsay = talk.spoke(comment.from, comment.at);
    if (standing === 'shown') talk.questions.mine(comment);
    try {
      const done = await this.#store.comment(comment, { subject: viewer.subject, receipt, standing });
      if (done.replayed) unsay();
      return done;
    } catch (error) {
      unsay();
      throw error;
    }
  }

  async #like({ viewer }: Execution, count: number) {
    const { phase } = this.#room.state;
    if (phase === 'ended') throw new QunError('room-ended', { detail: 'the room has ended' });
    // A mute is of words alone; hearts of one who is muted without knowing reach nobody either.
    const counts = !this.#room.talk.muteOf(viewer.id)?.shadow;
    return this.#said('reaction.send', { likes: this.#room.like(counts ? count : 0) });
  }

  async #join({ viewer }: Execution, questionId: string) {
    return this.#said('question.join', {
      count: await this.#room.talk.questions.join(questionId, viewer.id),
    });
  }

  async #intend({ viewer }: Execution, productId: string) {
    if (!this.#room.state.products.some(product => product.id === productId)) {
      const detail = `no product ${productId} on the shelf`;
      throw new QunError('product-unknown', { detail, path: 'productId' });
    }
    this.#room.talk.wants(viewer, productId);
    return this.#said('product.intent', {});
  }

  async #share({ viewer }: Execution, command: SharingCommand) {
    const answer = await this.#room.sharing.execute(viewer, command);
    return { answer, at: this.#room.now(), replayed: false };
  }

  #said<T extends CommandType>(_type: T, answer: AnswerOf<T>): Answered<AnswerOf<T>> {
    return { answer, at: this.#room.now(), replayed: false };
  }

  /** Host commands go one after the other: each is decided on what the one before has made of the room. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  async #host(execution: Execution, command: RoomCommand, receipt: Receipt): Promise<Answered<unknown>> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const at = this.#room.now();
      const { online } = this.#room;
      const commitOf = this.#room.commitOf.bind(this.#room);
      const decision = this.#decide(execution, command, { now: at, online, commitOf });
      if (decision.kind !== 'events') throw new QunError('internal');
      if (decision.events.length === 0) {
        return (await this.#store.answered(receipt)) ?? { answer: { seq: null }, at, replayed: false };
      }
      const { id, seq: expectSeq } = this.#room;
      const done = await this.#store.append(id, decision.events, { at, expectSeq, receipt });
      if (done === 'conflict') {
        await this.#room.catchUp();
        continue;
      }
      await this.#room.reach(done.answer.seq);
      return done;
    }
    throw new QunError('overloaded', { detail: 'the log moves too fast to decide', retryAfterMs: 500 });
  }
}
