import {
  limits,
  type ControlEvent,
  type RoomState,
  type SaleFigures,
  type Session,
  type Show,
  type Snapshot,
} from '../../protocol/index.js';
import { Pseudonyms } from '../auth/pseudonyms.js';
import type { Viewer } from '../room/viewer.js';
import type { Answered, History, HistoryPart, Pulse, RoomStore } from '../store/room-store.js';
import { Talk } from '../talk/talk.js';
import { WordList } from '../talk/word-list.js';
import { Ambience } from './ambience.js';
import { commitOf } from '../room/draw.js';
import { Commanding, type Execution } from './commanding.js';
import { Drawing } from './drawing.js';
import { RoomFollower } from './room-follower.js';
import { Sharing, type SharingOptions } from './sharing.js';

export type { Execution } from './commanding.js';

/** What a session says its viewer has. */
export type Belongings = Pick<Session, 'claims' | 'entered' | 'reservations' | 'waits'>;

export interface LiveRoomOptions extends Pick<SharingOptions, 'guides' | 'isSigned'> {
  /** Words that are not to be said. Default: none but the room's own. */
  words?: WordList | undefined;
}

/** One room as this process knows it: the fold of its log, kept up by the store, and the way in for commands. */
export class LiveRoom {
  readonly id: string;
  readonly #store: RoomStore;
  readonly #now: () => number;
  readonly #commanding: Commanding;
  readonly #listeners = new Set<(event: ControlEvent) => void>();
  readonly #resetListeners = new Set<() => void>();
  #log!: RoomFollower;
  #ambience!: Ambience;
  #talk: Talk | undefined;
  #sharing!: Sharing;
  #drawing!: Drawing;
  #here = 0;
  #others = 0;
  #likes = 0;
  /** Given here since the last pulse, and those of them that the one under way tells of. */
  #likesHere = 0;
  #likesTold = 0;
  #pulsing = false;

  /** Opens the room of `show`; the show is loaded into the log only where it is another than the last one. */
  static async open(
    store: RoomStore,
    show: Show,
    now: () => number = Date.now,
    { words = new WordList([]), ...signing }: LiveRoomOptions = {},
  ): Promise<LiveRoom> {
    const room = new LiveRoom(store, show.room, now);
    room.#log = await RoomFollower.open(store, show, now, {
      applied: event => room.#applied(event),
      reset: record => {
        room.#ambience = new Ambience(
          record.comments,
          record.commentCount,
          record.left,
          record.likes,
          record.sales,
        );
        room.#likes = record.likes;
        // While the room is being opened there is no state yet.
        if (room.#talk) room.#ambience.hide(room.state.redacted);
        room.#talk?.restart();
        for (const listener of room.#resetListeners) listener();
      },
      pulsed: (pulse, here) => room.#pulsed(pulse, here),
    });
    room.#ambience.hide(room.state.redacted);
    room.#drawing = new Drawing(room, store, await store.secret('draws'));
    const state = () => room.state;
    room.#talk = await Talk.open({ store, room: show.room, now, state, words });
    const pseudonyms = new Pseudonyms(await store.secret('pseudonyms'));
    room.#sharing = await Sharing.open({ store, room: show.room, now, state, pseudonyms, ...signing });
    return room;
  }

  private constructor(store: RoomStore, id: string, now: () => number) {
    this.id = id;
    this.#store = store;
    this.#now = now;
    this.#commanding = new Commanding(this, store);
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

  /** What is known of its talk beyond the log. */
  get talk(): Talk {
    return this.#talk!;
  }

  /** Who comes by whose link, and who passes it on. */
  get sharing(): Sharing {
    return this.#sharing;
  }

  /** Readers on other processes, as of the last pulse. */
  get others(): number {
    return this.#others;
  }

  /** Readers of all processes, as of the last pulse. */
  get online(): number {
    return this.#here + this.#others;
  }

  now(): number {
    return this.#now();
  }

  /** What is told of the draw of a coupon that opens then. */
  commitOf(couponId: string, opensAt: number): string {
    return commitOf(this.#drawing.seedOf(couponId, opensAt));
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

  /** Adds likes of this process; all hear of them with the next pulse. Answers with how many there are. */
  like(count: number): number {
    this.#log.like(count);
    this.#likesHere += count;
    return this.#likes + this.#likesHere;
  }

  /**
   * Tells the store how many readers are here, and takes what all processes did since the last time. Settles when that
   * is part of the room, or at once where the one before is still under way; a store that is away is asked next time.
   */
  async pulse(online: number): Promise<void> {
    if (this.#pulsing) return;
    this.#pulsing = true;
    this.#here = online;
    this.#likesTold = this.#likesHere;
    await this.#log
      .pulse(online)
      .catch(() => {})
      .finally(() => (this.#pulsing = false));
    void this.#drawing.look();
  }

  /** Events after `since`, or `gap`. */
  read(since: number, limit: number) {
    return this.#store.read(this.id, since, limit);
  }

  /** Any part of the log, from its beginning on. */
  history(part: HistoryPart): Promise<History> {
    return this.#store.history(this.id, part);
  }

  /** What this viewer has in this room. What nobody here can have is not asked for. */
  async belongings({ id: viewer }: Viewer): Promise<Belongings> {
    const { coupons, sales } = this.state;
    const draws = coupons.some(coupon => coupon.mode === 'draw');
    const [claims, entered, { reservations, waits }] = await Promise.all([
      this.#store.claims(this.id, viewer),
      draws ? this.#store.entered(this.id, viewer) : [],
      sales.length > 0 ? this.#store.holdings(this.id, viewer) : { reservations: [], waits: [] },
    ]);
    return {
      claims,
      ...(entered.length > 0 && { entered }),
      ...(reservations.length > 0 && { reservations }),
      ...(waits.length > 0 && { waits }),
    };
  }

  /** Forgets a person wherever this room knows of them, by the merchant's own id or by their pseudonym here. */
  async forget(person: { subject: string } | { viewer: string }): Promise<void> {
    if ('subject' in person) await this.sharing.eraseSubject(person.subject);
    else await this.sharing.erase(person.viewer, 'room');
    const limit = limits.recentComments;
    this.ambience.retell(await this.#store.comments(this.id, { standing: 'shown', limit }));
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
      ...(this.state.sales.length > 0 && { sales: this.ambience.sales }),
      likes: this.ambience.likes,
      asked: [...this.ambience.asked],
    };
  }

  /** Does what the command says, once. Throws a QunError where the answer is no. */
  execute(execution: Execution): Promise<Answered<unknown>> {
    return this.#commanding.execute(execution);
  }

  setLeft(couponId: string, left: number): void {
    this.ambience.setLeft(couponId, left);
  }

  setSale(saleId: string, figures: SaleFigures): void {
    this.ambience.setSale(saleId, figures);
  }

  /** Settles when the event `seq` is part of the state. */
  reach(seq: number): Promise<void> {
    return this.#log.reach(seq);
  }

  catchUp(): Promise<void> {
    return this.#log.catchUp();
  }

  /** Writes the state down, so that the next start is quick. */
  async close(): Promise<void> {
    await this.#talk?.close();
    await this.#log.close();
  }

  #applied(event: ControlEvent): void {
    if (event.type === 'comment.redact') this.ambience.hide(event.data.ids);
    if (event.type === 'comment.restore') this.ambience.restore(event.data.comments);
    if (event.type === 'coupon.sold-out') this.ambience.setLeft(event.data.couponId, 0);
    for (const listener of this.#listeners) listener(event);
  }

  #pulsed(pulse: Pulse, here: number): void {
    const { comments, missed, commentCount, likes, left, sales, online } = pulse;
    this.ambience.heard(comments, missed, commentCount);
    for (const [id, count] of Object.entries(left)) this.ambience.setLeft(id, count);
    for (const [id, figures] of Object.entries(sales)) this.ambience.setSale(id, figures);
    this.ambience.setLikes(likes);
    this.#likes = likes;
    this.#likesHere -= this.#likesTold;
    this.#likesTold = 0;
    this.#others = Math.max(0, online - here);
    this.talk.pulsed(pulse);
    this.ambience.setAsked(this.talk.questions.asked);
    this.ambience.happen(this.talk.happenings.take(this.#now()));
  }
}
