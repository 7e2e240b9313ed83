import { isDeepStrictEqual } from 'node:util';
import { emptyRoom, fold } from '../../core/fold.js';
import {
  QunError,
  type Claim,
  type ControlEvent,
  type ParsedCommand,
  type RoomState,
  type Show,
  type Snapshot,
} from '../../protocol/index.js';
import { decide, type DecideContext } from '../room/decide.js';
import type { Draft, ParsedHostCommand } from '../room/decide-host.js';
import { fingerprint } from '../room/fingerprint.js';
import { claimCode, timedId } from '../room/random-id.js';
import { Repeats } from '../room/repeats.js';
import type { Viewer } from '../room/viewer.js';
import type { Answered, History, HistoryPart, Receipt, RoomRecord, RoomStore } from '../store/room-store.js';
import { Ambience } from './ambience.js';

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

/** Events between two stored snapshots of the state. */
const SNAPSHOT_EVERY = 100;
/** How often a decision may be overtaken by other events before the host hears of it. */
const ATTEMPTS = 8;

/** One room as this process knows it: the fold of its log, kept up by the store, and the way in for commands. */
export class LiveRoom {
  readonly id: string;
  readonly ambience: Ambience;
  readonly #store: RoomStore;
  readonly #now: () => number;
  readonly #repeats = new Repeats();
  readonly #listeners = new Set<(event: ControlEvent) => void>();
  readonly #unsubscribe: () => void;
  #state: RoomState;
  #seq: number;
  #snapshotSeq: number;
  #turn: Promise<unknown> = Promise.resolve();

  /** Opens the room of `show`; the show is loaded into the log only where it is another than the last one. */
  static async open(store: RoomStore, show: Show, now: () => number = Date.now): Promise<LiveRoom> {
    const record = await store.load(show.room);
    const room = new LiveRoom(store, show.room, record, now);
    const loaded: unknown = JSON.parse(JSON.stringify(show));
    if (!isDeepStrictEqual(loaded, record.show)) await room.#append([{ type: 'show.load', data: { show } }]);
    const { left } = await store.load(show.room);
    for (const [id, count] of Object.entries(left)) room.ambience.setLeft(id, count);
    // A total lowered to what has been claimed leaves none, and nobody will claim the last one to say so.
    const gone = room.state.coupons.filter(coupon => !coupon.soldOut && left[coupon.id] === 0);
    const drafts = gone.map((coupon): Draft => ({ type: 'coupon.sold-out', data: { couponId: coupon.id } }));
    if (drafts.length > 0) await room.#append(drafts);
    return room;
  }

  private constructor(store: RoomStore, id: string, record: RoomRecord, now: () => number) {
    this.id = id;
    this.#store = store;
    this.#now = now;
    this.#state = record.events.reduce(fold, record.state ?? emptyRoom);
    this.#seq = record.seq;
    this.#snapshotSeq = record.snapshotSeq;
    this.ambience = new Ambience(record.comments, record.commentCount, record.left);
    this.#unsubscribe = store.subscribe(event => event.room === id && this.#apply(event));
  }

  get state(): RoomState {
    return this.#state;
  }

  get epoch(): string {
    return this.#store.epoch;
  }

  /** Head of the log. */
  get seq(): number {
    return this.#seq;
  }

  now(): number {
    return this.#now();
  }

  /** Called with each control event, in order, each once. */
  subscribe(listener: (event: ControlEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Events after `since`, or `gap`. */
  read(since: number, limit: number) {
    return this.#store.read(this.id, since, limit);
  }

  /** Any part of the log, from its beginning on. */
  history(part: HistoryPart): Promise<History> {
    return this.#store.history(this.id, part);
  }

  claims(viewer: Viewer): Promise<Claim[]> {
    return this.#store.claims(this.id, viewer.id);
  }

  snapshot(online: number): Snapshot {
    return {
      v: 1,
      room: this.id,
      epoch: this.epoch,
      seq: this.#seq,
      at: this.#now(),
      state: this.#state,
      comments: [...this.ambience.recent],
      online,
      commentCount: this.ambience.commentCount,
      left: this.ambience.left,
    };
  }

  /** Does what the command says, once. Throws a QunError where the answer is no. */
  execute(execution: Execution): Promise<Answered<unknown>> {
    const { viewer, command, key } = execution;
    const receipt: Receipt = { room: this.id, viewer: viewer.id, key, fingerprint: fingerprint(command) };
    return this.#repeats.run(receipt, async () => {
      try {
        execution.admit?.();
        if (command.type === 'comment.send') return await this.#comment(execution, receipt);
        if (command.type === 'coupon.claim') return await this.#claim(execution, command.couponId, receipt);
        return await this.#inTurn(() => this.#host(execution, command, receipt));
      } catch (refusal) {
        // Refused now, but perhaps done before: what was answered once stays answered.
        const kept = await this.#store.answered(receipt);
        if (kept) return kept;
        throw refusal;
      }
    });
  }

  /** Writes the state down, so that the next start is quick. */
  async close(): Promise<void> {
    this.#unsubscribe();
    if (this.#seq > this.#snapshotSeq) await this.#store.putSnapshot(this.id, this.#seq, this.#state);
  }

  #decide({ viewer, command, simulated }: Execution, facts: Partial<DecideContext> = {}) {
    const now = this.#now();
    const context = { now, viewer, simulated, id: '', commented: false, ...facts };
    return decide(this.#state, command, context);
  }

  async #comment(execution: Execution, receipt: Receipt) {
    const decision = this.#decide(execution, { id: timedId(this.#now()) });
    if (decision.kind !== 'comment') throw new QunError('internal');
    const { subject } = execution.viewer;
    const done = await this.#store.comment(decision.comment, { subject, receipt });
    if (!done.replayed) this.ambience.comment(done.answer.comment);
    return done;
  }

  async #claim(execution: Execution, couponId: string, receipt: Receipt) {
    const { viewer } = execution;
    const conditions = this.#state.coupons.find(coupon => coupon.id === couponId)?.conditions ?? [];
    const asksComment = conditions.some(condition => condition.kind === 'comment');
    const commented = asksComment && (await this.#store.hasCommented(this.id, viewer.id));
    const decision = this.#decide(execution, { commented });
    if (decision.kind !== 'claim') throw new QunError('internal');
    const { left, ...done } = await this.#store.claim({
      couponId,
      subject: viewer.subject,
      gate: decision.gate,
      offer: { couponId, code: claimCode(), at: this.#now() },
      receipt,
    });
    this.ambience.setLeft(couponId, left);
    return done;
  }

  /** Host commands go one after the other: each is decided on what the one before has made of the room. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  async #host(
    execution: Execution,
    command: ParsedHostCommand,
    receipt: Receipt,
  ): Promise<Answered<unknown>> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const comment =
        command.type === 'comment.hide'
          ? await this.#store.commentStands(this.id, command.commentId)
          : 'unknown';
      const at = this.#now();
      const decision = this.#decide(execution, { now: at, comment });
      if (decision.kind !== 'events') throw new QunError('internal');
      if (decision.events.length === 0) {
        return (await this.#store.answered(receipt)) ?? { answer: { seq: null }, at, replayed: false };
      }
      const done = await this.#store.append(this.id, decision.events, { at, expectSeq: this.#seq, receipt });
      if (done !== 'conflict') return done;
      await this.#catchUp();
    }
    throw new QunError('overloaded', { detail: 'the log moves too fast to decide', retryAfterMs: 500 });
  }

  async #append(drafts: readonly Draft[]): Promise<void> {
    const done = await this.#store.append(this.id, drafts, { at: this.#now(), expectSeq: this.#seq });
    if (done === 'conflict')
      throw new QunError('internal', { detail: `the log of ${this.id} moved while opening` });
  }

  #apply(event: ControlEvent): void {
    if (event.seq <= this.#seq) return;
    if (event.seq > this.#seq + 1) {
      // Whatever fails now, the next event tries again.
      this.#catchUp().catch(() => {});
      return;
    }
    this.#state = fold(this.#state, event);
    this.#seq = event.seq;
    if (event.type === 'comment.redact') this.ambience.hide(event.data.ids);
    if (event.type === 'coupon.sold-out') this.ambience.setLeft(event.data.couponId, 0);
    for (const listener of this.#listeners) listener(event);
    if (this.#seq - this.#snapshotSeq >= SNAPSHOT_EVERY) {
      this.#snapshotSeq = this.#seq;
      // Only saves reading later; a start without it reads the log.
      this.#store.putSnapshot(this.id, this.#seq, this.#state).catch(() => {});
    }
  }

  /** The truth is what the store reads back; events it told us of are only a hint. */
  async #catchUp(): Promise<void> {
    const result = await this.#store.read(this.id, this.#seq, Number.MAX_SAFE_INTEGER);
    if (result !== 'gap') for (const event of result.events) this.#apply(event);
  }
}
