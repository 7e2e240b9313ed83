import { emptyRoom, fold } from '../../src/core/fold.js';
import {
  parsePosition,
  type ControlEvent,
  type Head,
  type Position,
  type RoomState,
  type Segment,
  type WindowSnapshot,
} from '../../src/protocol/index.js';
import type { EventSourceLike } from '../../src/transport/event-feed.js';
import { eventOf, type Deed } from '../fixtures/arbitrary-room.js';

/** What becomes of one request on its way. */
export type Fate = 'well' | 'lost' | 'missing' | 'late' | 'old' | 'busy';

const D = 4000;
const SNAPSHOT_EVERY = 15;
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refusal = (code: string, status: number) => json({ error: { code, number: 1, message: code } }, status);

/**
 * A room server with its log, feed and segments in memory, and a network in front of it, both in a test's hand. Time is
 * `Date.now()`; nothing here waits by itself but for what is late.
 */
export class HostileRoom {
  readonly base = 'https://live.shop.example/v1/rooms/spring';
  mode: 'feed' | 'segments' = 'segments';
  /** Asked for every request. */
  fate: () => Fate = () => 'well';
  /** Every state that ever was, by its place. */
  readonly states = new Map<string, RoomState>();
  #epoch = -1;
  #edition = 0;
  #log: ControlEvent[] = [];
  #head: Head | undefined;
  readonly #sources = new Set<Source>();

  constructor(first: Deed) {
    this.restart(first);
  }

  get truth(): RoomState {
    return this.states.get(`e${this.#epoch}:${this.#log.length}`)!;
  }

  append(deed: Deed): void {
    const epoch = `e${this.#epoch}`;
    const event = { ...eventOf(deed, epoch, this.#log.length + 1), at: Date.now() };
    const before = this.truth;
    this.#log.push(event);
    this.states.set(`${epoch}:${event.seq}`, fold(before, event));
    for (const source of this.#sources) source.say('control', event);
  }

  /** The store begins anew, with the show. */
  restart(first: Deed): void {
    this.#epoch += 1;
    this.#edition = 0;
    this.#log = [];
    this.states.set(`e${this.#epoch}:0`, emptyRoom);
    this.append(first);
    this.cut();
  }

  /** Something was taken down: from now on all files have other addresses. */
  edit(): void {
    this.#edition += 1;
  }

  /** Every stream breaks. */
  cut(): void {
    for (const source of [...this.#sources]) source.break();
  }

  tick(): void {
    const [epoch, seq] = [`e${this.#epoch}`, this.#log.length];
    for (const source of this.#sources) source.say('tick', { v: 1, epoch, seq, at: Date.now(), online: 1 });
  }

  readonly EventSource = ((room: HostileRoom) =>
    class extends Source {
      constructor(url: string) {
        super(room.#sources);
        queueMicrotask(() => room.#open(this, new URL(url).searchParams.get('since')));
      }
    })(this);

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = new URL(String(input)).pathname.replace(/^\/v1\/rooms\/spring\//, '');
    const { signal } = init;
    const fate = this.fate();
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    if (fate === 'busy') return refusal('overloaded', 503);
    if (fate === 'missing' && path.startsWith('segments')) return refusal('not-found', 404);
    const answer = this.#answer(path, fate === 'old');
    if (fate === 'late') await new Promise(resolve => setTimeout(resolve, 3000));
    if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
    return answer;
  };

  #open(source: Source, since: string | null): void {
    if (this.mode === 'segments' || this.fate() === 'lost') return source.break();
    const place = parsePosition(since);
    const [epoch, seq] = [`e${this.#epoch}`, this.#log.length];
    const goesOn = place?.epoch === epoch && place.seq <= seq;
    source.open = true;
    const outcome = goesOn ? 'recovered' : 'snapshot';
    source.say('hello', { v: 1, room: 'spring', epoch, seq, at: Date.now(), outcome });
    if (!goesOn) source.say('snapshot', this.#snapshotAt({ epoch, seq }));
    else for (const event of this.#log.slice(place.seq)) source.say('control', event);
  }

  #answer(path: string, old: boolean): Response {
    if (path === 'session') {
      const viewer = { id: 'me', role: 'viewer' };
      return json({ token: 't', expiresAt: Date.now() + 9e8, viewer, claims: [], now: Date.now() });
    }
    // Without segments there would be snapshots; here there are some.
    if (path === 'feed')
      return this.mode === 'segments' ? json(this.#headNow(false)) : refusal('overloaded', 503);
    if (path === 'head.json') {
      const head = this.#headNow(old);
      return head ? json(head) : refusal('overloaded', 503);
    }
    const [, epoch, edition, kind, number] =
      /^segments\/(\w+)\.(\d+)\/(snapshot-)?(\d+)\.json$/.exec(path) ?? [];
    const n = Number(number);
    const there = epoch === `e${this.#epoch}` && Number(edition) <= this.#edition;
    if (!there || (n + (kind ? 0 : 1)) * D > Date.now() || n < this.#first) return refusal('not-found', 404);
    return json(kind ? this.#windowSnapshot(n) : this.#segment(n, Number(edition)));
  }

  get #first(): number {
    return Math.floor(this.#log[0]!.at / D);
  }

  #headNow(old: boolean): Head | undefined {
    // A cache that has kept one answers with it.
    if (old && this.#head) return this.#head;
    const n = Math.floor(Date.now() / D) - 1;
    if (n < this.#first) return undefined;
    const snapshot = Math.max(n + 1 - ((n + 1) % SNAPSHOT_EVERY), this.#first + 1);
    const epoch = `e${this.#epoch}`;
    this.#head = {
      ...{ v: 1, room: 'spring', epoch, edition: this.#edition, first: this.#first, n, durationMs: D },
      ...{
        mode: this.mode,
        pollMs: 10_000,
        snapshot: `segments/${epoch}.${this.#edition}/snapshot-${snapshot}.json`,
      },
      now: Date.now(),
    };
    return this.#head;
  }

  #before(time: number): number {
    return this.#log.filter(({ at }) => at < time).length;
  }

  #segment(n: number, edition: number): Segment {
    const [from, to] = [n * D, (n + 1) * D];
    const [after, seq] = [this.#before(from), this.#before(to)];
    return {
      ...{
        v: 1,
        room: 'spring',
        epoch: `e${this.#epoch}`,
        edition,
        next: this.#edition,
        n,
        from,
        to,
        after,
        seq,
      },
      ...{ events: this.#log.slice(after, seq), comments: [], more: 0, left: {}, online: 1 },
    };
  }

  #windowSnapshot(n: number): WindowSnapshot {
    const epoch = `e${this.#epoch}`;
    return { ...this.#snapshotAt({ epoch, seq: this.#before(n * D) }), n };
  }

  #snapshotAt({ epoch, seq }: Position) {
    const state = this.states.get(`${epoch}:${seq}`)!;
    const rest = { comments: [], online: 1, left: {} };
    return { v: 1 as const, room: 'spring', epoch, seq, at: Date.now(), state, ...rest };
  }
}

class Source extends EventTarget implements EventSourceLike {
  readonly #all: Set<Source>;
  open = false;

  constructor(all: Set<Source>) {
    super();
    this.#all = all;
    all.add(this);
  }

  say(type: string, data: unknown): void {
    if (this.open) this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }

  break(): void {
    if (this.#all.has(this)) this.dispatchEvent(new Event('error'));
  }

  close(): void {
    this.#all.delete(this);
  }
}
