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
import type { ParsedHostCommand } from '../room/decide-host.js';
import { fingerprint } from '../room/fingerprint.js';
import { claimCode, timedId } from '../room/random-id.js';
import { Repeats } from '../room/repeats.js';
import type { Viewer } from '../room/viewer.js';
import type { Answered, History, HistoryPart, Pulse, Receipt, RoomStore } from '../store/room-store.js';
import { Ambience } from './ambience.js';
import { RoomFollower } from './room-follower.js';

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

/** How often a decision may be overtaken by other events before the host hears of it. */
const ATTEMPTS = 8;

/** One room as this process knows it: the fold of its log, kept up by the store, and the way in for commands. */
export class LiveRoom {
  readonly id: string;
  readonly #store: RoomStore;
  readonly #now: () => number;
  readonly #repeats = new Repeats();
  readonly #listeners = new Set<(event: ControlEvent) => void>();
  readonly #resetListeners = new Set<() => void>();
  #log!: RoomFollower;
  #ambience!: Ambience;
  #others = 0;
  #likes = 0;
  #pulsing = false;
  #turn: Promise<unknown> = Promise.resolve();

  /** Opens the room of `show`; the show is loaded into the log only where it is another than the last one. */
  static async open(store: RoomStore, show: Show, now: () => number = Date.now): Promise<LiveRoom> {
    const room = new LiveRoom(store, show.room, now);
    room.#log = await RoomFollower.open(store, show, now, {
      applied: event => room.#applied(event),
      reset: record => {
        room.#ambience = new Ambience(record.comments, record.commentCount, record.left);
        room.#likes = record.likes;
        for (const listener of room.#resetListeners) listener();
      },
      pulsed: (pulse, here) => room.#pulsed(pulse, here),
    });
    return room;
  }

  private constructor(store: RoomStore, id: string, now: () => number) {
    this.id = id;
    this.#store = store;
    this.#now = now;
  }

  get state(): RoomState {
    return this.#log.state;
  }

  /** The incarnation of the room's log. Another one: `onReset`. */
  get epoch(): string {
    return this.#log.epoch;
  }

  /** Head of the log. */
  get seq(): number {
    return this.#log.seq;
  }

  /** What happens between two events, as all processes tell it. A new one after `onReset`. */
  get ambience(): Ambience {
    return this.#ambience;
  }

  /** Likes given in this room so far. */
  get likes(): number {
    return this.#likes;
  }

  /** Readers on other processes, as of the last pulse. */
  get others(): number {
    return this.#others;
  }

  now(): number {
    return this.#now();
  }

  /** Called with each control event, in order, each once. */
  subscribe(listener: (event: ControlEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called when the log has begun anew: nothing that was sent before belongs to it. */
  onReset(listener: () => void): () => void {
    this.#resetListeners.add(listener);
    return () => this.#resetListeners.delete(listener);
  }

  /** Adds likes of this process; all hear of them with the next pulse. */
  like(count: number): void {
    this.#log.like(count);
  }

  /**
   * Tells the store how many readers are here, and takes what all processes did since the last time. Settles when that
   * is part of the room, or at once where the one before is still under way; a store that is away is asked next time.
   */
  async pulse(online: number): Promise<void> {
    if (this.#pulsing) return;
    this.#pulsing = true;
    await this.#log
      .pulse(online)
      .catch(() => {})
      .finally(() => (this.#pulsing = false));
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
      seq: this.seq,
      at: this.#now(),
      state: this.state,
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
  close(): Promise<void> {
    return this.#log.close();
  }

  #decide({ viewer, command, simulated }: Execution, facts: Partial<DecideContext> = {}) {
    const now = this.#now();
    const context = { now, viewer, simulated, id: '', commented: false, ...facts };
    return decide(this.state, command, context);
  }

  async #comment(execution: Execution, receipt: Receipt) {
    const decision = this.#decide(execution, { id: timedId(this.#now()) });
    if (decision.kind !== 'comment') throw new QunError('internal');
    const { subject } = execution.viewer;
    return this.#store.comment(decision.comment, { subject, receipt });
  }

  async #claim(execution: Execution, couponId: string, receipt: Receipt) {
    const { viewer } = execution;
    const conditions = this.state.coupons.find(coupon => coupon.id === couponId)?.conditions ?? [];
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
      const comment = command.type === 'comment.hide' ? await this.#standing(command.commentId) : 'unknown';
      const at = this.#now();
      const decision = this.#decide(execution, { now: at, comment });
      if (decision.kind !== 'events') throw new QunError('internal');
      if (decision.events.length === 0) {
        return (await this.#store.answered(receipt)) ?? { answer: { seq: null }, at, replayed: false };
      }
      const done = await this.#store.append(this.id, decision.events, { at, expectSeq: this.seq, receipt });
      if (done === 'conflict') {
        await this.#log.catchUp();
        continue;
      }
      await this.#log.reach(done.answer.seq);
      return done;
    }
    throw new QunError('overloaded', { detail: 'the log moves too fast to decide', retryAfterMs: 500 });
  }

  async #standing(commentId: string): Promise<'unknown' | 'shown' | 'hidden'> {
    const found = await this.#store.commentOf(this.id, commentId);
    if (!found) return 'unknown';
    return found.standing === 'hidden' ? 'hidden' : 'shown';
  }

  #applied(event: ControlEvent): void {
    if (event.type === 'comment.redact') this.ambience.hide(event.data.ids);
    if (event.type === 'coupon.sold-out') this.ambience.setLeft(event.data.couponId, 0);
    for (const listener of this.#listeners) listener(event);
  }

  #pulsed({ comments, missed, commentCount, likes, left, online }: Pulse, here: number): void {
    this.ambience.heard(comments, missed, commentCount);
    for (const [id, count] of Object.entries(left)) this.ambience.setLeft(id, count);
    this.#likes = likes;
    this.#others = Math.max(0, online - here);
  }
}
