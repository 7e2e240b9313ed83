import {
  limits,
  QunError,
  type Comment,
  type ControlEvent,
  type Question,
  type RoomState,
  type SaleFigures,
  type WindowSnapshot,
} from '../../protocol/index.js';
import { emptyRoom, fold } from '../../core/fold.js';
import type { RoomStore } from '../store/room-store.js';
import { Editions } from './editions.js';
import { LogReader } from './log-reader.js';
import { Murmurs, type Heard, type Murmur } from './murmurs.js';

/** Segments between two window snapshots. Who comes in asks for the last one, and for as many segments at most. */
export const SNAPSHOT_EVERY = 15;
/** Windows after which one that nobody kept has no ambience any more. */
const REMEMBERED = 15;
/** Segments and snapshots held in memory, as they were read and as they go out. */
const HELD = 128;

/** Totals at the end of a window. */
export interface Totals {
  commentCount: number;
  likes?: number | undefined;
  online: number;
  left: Record<string, number>;
  sales?: Record<string, SaleFigures> | undefined;
  asked?: readonly Question[] | undefined;
}

export interface SegmentBookOptions {
  room: string;
  epoch: string;
  store: Pick<RoomStore, 'history' | 'seal' | 'keep' | 'kept'>;
  /** Server time, ms. */
  now(): number;
  /** The figures as they stand; absent: nobody is there to count, as where only the data is read. */
  totals?: (() => Totals) | undefined;
  /** Default 4000. */
  durationMs?: number | undefined;
}

/** What a segment says, whatever its edition. */
interface Page extends Partial<Omit<Murmur, 'comments'>>, Partial<Totals> {
  v: 1;
  room: string;
  epoch: string;
  n: number;
  from: number;
  to: number;
  after: number;
  seq: number;
  events: ControlEvent[];
  comments?: Comment[];
}

/** Where the book stands. */
export interface Place {
  epoch: string;
  first: number;
  n: number;
  edition: number;
  /** The newest window that there is a snapshot of. */
  snapshot: number;
}

/**
 * One room's segments. A window is sealed in the store before its segment is made, so that nothing is added to it any
 * more; whoever makes one first has it kept there, so that all processes send the same bytes.
 */
export class SegmentBook {
  readonly durationMs: number;
  readonly #options: SegmentBookOptions;
  readonly #log: LogReader;
  readonly #editions: Editions;
  readonly #murmurs: Murmurs;
  readonly #pages = new Map<number, Promise<Page>>();
  readonly #sent = new Map<string, Promise<Buffer | undefined>>();
  #sealed = -Infinity;
  /** The newest there is. */
  #edition = 0;
  #state: { seq: number; state: RoomState } = { seq: 0, state: emptyRoom };

  constructor(options: SegmentBookOptions) {
    this.#options = options;
    this.durationMs = options.durationMs ?? 4000;
    this.#editions = new Editions(SNAPSHOT_EVERY * this.durationMs);
    this.#murmurs = new Murmurs({
      durationMs: this.durationMs,
      lagMs: Math.min(1500, Math.ceil(this.durationMs / 2)),
    });
    this.#log = new LogReader(options.store, options.room, event => {
      this.#editions.take(event);
      if (event.type === 'comment.redact') this.#murmurs.hide(event.data.ids);
    });
  }

  /** A tick of the room's ambience. */
  hear(heard: Heard | undefined): void {
    this.#murmurs.hear(heard, this.#options.now());
  }

  /** Something was said that the segment `n` has to carry. */
  heardFor(n: number): boolean {
    return this.#murmurs.has(n);
  }

  /** The window that is over since the shortest time. */
  get newest(): number {
    return Math.floor(this.#options.now() / this.durationMs) - 1;
  }

  /** How long until the window `n` is over, ms. */
  msUntil(n: number): number {
    return (n + 1) * this.durationMs - this.#options.now();
  }

  /** Throws `overloaded` while the room's first window is not over. */
  async place(): Promise<Place> {
    const n = this.newest;
    await this.#seal(n);
    const first = this.#first;
    if (n < first)
      throw new QunError('overloaded', { detail: 'this room has just begun', retryAfterMs: this.durationMs });
    const last = n + 1 - ((n + 1) % SNAPSHOT_EVERY);
    const { epoch } = this.#options;
    const edition = this.#editions.at((n + 1) * this.durationMs);
    return { epoch, first, n, edition, snapshot: Math.max(last, first + 1) };
  }

  /** The segment as it goes out; undefined: there is none of this number and edition. It must be over. */
  async segment(edition: number, n: number): Promise<Buffer | undefined> {
    return this.#once(`${edition}/${n}`, async () => {
      if (!(await this.#known(edition, n))) return undefined;
      const page = await this.#page(n);
      const comments = this.#shown(edition, page.comments ?? []);
      if (!comments) return undefined;
      const next = this.#editions.at((n + 1) * this.durationMs);
      const { v, room, epoch, ...rest } = page;
      return bytesOf({ v, room, epoch, edition, next, ...rest, comments });
    });
  }

  /** The room at the beginning of the window `n`; undefined: there is no such snapshot. */
  async snapshot(edition: number, n: number): Promise<Buffer | undefined> {
    return this.#once(`${edition}/snapshot-${n}`, async () => {
      if (!(await this.#known(edition, n - 1))) return undefined;
      const first = this.#first;
      if (n !== first + 1 && (n % SNAPSHOT_EVERY !== 0 || n <= first)) return undefined;
      const pages: Page[] = [];
      for (let at = Math.max(first, n - SNAPSHOT_EVERY); at < n; at += 1) pages.push(await this.#page(at));
      const comments = this.#shown(
        edition,
        pages.flatMap(page => page.comments ?? []),
      );
      if (!comments) return undefined;
      const { room, epoch } = this.#options;
      const { seq, commentCount, likes, online = 0, left = {}, asked } = pages[pages.length - 1]!;
      const state = await this.#stateAt(seq);
      const snapshot: WindowSnapshot = {
        v: 1,
        room,
        epoch,
        seq,
        at: n * this.durationMs,
        state,
        comments: comments.filter(({ id }) => !state.redacted.includes(id)).slice(-limits.recentComments),
        online,
        ...(commentCount !== undefined && { commentCount }),
        left,
        ...(likes !== undefined && { likes }),
        ...(asked && { asked: [...asked] }),
        n,
      };
      return bytesOf(snapshot);
    });
  }

  get #first(): number {
    return Math.floor((this.#log.begunAt ?? Infinity) / this.durationMs);
  }

  /** There is a segment `n`, and this edition of it has begun. */
  async #known(edition: number, n: number): Promise<boolean> {
    const { newest } = this;
    if (n > newest) return false;
    await this.#seal(newest);
    return n >= this.#first && edition <= this.#edition;
  }

  /** Without what was taken down; undefined: more has been since, and only a newer edition may go out. */
  #shown(edition: number, comments: readonly Comment[]): Comment[] | undefined {
    const gone = this.#editions.redacted(edition);
    const since = this.#editions.redacted(this.#edition);
    if (comments.some(({ id }) => since.has(id) && !gone.has(id))) return undefined;
    return comments.filter(({ id }) => !gone.has(id));
  }

  /** Nothing is added to the window `n` or those before it any more, and all of their events are known. */
  async #seal(n: number): Promise<void> {
    if (n <= this.#sealed) return;
    const { store, room } = this.#options;
    const { seq } = await store.seal(room, (n + 1) * this.durationMs);
    await this.#log.reach(seq);
    this.#sealed = Math.max(n, this.#sealed);
    const edition = this.#editions.at((this.#sealed + 1) * this.durationMs);
    if (edition === this.#edition) return;
    this.#edition = edition;
    // What was taken down is not sent again from memory either.
    this.#sent.clear();
  }

  #page(n: number): Promise<Page> {
    return held(this.#pages, n, () => this.#make(n));
  }

  async #make(n: number): Promise<Page> {
    const { store, room, epoch, totals, now } = this.#options;
    const path = `segments/${epoch}/${n}`;
    const kept = await store.kept(room, path);
    if (kept) return this.#close(n, kept);
    const [from, to] = [n * this.durationMs, (n + 1) * this.durationMs];
    const [after, seq] = [this.#log.before(from), this.#log.before(to)];
    const events = await this.#log.between(after, seq);
    const page: Page = { v: 1, room, epoch, n, from, to, after, seq, events };
    // Nobody asked for it in time, or there is nobody to ask: the log alone, and the same for all who look.
    if (!totals || to < now() - REMEMBERED * this.durationMs) return page;
    const murmur = { ...this.#murmurs.of(n), ...totals() };
    return this.#close(n, await store.keep(room, path, bytesOf({ ...page, ...murmur })));
  }

  #close(n: number, bytes: Buffer): Page {
    const page = JSON.parse(bytes.toString()) as Page;
    this.#murmurs.close(n, { comments: page.comments ?? [], more: page.more ?? 0 });
    return page;
  }

  async #stateAt(seq: number): Promise<RoomState> {
    const from = this.#state.seq <= seq ? this.#state : { seq: 0, state: emptyRoom };
    const events = await this.#log.between(from.seq, seq);
    const state = events.reduce(fold, from.state);
    if (seq >= this.#state.seq) this.#state = { seq, state };
    return state;
  }

  #once(name: string, make: () => Promise<Buffer | undefined>): Promise<Buffer | undefined> {
    const sent = held(this.#sent, name, make);
    // What is not there yet may be in a moment.
    sent.then(
      bytes => bytes === undefined && this.#sent.delete(name),
      () => {},
    );
    return sent;
  }
}

const bytesOf = (value: object) => Buffer.from(JSON.stringify(value));

/** Made once for all who ask meanwhile and soon after; what failed is made anew. */
function held<K, V>(map: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  if (map.size > HELD) map.delete(map.keys().next().value!);
  return made;
}
