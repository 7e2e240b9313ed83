import { QunError, type Head } from '../../protocol/index.js';
import type { RoomFeed } from '../hub/room-feed.js';
import type { RoomStore } from '../store/room-store.js';
import { FeedMode, type ModeOption } from './feed-mode.js';
import { Presence, PRESENCE_MS } from './presence.js';
import { SegmentBook } from './segment-book.js';

export interface SegmentOptions {
  /** How newcomers hear a room: `feed`, `segments`, or `auto`, by how many are there. Default `auto`. */
  mode?: ModeOption | undefined;
  /** Readers of one room up to which `auto` opens the feed. Default 20000. */
  feedUpTo?: number | undefined;
  /** Length of a segment, ms. All servers of a room must have the same. Default 4000. */
  durationMs?: number | undefined;
  /** Between two looks of a viewer at `head.json`, ms. Default 20000. */
  pollMs?: number | undefined;
}

/** Who comes that little too early is kept waiting rather than sent away, ms. */
const HOLD_MS = 1000;
/** So long after the last question segments are made without anybody asking, ms. */
const WANTED_MS = 120_000;
/** After the end of a window, before its segment is made, ms: the one who asks first does not wait for it. */
const AFTER_MS = 20;

/** One room as files: makes every segment in time while it is wanted, and says where they stand. */
export class RoomSegments {
  readonly #feed: RoomFeed;
  readonly #store: RoomStore;
  readonly #options: SegmentOptions;
  readonly #mode: FeedMode;
  readonly #presence: Presence;
  readonly #leave: (() => void)[];
  #book: SegmentBook;
  #timer: NodeJS.Timeout | undefined;
  #askedAt = -Infinity;
  #seq = 0;

  constructor(feed: RoomFeed, store: RoomStore, options: SegmentOptions = {}) {
    this.#feed = feed;
    this.#store = store;
    this.#options = options;
    this.#mode = new FeedMode(options.mode, options.feedUpTo);
    this.#presence = new Presence(() => feed.room.now());
    this.#book = this.#newBook();
    feed.behindCaches = () => this.#presence.online;
    this.#leave = [
      feed.onTick(murmur => this.#book.hear(murmur)),
      feed.room.onReset(() => (this.#book = this.#newBook())),
    ];
    this.#schedule();
  }

  get mode(): 'feed' | 'segments' {
    return this.#mode.of(this.#feed.online);
  }

  async head(): Promise<Head> {
    this.#asked();
    const { epoch, first, n, edition, snapshot } = await this.#book.place();
    const { durationMs } = this.#book;
    return {
      v: 1,
      room: this.#feed.room.id,
      epoch,
      edition,
      first,
      n,
      durationMs,
      mode: this.mode,
      pollMs: this.#options.pollMs ?? 20_000,
      snapshot: `segments/${epoch}.${edition}/snapshot-${snapshot}.json`,
      presence: { everyMs: PRESENCE_MS, oneIn: this.#presence.oneIn(this.#feed.online) },
      now: this.#feed.room.now(),
    };
  }

  /** A viewer behind a cache is here, for so many. */
  here(oneIn: number): void {
    // Nobody counts for more than they were asked to.
    this.#presence.here(Math.min(oneIn, 2 * this.#presence.oneIn(this.#feed.online)));
  }

  /** Throws `not-found` for what is not there, or not yet; just before its time it is waited for. */
  async file(epoch: string, edition: number, kind: 'segment' | 'snapshot', n: number): Promise<Buffer> {
    const book = this.#book;
    const last = kind === 'segment' ? n : n - 1;
    if (epoch !== this.#feed.room.epoch)
      throw new QunError('not-found', { detail: `no epoch ${epoch} here` });
    const waitMs = book.msUntil(last);
    if (waitMs > HOLD_MS) throw new QunError('not-found', { detail: 'not yet', retryAfterMs: waitMs });
    this.#asked();
    // A timer may come a moment early, and the room's clock is not this machine's.
    for (let left = waitMs; left > 0; left = book.msUntil(last))
      await new Promise(resolve => setTimeout(resolve, Math.ceil(left)));
    const bytes = await (kind === 'segment' ? book.segment(edition, n) : book.snapshot(edition, n));
    if (bytes) return bytes;
    throw new QunError('not-found', { detail: 'there is none of this number and edition' });
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const leave of this.#leave) leave();
  }

  #newBook(): SegmentBook {
    const { room } = this.#feed;
    const book = new SegmentBook({
      room: room.id,
      epoch: room.epoch,
      store: this.#store,
      now: () => room.now(),
      durationMs: this.#options.durationMs,
      totals: () => ({
        commentCount: room.ambience.commentCount,
        likes: room.likes,
        online: this.#feed.online,
        left: room.ambience.left,
        ...(room.state.sales.length > 0 && { sales: room.ambience.sales }),
        asked: room.ambience.asked,
      }),
    });
    // What was said before this process came to life may not have gone out yet.
    book.hear({ comments: room.ambience.recent, more: 0 });
    return book;
  }

  #asked(): void {
    this.#askedAt = this.#feed.room.now();
  }

  #schedule(): void {
    const waitMs = Math.max(1, this.#book.msUntil(this.#book.newest + 1) + AFTER_MS);
    this.#timer = setTimeout(() => {
      this.#schedule();
      const { newest } = this.#book;
      // What fails now is made when somebody asks.
      if (this.#wanted(newest)) this.#book.segment(0, newest).catch(() => {});
    }, waitMs);
    this.#timer.unref();
  }

  /** Something is going on that a viewer or a recording may ask for; an empty shop at night makes no files. */
  #wanted(n: number): boolean {
    const { room } = this.#feed;
    const moved = room.seq !== this.#seq;
    this.#seq = room.seq;
    const showing = ['live', 'paused', 'interrupted'].includes(room.state.phase);
    const asked = room.now() - this.#askedAt < WANTED_MS;
    return moved || showing || asked || this.#book.heardFor(n) || this.mode === 'segments';
  }
}
