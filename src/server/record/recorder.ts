import { backOffMs } from '../../core/back-off.js';
import { emptyRoom, fold } from '../../core/fold.js';
import {
  HISTORY_PAGE,
  limits,
  parseHistory,
  parseRecording,
  parseSegment,
  QunError,
  type Comment,
  type ControlEvent,
  type Recording,
  type RoomState,
  type Segment,
  type SkippedEvent,
  type Snapshot,
} from '../../protocol/index.js';
import { Folder } from './folder.js';
import type { RecordSource, SourcePlace } from './record-source.js';

export interface RecorderOptions {
  source: RecordSource;
  /** Made where it is missing; one that holds the beginning of the same recording is gone on with. */
  folder: string;
  /** The picture of the recording, instead of the room's last one. */
  stream?: string | undefined;
  /** What relative addresses in the room's state are relative to. Default: as the source says. */
  base?: string | undefined;
  /** One line for whoever watches. */
  tell?: ((line: string) => void) | undefined;
  /** Aborted: what has come is written down, and nothing more is asked for. */
  signal?: AbortSignal | undefined;
}

/** Segments asked for at once. */
const AT_ONCE = 8;
/** After the end, windows in which last words may still come. */
const LAST_WORDS = 2;
/** Between two writings of `room.json` while the show goes on, ms. */
const WRITTEN_MS = 15_000;
/** Failures one after the other until a recording is given up; about two minutes. */
const PATIENCE = 8;

type AnyEvent = ControlEvent | SkippedEvent;

/** Writes a room down as files that any web server can give out, and goes on until its show is over. */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #folder: Folder;
  readonly #events: AnyEvent[] = [];
  readonly #have = new Set<number>();
  #state: RoomState = emptyRoom;
  #place!: SourcePlace;
  #resumed = false;
  #writtenAt = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#folder = new Folder(options.folder);
  }

  /** True: the show is over and all of it is written. False: stopped before. Rejects with a QunError. */
  async run(): Promise<boolean> {
    const { signal, tell } = this.#options;
    for (let failures = 0, told = ''; !signal?.aborted;) {
      try {
        const over = await this.#round();
        failures = 0;
        if (over) return true;
        const line = this.#span() ? 'recording; it goes on until the show is over' : 'the show has not begun';
        if (line !== told) tell?.((told = line));
        await this.#wait(Math.max(100, this.#place.nextMs));
      } catch (cause) {
        const error = QunError.from(cause);
        failures += 1;
        if (!error.temporary || failures >= PATIENCE) throw error;
        tell?.(`${error.message}; trying again`);
        await this.#wait(backOffMs(failures));
      }
    }
    if (this.#span()) await this.#write(false);
    return false;
  }

  async #round(): Promise<boolean> {
    const { source, signal } = this.#options;
    this.#place = await source.place();
    if (!this.#resumed) await this.#resume();
    await this.#readLog();
    const span = this.#span();
    if (!span) return false;
    const { n, durationMs } = this.#place;
    const last = Math.min(n, span.last);
    const missing: number[] = [];
    for (let at = span.first; at <= last; at += 1) if (!this.#have.has(at)) missing.push(at);
    for (let i = 0; i < missing.length && !signal?.aborted; i += AT_ONCE)
      await Promise.all(missing.slice(i, i + AT_ONCE).map(at => this.#fetch(at)));
    if (signal?.aborted) return false;
    const over = n >= span.last;
    if (over || missing.length > 1 || Date.now() - this.#writtenAt > Math.max(WRITTEN_MS, durationMs))
      await this.#write(over);
    return over;
  }

  /** What an earlier run has written is taken as it is. */
  async #resume(): Promise<void> {
    const { room, epoch, durationMs } = this.#place;
    const found = await this.#folder.read('room.json');
    if (found !== undefined) {
      const before = parseRecording(found);
      if (before.room !== room || before.epoch !== epoch || before.durationMs !== durationMs) {
        const detail = `${this.#folder.path} holds another recording, of room "${before.room}"; take an empty folder`;
        throw new QunError('bad-config', { detail });
      }
      for (const file of before.log) {
        const page = parseHistory(await this.#folder.read(file));
        this.#take(page.events);
      }
    }
    for (const name of await this.#folder.list('segments')) {
      const n = /^(\d+)\.json$/.exec(name)?.[1];
      if (n !== undefined) this.#have.add(Number(n));
    }
    this.#resumed = true;
  }

  async #readLog(): Promise<void> {
    for (;;) {
      const page = await this.#options.source.history(this.#events.length);
      if (page.epoch !== this.#place.epoch)
        throw new QunError('bad-config', { detail: 'the room has begun anew; take an empty folder' });
      this.#take(page.events);
      if (page.seq >= page.head || page.events.length === 0) return;
    }
  }

  #take(events: readonly AnyEvent[]): void {
    for (const event of events) {
      if (event.seq !== this.#events.length + 1) continue;
      this.#events.push(event);
      this.#state = fold(this.#state, event);
    }
  }

  /** The windows of the show; undefined: it has not begun. Without an end while it goes on. */
  #span(): { first: number; last: number } | undefined {
    const phases = this.#events.flatMap(event =>
      !('skipped' in event) && event.type === 'room.phase' ? [{ at: event.at, phase: event.data.phase }] : [],
    );
    const begun = phases.find(({ phase }) => phase === 'live');
    if (!begun) return undefined;
    const { durationMs } = this.#place;
    const over = (phase: string) => phase === 'ended' || phase === 'replay';
    // Back from the replay nothing comes; back from the end, the show may go on.
    let end: number | undefined;
    for (const { at, phase } of phases) end = over(phase) ? (end ?? at) : undefined;
    if (this.#options.source.fixed) end ??= this.#events[this.#events.length - 1]!.at;
    const first = Math.floor(begun.at / durationMs);
    return { first, last: end === undefined ? Infinity : Math.floor(end / durationMs) + LAST_WORDS };
  }

  async #fetch(n: number): Promise<void> {
    const { source } = this.#options;
    const segment = await source.segment(this.#place, n);
    // Taken down meanwhile, so that another edition has begun: the next round knows it.
    if (!segment) throw new QunError('network', { detail: `segment ${n} is not there yet` });
    await this.#folder.write(`segments/${n}.json`, segment);
    this.#have.add(n);
  }

  async #write(complete: boolean): Promise<void> {
    const { source, stream, base = source.base } = this.#options;
    const { room, epoch, durationMs } = this.#place;
    const numbers = [...this.#have].sort((a, b) => a - b);
    const gone = this.#gone;
    const comments = complete ? await this.#clean(numbers, gone) : await this.#newestComments(numbers);
    const last = await this.#segment(numbers[numbers.length - 1]);
    const seq = this.#events.length;
    const at = this.#events[seq - 1]!.at;
    const log: string[] = [];
    for (let after = 0; after < seq; after += HISTORY_PAGE) {
      const events = this.#events.slice(after, after + HISTORY_PAGE).map(event => without(gone, event));
      const name = `log/${log.length}.json`;
      await this.#folder.write(name, {
        v: 1,
        room,
        epoch,
        after,
        seq: after + events.length,
        head: seq,
        events,
      });
      log.push(name);
    }
    const state = stream ? { ...this.#state, stream: { ...this.#state.stream, src: stream } } : this.#state;
    const snapshot: Snapshot = {
      ...{ v: 1, room, epoch, seq, at, state },
      comments: comments.slice(-limits.recentComments),
      online: last?.online ?? 0,
      left: last?.left ?? {},
      ...(last?.sales && { sales: last.sales }),
      ...(last?.commentCount !== undefined && { commentCount: last.commentCount }),
      ...(last?.likes !== undefined && { likes: last.likes }),
    };
    await this.#folder.write('snapshot.json', snapshot);
    const [from = 0] = numbers;
    const recording: Recording = {
      ...{ v: 1, recording: true, room, epoch, durationMs, seq },
      from: from * durationMs,
      to: numbers.length === 0 ? 0 : (numbers[numbers.length - 1]! + 1) * durationMs,
      ...{ snapshot: 'snapshot.json', log, segments: 'segments' },
      ...(base !== undefined && { base }),
      complete,
    };
    // Last, so that it never names a file that is not there.
    await this.#folder.write('room.json', recording);
    this.#writtenAt = Date.now();
  }

  async #segment(n: number | undefined): Promise<Segment | undefined> {
    return n === undefined ? undefined : parseSegment(await this.#folder.read(`segments/${n}.json`));
  }

  /** Comments that are taken down, as far as the log is known. */
  get #gone(): Set<string> {
    const gone = new Set<string>();
    for (const event of this.#events) {
      if ('skipped' in event) continue;
      if (event.type === 'comment.redact') for (const id of event.data.ids) gone.add(id);
      if (event.type === 'comment.restore') for (const { id } of event.data.comments) gone.delete(id);
    }
    return gone;
  }

  /** Takes out of the folder what was taken down since it was written. Answers with the newest comments. */
  async #clean(numbers: readonly number[], gone: ReadonlySet<string>): Promise<Comment[]> {
    const newest: Comment[] = [];
    for (const n of numbers) {
      const segment = (await this.#segment(n))!;
      const comments = segment.comments.filter(({ id }) => !gone.has(id));
      if (comments.length < segment.comments.length)
        await this.#folder.write(`segments/${n}.json`, { ...segment, comments });
      newest.push(...comments);
      newest.splice(0, Math.max(0, newest.length - limits.recentComments));
    }
    return newest;
  }

  async #newestComments(numbers: readonly number[]): Promise<Comment[]> {
    const newest: Comment[] = [];
    for (let i = numbers.length - 1; i >= 0 && newest.length < limits.recentComments; i -= 1) {
      const { comments } = (await this.#segment(numbers[i]))!;
      newest.unshift(...comments.filter(({ id }) => !this.#state.redacted.includes(id)));
      if (numbers.length - i > 2 * AT_ONCE) break;
    }
    return newest;
  }

  #wait(ms: number): Promise<void> {
    const { signal } = this.#options;
    return new Promise(resolve => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
      if (signal?.aborted) done();
    });
  }
}

/** The event without the words of comments that are taken down. */
function without(gone: ReadonlySet<string>, event: AnyEvent): AnyEvent {
  if ('skipped' in event) return event;
  if (event.type === 'comment.restore')
    return { ...event, data: { comments: event.data.comments.filter(({ id }) => !gone.has(id)) } };
  if (event.type === 'comment.pin' && event.data.comment && gone.has(event.data.comment.id))
    return { ...event, data: { comment: null } };
  return event;
}
