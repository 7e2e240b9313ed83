import { parseSegment, QunError, type HistoryPage, type Segment } from '../../protocol/index.js';
import { SegmentBook } from '../segments/segment-book.js';
import type { RoomStore } from '../store/room-store.js';
import type { RecordSource, SourcePlace } from './record-source.js';

const PAGE = 1000;

/** A room as its store keeps it, without a server. */
export class DataSource implements RecordSource {
  readonly base = undefined;
  readonly fixed: boolean;
  readonly #store: RoomStore;
  readonly #room: string;
  readonly #epoch: string;
  readonly #book: SegmentBook;

  /** Throws `bad-config` where the store has no such room. */
  static async open(
    store: RoomStore,
    room: string,
    options: { fixed: boolean; durationMs?: number },
  ): Promise<DataSource> {
    const { epoch, seq } = await store.load(room);
    if (seq > 0) return new DataSource(store, room, epoch, options);
    throw new QunError('bad-config', { detail: `there is no room "${room}" in this data` });
  }

  private constructor(
    store: RoomStore,
    room: string,
    epoch: string,
    { fixed, durationMs }: { fixed: boolean; durationMs?: number },
  ) {
    this.fixed = fixed;
    this.#store = store;
    this.#room = room;
    this.#epoch = epoch;
    this.#book = new SegmentBook({ room, epoch, store, durationMs, now: Date.now });
  }

  async place(): Promise<SourcePlace> {
    const { n, edition } = await this.#book.place();
    const { durationMs } = this.#book;
    return {
      room: this.#room,
      epoch: this.#epoch,
      edition,
      n,
      durationMs,
      nextMs: this.#book.msUntil(n + 1),
    };
  }

  async segment({ edition }: SourcePlace, n: number): Promise<Segment | undefined> {
    const bytes = await this.#book.segment(edition, n);
    return bytes && parseSegment(JSON.parse(bytes.toString()));
  }

  async history(after: number): Promise<HistoryPage> {
    const page = await this.#store.history(this.#room, { after, limit: PAGE });
    return { v: 1, room: this.#room, epoch: this.#epoch, after, ...page };
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}
