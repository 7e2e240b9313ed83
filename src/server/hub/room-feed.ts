import type { ControlEvent, Hello, Position, Tick } from '../../protocol/index.js';
import type { FeedSink } from './feed-connection.js';
import { controlFrame, frame } from './frame.js';
import type { HubWatch } from './hub-watch.js';
import type { Murmur } from './ambience.js';
import type { LiveRoom } from './live-room.js';
import { Tail } from './tail.js';

export interface RoomFeedOptions {
  /** Control frames kept in memory. Default 500. */
  tailLength?: number;
  /** Events a client may be behind before a snapshot is cheaper. Default 500. */
  maxResume?: number;
  /** The longest silence between two ticks, ms. Default 5000. */
  maxQuietMs?: number;
  /** Who counts. Default: nobody. */
  watch?: HubWatch;
}

const TAIL = 500;

/** A reader and, until its beginning has been sent, what has happened in the meantime. */
interface Seat {
  sink: FeedSink & { open(chunks: readonly Buffer[]): void };
  waiting: { seq: number; frame: Buffer }[] | undefined;
  /** How far its beginning reached, where that was further than this process had heard of. */
  reached: number;
}

type Beginning =
  { outcome: 'recovered'; frames: Buffer[] } | { outcome: 'snapshot'; reason: Hello['reason'] };

/** One room's readers. Every frame is made once and shared by all of them. */
export class RoomFeed {
  readonly room: LiveRoom;
  #tail: Tail;
  readonly #tailLength: number;
  readonly #maxResume: number;
  readonly #maxQuietMs: number;
  readonly #seats = new Set<Seat>();
  readonly #unsubscribe: () => void;
  readonly #watch: HubWatch;
  readonly #tickListeners = new Set<(murmur: Murmur | undefined) => void>();
  /** Readers of this process that have no seat, since a cache stands between. */
  behindCaches = () => 0;
  #ticks = 0;
  #tickedAt = 0;
  #onlineTold = -1;
  #snapshot: { seq: number; ticks: number; json: string; frame: Buffer } | undefined;
  #whole: { seq: number; ticks: number; frame: Buffer } | undefined;
  #past: { head: number; from: number; frames: Promise<Buffer[] | undefined> } | undefined;

  /** After a restart everybody comes back at once: what they missed is read once, for all. */
  static async open(room: LiveRoom, options: RoomFeedOptions = {}): Promise<RoomFeed> {
    const { tailLength = TAIL } = options;
    const result = await room.read(Math.max(0, room.seq - tailLength), tailLength);
    const feed = new RoomFeed(room, options);
    if (result !== 'gap') for (const event of result.events) feed.#tail.push(event.seq, controlFrame(event));
    return feed;
  }

  private constructor(room: LiveRoom, options: RoomFeedOptions) {
    this.room = room;
    this.#tailLength = options.tailLength ?? TAIL;
    this.#tail = new Tail(this.#tailLength);
    this.#maxResume = options.maxResume ?? 500;
    this.#maxQuietMs = options.maxQuietMs ?? 5000;
    this.#watch = options.watch ?? {};
    const unsubscribe = [
      room.subscribe(event => this.#control(event)),
      room.onReset(() => this.#startAnew()),
    ];
    this.#unsubscribe = () => unsubscribe.forEach(off => off());
  }

  /** Readers of the room, on all processes. */
  get online(): number {
    return this.#here + this.room.others;
  }

  get #here(): number {
    return this.#seats.size + this.behindCaches();
  }

  /** Called with what each tick says, whether anybody has a seat or not; undefined: nothing new. */
  onTick(listener: (murmur: Murmur | undefined) => void): () => void {
    this.#tickListeners.add(listener);
    return () => this.#tickListeners.delete(listener);
  }

  /** Hears what all processes did since the last time, and tells it to the readers. */
  async beat(): Promise<void> {
    await this.room.pulse(this.#here);
    this.tick();
  }

  /** The snapshot as JSON, made at most once between two ticks. */
  snapshotJson(): string {
    return this.#freshSnapshot().json;
  }

  /** Seats a reader. It gets `hello`, then what it missed or a snapshot, then everything that follows. */
  async connect(sink: Seat['sink'], since: Position | undefined): Promise<() => void> {
    // Seated before the log is read: what is committed meanwhile waits, and nothing falls in between.
    const seat: Seat = { sink, waiting: [], reached: 0 };
    this.#seats.add(seat);
    const { epoch } = this.room;
    const found = await this.#beginning(since).catch((): Beginning => ({
      outcome: 'snapshot',
      reason: 'gap',
    }));
    const beginning: Beginning = this.room.epoch === epoch ? found : { outcome: 'snapshot', reason: 'epoch' };
    const frames = beginning.outcome === 'recovered' ? beginning.frames : [this.#freshSnapshot().frame];
    const reached = this.#reached(beginning, since);
    const rest = seat.waiting!.filter(({ seq }) => seq > reached);
    seat.waiting = undefined;
    seat.reached = reached;
    this.#watch.opened?.(beginning.outcome === 'recovered' ? 'recovered' : (beginning.reason ?? 'gap'));
    // A snapshot says how everything stands; who goes on where they stood has missed what the ticks in between said of it.
    const totals = beginning.outcome === 'recovered' ? [this.#totals()] : [];
    sink.open([this.#hello(beginning), ...frames, ...rest.map(({ frame }) => frame), ...totals]);
    return () => this.#seats.delete(seat);
  }

  /** Called twice a second. Sends only what is new, or a sign of life. */
  tick(): void {
    const begun = performance.now();
    const at = this.room.now();
    const murmur = this.room.ambience.take();
    for (const listener of this.#tickListeners) listener(murmur);
    this.#ticks += 1;
    const quiet = at - this.#tickedAt < this.#maxQuietMs && this.#onlineTold === this.online;
    if (this.#seats.size === 0 || (!murmur && quiet)) return;
    this.#tickedAt = at;
    this.#onlineTold = this.online;
    const { epoch, seq, ambience } = this.room;
    const counts = { online: this.online, commentCount: ambience.commentCount };
    const tick: Tick = {
      v: 1,
      epoch,
      seq,
      at,
      ...counts,
      ...(murmur ?? { comments: [], more: 0, left: {} }),
    };
    const chunk = frame('tick', JSON.stringify(tick));
    this.#send(undefined, chunk);
    this.#watch.fanned?.('tick', this.#seats.size, chunk.length, performance.now() - begun);
    this.#watch.talked?.(tick.comments.length, tick.more);
  }

  close(): void {
    this.#unsubscribe();
  }

  /** The log began anew: every reader is told so, and where it stands, in the stream it has. */
  #startAnew(): void {
    this.#tail = new Tail(this.#tailLength);
    this.#past = undefined;
    this.#snapshot = this.#whole = undefined;
    const chunks = [this.#hello({ outcome: 'snapshot', reason: 'epoch' }), this.#freshSnapshot().frame];
    for (const seat of this.#seats) {
      seat.reached = 0;
      if (seat.waiting) seat.waiting = [];
      else for (const chunk of chunks) seat.sink.write(chunk);
    }
  }

  #control(event: ControlEvent): void {
    const framed = controlFrame(event);
    this.#tail.push(event.seq, framed);
    this.#past = undefined;
    this.#send(event.seq, framed);
    this.#watch.fanned?.('control', this.#seats.size, framed.length, Math.max(0, this.room.now() - event.at));
  }

  #send(seq = Infinity, chunk: Buffer): void {
    for (const { sink, waiting, reached } of this.#seats) {
      // A tick belongs after the events before it; one that waits has nothing to be dropped for.
      if (waiting) waiting.push({ seq, frame: chunk });
      else if (seq > reached) sink.write(chunk);
    }
  }

  async #beginning(since: Position | undefined): Promise<Beginning> {
    if (!since) return { outcome: 'snapshot', reason: 'first' };
    if (since.epoch !== this.room.epoch) return { outcome: 'snapshot', reason: 'epoch' };
    // Whoever comes from another process may have heard there what we are about to hear.
    if (since.seq > this.room.seq) await this.room.reach(since.seq);
    const { seq: head } = this.room;
    if (since.seq > head) return { outcome: 'snapshot', reason: 'ahead' };
    if (head - since.seq > this.#maxResume) return { outcome: 'snapshot', reason: 'gap' };
    const frames = this.#tail.after(since.seq, head) ?? (await this.#older(since.seq, head));
    return frames ? { outcome: 'recovered', frames } : { outcome: 'snapshot', reason: 'gap' };
  }

  /** What the tail no longer holds is read once for all who ask while the log stands at `head`. */
  async #older(since: number, head: number): Promise<Buffer[] | undefined> {
    if (this.#past?.head !== head) {
      const from = Math.max(0, head - this.#maxResume);
      // The log may go on meanwhile, by as much again.
      const frames = this.room
        .read(from, 2 * this.#maxResume)
        .then(result => (result === 'gap' ? undefined : result.events.map(controlFrame)));
      const past = (this.#past = { head, from, frames });
      frames.catch(() => this.#past === past && (this.#past = undefined));
    }
    const { from, frames } = this.#past;
    return (await frames)?.slice(since - from);
  }

  /** The last place the beginning covers. */
  #reached(beginning: Beginning, since: Position | undefined): number {
    return beginning.outcome === 'snapshot' ? this.room.seq : since!.seq + beginning.frames.length;
  }

  #hello(beginning: Beginning): Buffer {
    const { id: room, epoch, seq } = this.room;
    const reason = beginning.outcome === 'snapshot' ? beginning.reason : undefined;
    const { outcome } = beginning;
    const hello: Hello = {
      v: 1,
      room,
      epoch,
      seq,
      at: this.room.now(),
      outcome,
      ...(reason ? { reason } : {}),
    };
    return frame('hello', JSON.stringify(hello));
  }

  /** A tick with every figure there is, for all who come back between two ticks. */
  #totals(): Buffer {
    const { seq, epoch, ambience } = this.room;
    if (this.#whole?.seq !== seq || this.#whole.ticks !== this.#ticks) {
      const { left, sales, likes, asked, commentCount } = ambience;
      const figures = { left, sales, likes, asked: [...asked], commentCount, online: this.online };
      const tick: Tick = { v: 1, epoch, seq, at: this.room.now(), comments: [], more: 0, ...figures };
      this.#whole = { seq, ticks: this.#ticks, frame: frame('tick', JSON.stringify(tick)) };
    }
    return this.#whole.frame;
  }

  /** Made anew after an event or a tick; whatever comes after it in between reaches the reader by the next tick. */
  #freshSnapshot() {
    const { seq, epoch } = this.room;
    if (this.#snapshot?.seq !== seq || this.#snapshot.ticks !== this.#ticks) {
      const json = JSON.stringify(this.room.snapshot(this.online));
      this.#snapshot = { seq, ticks: this.#ticks, json, frame: frame('snapshot', json, { epoch, seq }) };
    }
    return this.#snapshot;
  }
}
