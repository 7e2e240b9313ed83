import { QunError } from '../../protocol/index.js';
import { staffLog, type Answered, type Receipt, type RoomStore } from '../store/room-store.js';
import type { StaffDraft, StaffEvent } from './staff-event.js';
import { emptyStaff, foldStaff, type StaffState } from './staff-fold.js';

/** How often a decision may be overtaken before it is given up. */
const ATTEMPTS = 8;
const PAGE = 1000;
/** Entries held in memory, for whoever looks at the newest. */
const NEWEST = 200;

/** What the staff of one room know and have done: the fold of a log that no feed carries, whichever process writes it. */
export class StaffLog {
  readonly #store: RoomStore;
  readonly #log: string;
  readonly #now: () => number;
  readonly #changed: (event: StaffEvent) => void;
  readonly #unsubscribe: () => void;
  #state = emptyStaff;
  #seq = 0;
  #epoch: string | undefined;
  #newest: StaffEvent[] = [];
  #reading: Promise<void> | undefined;

  static async open(
    store: RoomStore,
    room: string,
    now: () => number,
    changed: (event: StaffEvent) => void,
  ): Promise<StaffLog> {
    const log = new StaffLog(store, room, now, changed);
    await log.catchUp();
    return log;
  }

  private constructor(
    store: RoomStore,
    room: string,
    now: () => number,
    changed: (event: StaffEvent) => void,
  ) {
    this.#store = store;
    this.#log = staffLog(room);
    this.#now = now;
    this.#changed = changed;
    this.#unsubscribe = store.subscribe(this.#log, ({ seq, events }) => {
      for (const event of events ?? []) this.#apply(event as unknown as StaffEvent);
      // Whatever fails now, the next pulse tries again.
      if (seq > this.#seq) this.catchUp().catch(() => {});
    });
  }

  get state(): StaffState {
    return this.#state;
  }

  get seq(): number {
    return this.#seq;
  }

  /** The newest entries, oldest first. */
  get newest(): readonly StaffEvent[] {
    return this.#newest;
  }

  /** At most `limit` entries before the place `before`, oldest first. */
  async before(before: number, limit: number): Promise<StaffEvent[]> {
    const from = Math.max(0, before - 1 - limit);
    const { events } = await this.#store.history<StaffEvent>(this.#log, { after: from, limit });
    return events.filter(({ seq }) => seq < before);
  }

  /** Ids of comments that entries after the place `seq` are about. */
  commentsSince(seq: number): Set<string> {
    const later = this.#newest.filter(event => event.seq > seq);
    return new Set(
      later.flatMap(({ data }) => {
        if ('comments' in data) return data.comments.map(({ id }) => id);
        return 'comment' in data && data.comment ? [data.comment.id] : [];
      }),
    );
  }

  /** The log is known to end at `head`. A shorter one than ours has begun anew. */
  async look(head: number): Promise<void> {
    if (head < this.#seq) await this.restart();
    else if (head > this.#seq) await this.catchUp();
  }

  /** Forgets what was read, and reads what there is. */
  async restart(): Promise<void> {
    this.#state = emptyStaff;
    this.#seq = 0;
    this.#epoch = undefined;
    this.#newest = [];
    await this.catchUp();
  }

  /** Reads what is missing, once for all who ask meanwhile. */
  catchUp(): Promise<void> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /**
   * Writes what `decide` finds to write, on what is known then; undefined: nothing has to be written. The same receipt
   * writes once.
   */
  async write(
    decide: (state: StaffState) => StaffDraft | undefined,
    receipt?: Omit<Receipt, 'room'>,
  ): Promise<Answered<{ seq: number }> | undefined> {
    const kept = receipt && { ...receipt, room: this.#log };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const draft = decide(this.#state);
      if (!draft) return undefined;
      const options = { at: this.#now(), expectSeq: this.#seq, receipt: kept };
      const done = await this.#store.append(this.#log, [draft], options);
      if (done === 'conflict' || done.answer.seq > this.#seq) await this.catchUp();
      if (done !== 'conflict') return done;
    }
    throw new QunError('overloaded', { detail: 'the log of the staff moves too fast', retryAfterMs: 500 });
  }

  /** The answer given for this receipt, if there was one. */
  answered(receipt: Receipt): Promise<Answered<unknown> | undefined> {
    return this.#store.answered({ ...receipt, room: this.#log });
  }

  close(): void {
    this.#unsubscribe();
  }

  async #read(): Promise<void> {
    for (;;) {
      const part = { after: this.#seq, limit: PAGE };
      const { events, head } = await this.#store.history<StaffEvent>(this.#log, part);
      for (const event of events) this.#apply(event);
      if (this.#seq >= head || events.length === 0) return;
    }
  }

  #apply(event: StaffEvent): void {
    if (event.seq !== this.#seq + 1 || (this.#epoch ?? event.epoch) !== event.epoch) return;
    this.#epoch = event.epoch;
    this.#state = foldStaff(this.#state, event);
    this.#seq = event.seq;
    this.#newest = [...this.#newest, event].slice(-NEWEST);
    this.#changed(event);
  }
}
