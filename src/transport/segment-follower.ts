import { range } from '../core/range.js';
import { backOffMs } from '../core/back-off.js';
import { QunError, type Head, type Position, type Segment, type Snapshot } from '../protocol/index.js';
import type { Quest } from './elsewhere.js';
import { pause } from './pause.js';
import { SegmentClock } from './segment-clock.js';
import { readHead, readSegment, readWindowSnapshot, type HeadAnswer } from './segment-files.js';
import { SegmentPace } from './segment-pace.js';
import { BLOCKED, type SseFeed } from './sse-feed.js';

/** Where feeds are held back on their way, one is tried again after this, ms. */
const HELD_MS = 60_000;
/** Segments that are looked through for our place before the whole room is asked for anew. */
const BACK = 4;
/** Questions in vain for one segment, before we look where the room stands. */
const MISSES = 2;
/** After one in vain, all are asked for this much later, ms: our idea of the server's clock is ahead of it. */
const LATER_MS = 250;

/**
 * Follows a room by its segments, numbered by the server's clock: no list is asked for. Each viewer asks at another
 * moment of the window, the same in all windows, so that a cache sees an even stream and a page an even one, too.
 */
export class SegmentFollower {
  readonly #feed: SseFeed;
  readonly #signal: AbortSignal;
  readonly #clock: SegmentClock;
  readonly #pace: SegmentPace;
  readonly #random: () => number;
  /** Part of a window by which this viewer asks later than the first. */
  readonly #jitter: number;
  readonly #begunAt = Date.now();
  #head!: Head;
  #headAt = 0;
  #position: Position | undefined;
  /** The next segment, and its edition. */
  #n = 0;
  #edition = 0;
  #misses = 0;
  #laterMs = 0;
  #left = false;

  constructor(feed: SseFeed, { signal, position, url }: Quest, { head, answer }: HeadAnswer) {
    const { clock, listener, random = Math.random } = feed.options;
    this.#feed = feed;
    this.#signal = signal;
    this.#position = position;
    this.#clock = new SegmentClock(clock);
    this.#pace = new SegmentPace(tick => listener.tick(tick));
    this.#random = random;
    this.#jitter = random();
    // Sent here by the server rather than held back: as long as it says so no feed is tried.
    if (url !== undefined) feed.blocked = Infinity;
    this.#heard(head);
    this.#clock.head(head, answer);
  }

  /** Until something else is tried. Rejects with a QunError. */
  async run(): Promise<void> {
    this.#signal.addEventListener('abort', () => this.#pace.stop());
    if (this.#goBack()) return;
    await this.#begin();
    void this.#sayHere();
    while (!this.#over) {
      const { durationMs } = this.#head;
      const due = (this.#n + 1 + this.#jitter) * durationMs + this.#laterMs;
      await pause(due - this.#clock.now(), this.#signal);
      if (!this.#over && Date.now() >= this.#headAt) await this.#look();
      if (!this.#over) await this.#step();
    }
  }

  get #over(): boolean {
    return this.#left || this.#signal.aborted;
  }

  #heard(head: Head): void {
    this.#head = head;
    this.#headAt = Date.now() + head.pollMs * (0.5 + this.#random());
  }

  /** Takes up the room where we stand, or from its last snapshot on. */
  async #begin(): Promise<void> {
    const { http } = this.#feed.options;
    const head = this.#head;
    const signal = this.#signal;
    const position = this.#position;
    const joining: Segment[] = [];
    for (let n = head.n; position?.epoch === head.epoch && n > head.n - BACK; n -= 1) {
      const segment = await readSegment(http, head, head.edition, n, signal);
      if (this.#over) return;
      if (!segment) break;
      joining.unshift(segment);
      if (segment.after > position.seq) continue;
      this.#open(head);
      return joining.forEach(one => this.#tell(one, 0));
    }
    const snapshot = await readWindowSnapshot(http, head, signal);
    const numbers = range(snapshot.n, head.n);
    const segments = await Promise.all(numbers.map(n => readSegment(http, head, head.edition, n, signal)));
    if (this.#over) return;
    // Another edition has begun meanwhile, or a cache is older than another one.
    if (segments.includes(undefined)) throw new QunError('network', { detail: 'a segment is missing' });
    this.#open(head);
    this.#give(snapshot);
    for (const segment of segments) this.#tell(segment!, 0);
  }

  #open({ n, edition }: Head): void {
    const { listener, onReachable } = this.#feed.options;
    this.#n = n + 1;
    this.#edition = edition;
    this.#feed.attempt = 0;
    listener.status('open');
    onReachable();
  }

  #give(snapshot: Snapshot): void {
    const { listener } = this.#feed.options;
    listener.snapshot(snapshot);
    if (listener.position()?.epoch === snapshot.epoch) return;
    // Told of another epoch before: this is the one now, and nothing of what was heard counts.
    listener.hello({ ...snapshot, outcome: 'snapshot', reason: 'epoch' });
    listener.snapshot(snapshot);
  }

  async #step(): Promise<void> {
    const { http, listener } = this.#feed.options;
    const segment = await this.#read();
    if (this.#over) return;
    if (segment) {
      this.#misses = 0;
      this.#n += 1;
      this.#edition = segment.next;
      const { durationMs } = this.#head;
      const behind = this.#clock.now() >= (this.#n + 1 + this.#jitter) * durationMs;
      this.#tell(segment, behind ? 0 : durationMs);
      return;
    }
    this.#misses += 1;
    this.#laterMs = Math.min(this.#head.durationMs, this.#laterMs + LATER_MS);
    const minMs = Math.min(1000, this.#head.durationMs);
    await pause(backOffMs(this.#misses - 1, { minMs, random: this.#random }), this.#signal);
    if (this.#over || this.#misses < MISSES) return;
    this.#heard((await readHead(http, this.#signal)).head);
    if (this.#over || this.#goBack()) return;
    this.#position = listener.position();
    await this.#begin();
  }

  /** One failure is passed over in silence. */
  async #read(): Promise<Segment | undefined> {
    const read = () => readSegment(this.#feed.options.http, this.#head, this.#edition, this.#n, this.#signal);
    try {
      return await read();
    } catch (error) {
      if (this.#over || !QunError.from(error).temporary) throw error;
      await pause(backOffMs(0, { random: this.#random }), this.#signal);
      return this.#over ? undefined : read();
    }
  }

  #tell(segment: Segment, spreadMs: number): void {
    const { listener } = this.#feed.options;
    this.#clock.seen(segment.to);
    for (const event of segment.events) listener.control(event);
    this.#pace.take(segment, spreadMs);
  }

  /** Where does the room stand by now, and how does it want to be heard? */
  async #look(): Promise<void> {
    const { http, listener } = this.#feed.options;
    const before = this.#head;
    try {
      const { head, answer } = await readHead(http, this.#signal);
      if (this.#over) return;
      this.#heard(head);
      this.#clock.head(head, answer);
    } catch {
      // Segments are what counts; the next look may tell.
      this.#headAt = Date.now() + before.pollMs;
      return;
    }
    if (this.#goBack() || this.#head.epoch === before.epoch) return;
    this.#position = listener.position();
    await this.#begin();
  }

  /** To the feed, where the server has room for us again, or where it may get through by now. */
  #goBack(): boolean {
    const feed = this.#feed;
    const { EventSource: Source = globalThis.EventSource, listener } = feed.options;
    if (this.#head.mode === 'segments' || typeof Source !== 'function') return false;
    const sent = feed.blocked > BLOCKED;
    if (!sent && Date.now() - this.#begunAt < HELD_MS) return false;
    this.#left = true;
    this.#pace.flush();
    feed.blocked = sent ? 0 : BLOCKED - 1;
    // Not at once where the server says two things at a time.
    if (this.#n === 0) feed.later(new QunError('network'));
    else feed.open(listener.position());
    return true;
  }

  /** Some of those who are here say so, each for many. */
  async #sayHere(): Promise<void> {
    const { http } = this.#feed.options;
    for (let first = true; !this.#over; first = false) {
      const { presence } = this.#head;
      if (!presence) return;
      await pause(presence.everyMs * (first ? this.#random() : 1), this.#signal);
      const { oneIn } = this.#head.presence ?? presence;
      if (this.#over || this.#random() * oneIn >= 1) continue;
      const url = http.url('here', { of: String(oneIn) });
      // One that is lost is one of many.
      await http.head(url, '*/*', this.#signal).catch(() => {});
    }
  }
}
