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
import { claimCode, timedId } from '../room/random-id.js';
import { Repeats } from '../room/repeats.js';
import { runsRoom, type Viewer } from '../room/viewer.js';
import type { Answered, Receipt, RoomStore } from '../store/room-store.js';
import { isStaffCommand } from '../talk/decide-staff.js';
import { report } from '../talk/report.js';
import { Staffing } from '../talk/staffing.js';
import type { Talk } from '../talk/talk.js';

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
  now(): number;
  like(count: number): number;
  setLeft(couponId: string, left: number): void;
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
  readonly #repeats = new Repeats();
  /** Likes are many and cheap: they push no claim out of memory. */
  readonly #likes = new Repeats();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(room: CommandedRoom, store: RoomStore) {
    this.#room = room;
    this.#store = store;
    this.#staffing = new Staffing(room, store);
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
        return this.#claim(execution, command, receipt);
      case 'comment.report':
        return report(this.#room, this.#store, viewer, command).then(() => this.#said(command.type, {}));
      case 'reaction.send':
        return this.#like(execution, command.count);
      case 'question.join':
        return this.#join(execution, command.questionId);
      case 'product.intent':
        return this.#intend(execution, command.productId);
      case 'sale.reserve':
      case 'sale.wait':
      case 'sale.release':
        throw new QunError('unknown-command');
      default:
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
    const context = { now: this.#room.now(), viewer, simulated, id: '', commented: false, ...facts };
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

  async #claim(
    execution: Execution,
    command: Extract<ParsedCommand, { type: 'coupon.claim' }>,
    receipt: Receipt,
  ) {
    const { viewer } = execution;
    const { couponId } = command;
    const conditions = this.#room.state.coupons.find(coupon => coupon.id === couponId)?.conditions ?? [];
    const asksComment = conditions.some(condition => condition.kind === 'comment');
    const commented = asksComment && (await this.#store.hasCommented(this.#room.id, viewer.id));
    let decision = this.#decide(execution, command, { commented });
    if (decision.kind === 'claim' && decision.gate?.result === 'not-open') {
      // Another process may have opened it, and shown that to this viewer, before we have heard of it.
      await this.#room.catchUp();
      decision = this.#decide(execution, command, { commented });
    }
    if (decision.kind !== 'claim') throw new QunError('internal');
    const { left, ...done } = await this.#store.claim({
      couponId,
      subject: viewer.subject,
      gate: decision.gate,
      offer: { couponId, code: claimCode(), at: this.#room.now() },
      receipt,
    });
    this.#room.setLeft(couponId, left);
    return done;
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
      const decision = this.#decide(execution, command, { now: at });
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
