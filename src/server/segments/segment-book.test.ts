import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { someDeed, type Deed } from '../../../test/fixtures/arbitrary-room.js';
import { emptyRoom, fold } from '../../core/fold.js';
import {
  parseSegment,
  parseWindowSnapshot,
  type Comment,
  type ControlEvent,
  type RoomState,
  type Segment,
} from '../../protocol/index.js';
import type { RoomStore } from '../store/room-store.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { SegmentBook, SNAPSHOT_EVERY } from './segment-book.js';

const D = 4000;
const begin = 1_800_000_000_000;
const first = begin / D;

let store: RoomStore;
let now: number;
let epoch: string;
let said: number;

const totals = () => ({ commentCount: said, likes: 0, online: 7, left: {} });
const newBook = (more: object = { totals }) =>
  new SegmentBook({ room: 'spring', epoch, store, now: () => now, durationMs: D, ...more });

async function append(...drafts: { type: string; data: unknown }[]): Promise<void> {
  const { seq } = await store.load('spring');
  await store.append('spring', drafts, { at: now, expectSeq: seq });
}
const pin = { type: 'pin.remove', data: { productId: 'p1' } };
const redact = (...ids: string[]) => append({ type: 'comment.redact', data: { ids } });

const comment = (id: string, at = now): Comment => ({ id, from: { id: 'v1', role: 'viewer' }, text: id, at });
function say(books: readonly SegmentBook[], ...comments: Comment[]): void {
  said += comments.length;
  for (const book of books) book.hear({ comments, more: 0 });
}

async function read(book: SegmentBook, n: number, edition = 0): Promise<Segment> {
  const bytes = await book.segment(edition, n);
  assert.ok(bytes, `segment ${n} of edition ${edition}`);
  return parseSegment(JSON.parse(bytes.toString()));
}
const idsOf = ({ comments }: { comments: Comment[] }) => comments.map(({ id }) => id);

beforeEach(async () => {
  store = await SqliteStore.open({ folder: ':memory:' });
  ({ epoch } = await store.load('spring'));
  now = begin;
  said = 0;
});
afterEach(() => store.close());

describe('segments', () => {
  test('are the log, each event once, and snapshots are its fold, whichever process makes them in whatever order', async () => {
    const happening = fc.record({
      deed: fc.option(someDeed, { freq: 2 }),
      waitMs: fc.nat({ max: 3 * D }),
      words: fc.nat({ max: 2 }),
    });
    const script = fc.array(happening, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(script, fc.infiniteStream(fc.boolean()), async (steps, chosen) => {
        await store.close();
        store = await SqliteStore.open({ folder: ':memory:' });
        ({ epoch } = await store.load('spring'));
        [now, said] = [begin, 0];
        await append(pin);
        const books = [newBook(), newBook()];
        const spoken: string[] = [];
        for (const { deed, waitMs, words } of steps) {
          if (deed && !/^comment|question/.test((deed as Deed).type)) await append(deed);
          for (let i = 0; i < words; i += 1) {
            spoken.push(`m${spoken.length}`);
            // One process hears of it a tick later than the other.
            say(books, comment(spoken[spoken.length - 1]!));
          }
          const over = books[0]!.newest;
          now += waitMs;
          // Nobody is in time for all, but what something was said for is made by one or the other.
          for (let n = over + 1; n <= books[0]!.newest; n += 1)
            if (books.some(book => book.heardFor(n)) || chosen.next().value)
              await books[chosen.next().value ? 0 : 1]!.segment(0, n);
        }
        now += 2 * D;
        const { events: log } = await store.history('spring', { after: 0, limit: 1000 });
        const heard: ControlEvent[] = [];
        const words: string[] = [];
        let state: RoomState = emptyRoom;
        let seq = 0;
        const late = newBook({});
        for (let n = first; n <= books[0]!.newest; n += 1) {
          const [one, other] = await Promise.all(books.map(book => book.segment(0, n)));
          assert.deepEqual(one, other);
          // Who only reads the data finds what was kept.
          assert.deepEqual(one, await late.segment(0, n));
          const segment = parseSegment(JSON.parse(one!.toString()));
          assert.deepEqual([segment.n, segment.after], [n, seq]);
          for (const event of segment.events) assert.ok(event.at >= segment.from && event.at < segment.to);
          heard.push(...(segment.events as ControlEvent[]));
          words.push(...idsOf(segment));
          state = (segment.events as ControlEvent[]).reduce(fold, state);
          seq = segment.seq;
          const snapshot = await books[1]!.snapshot(0, n + 1);
          assert.equal(snapshot !== undefined, (n + 1) % SNAPSHOT_EVERY === 0 || n === first);
          if (!snapshot || state.title === '') continue;
          const whole = parseWindowSnapshot(JSON.parse(snapshot.toString()));
          assert.deepEqual(whole.state, JSON.parse(JSON.stringify(state)));
          assert.equal(whole.seq, seq);
        }
        assert.deepEqual(heard, log);
        assert.deepEqual(words, spoken, 'in the order they were said');
      }),
      { numRuns: 25, includeErrorInReport: true },
    );
  });

  test('are made of windows in which nothing happened, too', async () => {
    await append(pin);
    const book = newBook();
    now += 3 * D;
    const { events, comments, after, seq, online } = await read(book, first + 1);
    assert.deepEqual([events, comments, after, seq, online], [[], [], 1, 1, 7]);
  });

  test('get nothing more once they are sealed, even from a process whose clock is behind', async () => {
    await append(pin);
    const book = newBook();
    now += D;
    const sealed = await book.segment(0, first);
    now -= 2000;
    await append(pin);
    now = begin + 2 * D;
    assert.deepEqual(await newBook().segment(0, first), sealed);
    const next = await read(book, first + 1);
    assert.deepEqual(
      next.events.map(({ seq, at }) => [seq, at]),
      [[2, begin + D]],
    );
  });

  test('lose no comment on the border of two windows between processes that heard it in another order', async () => {
    await append(pin);
    const [quick, slow] = [newBook(), newBook()];
    now = begin + 2400;
    const one = comment('m1');
    say([quick], one);
    now = begin + D;
    // The slow one is the first to be asked, and decides.
    assert.deepEqual(idsOf(await read(slow, first)), []);
    await quick.segment(0, first);
    now = begin + 2 * D;
    assert.deepEqual(idsOf(await read(quick, first + 1)), ['m1']);
  });

  test('carry a hundred comments at most, the newest, and count the rest', async () => {
    await append(pin);
    const book = newBook();
    say([book], ...Array.from({ length: 150 }, (_, i) => comment(`m${i}`, begin + i)));
    now += D;
    const segment = await read(book, first);
    assert.deepEqual([segment.comments.length, segment.more, segment.comments[99]!.id], [100, 50, 'm149']);
  });

  test('are not there before their time, nor before the room began', async () => {
    await append(pin);
    const book = newBook();
    assert.equal(await book.segment(0, first), undefined);
    await assert.rejects(book.place(), { code: 'overloaded' });
    assert.equal(await book.segment(0, first - 1), undefined);
    now += D;
    assert.ok(await book.segment(0, first));
    assert.deepEqual(await book.place(), { epoch, first, n: first, edition: 0, snapshot: first + 1 });
  });

  test('that nobody wanted in time are the log alone, and nothing is kept for them', async () => {
    await append(pin);
    const book = newBook();
    say([book], comment('m1'));
    now += 40 * D;
    const segment = await read(book, first);
    assert.deepEqual([segment.events.length, segment.comments, segment.online], [1, [], undefined]);
    assert.equal(await store.kept('spring', `segments/${epoch}/${first}`), undefined);
  });
});

describe('a comment taken down', () => {
  const span = SNAPSHOT_EVERY * D;

  beforeEach(() => append(pin));

  test('before its segment is made is not in it', async () => {
    const book = newBook();
    say([book], comment('m1'), comment('m2'));
    now += 1000;
    await redact('m1');
    now += D;
    assert.deepEqual(idsOf(await read(book, first)), ['m2']);
  });

  test('afterwards is gone from the next edition; what lies at the old address does not change, or is not sent again', async () => {
    const book = newBook();
    say([book], comment('m1'), comment('m2'));
    now += D;
    const before = await book.segment(0, first);
    now += D;
    await redact('m1');
    now += D;
    assert.deepEqual(await book.segment(0, first), before, 'until the new edition is there');
    now = begin + span + D;
    const { edition } = await book.place();
    assert.equal(edition, 1);
    const told = await read(book, first, 1);
    assert.deepEqual([idsOf(told), told.edition], [['m2'], 1]);
    assert.equal(await book.segment(0, first), undefined);
    const other = await read(book, first + 1, 0);
    assert.deepEqual([other.edition, other.events.length], [0, 0]);
    assert.deepEqual(await newBook().segment(1, first), await book.segment(1, first));
  });

  test('and put back is there again', async () => {
    const book = newBook();
    const one = comment('m1');
    say([book], one);
    now += D;
    await book.segment(0, first);
    await redact('m1');
    now += span;
    await append({ type: 'comment.restore', data: { comments: [one] } });
    now += span;
    assert.equal((await book.place()).edition, 2);
    assert.deepEqual(idsOf(await read(book, first, 2)), ['m1']);
    assert.equal(await book.segment(3, first), undefined, 'there is no third edition yet');
  });

  test('is gone from snapshots as well', async () => {
    const book = newBook();
    say([book], comment('m1'), comment('m2'));
    now = begin + D;
    await book.segment(0, first);
    await redact('m1');
    now = begin + 2 * span;
    const { edition, snapshot } = await book.place();
    const bytes = await book.snapshot(edition, first + 1);
    assert.deepEqual(idsOf(JSON.parse(bytes!.toString()) as { comments: Comment[] }), ['m2']);
    assert.equal(snapshot, first + 2 * SNAPSHOT_EVERY - ((first + 2 * SNAPSHOT_EVERY) % SNAPSHOT_EVERY));
  });

  test('each segment says with which edition to go on', async () => {
    const book = newBook();
    await redact('m1');
    const editions: number[] = [];
    for (let n = first; n < first + 2 * SNAPSHOT_EVERY; n += 1) {
      now = (n + 1) * D;
      const edition = editions[editions.length - 1] ?? 0;
      editions.push((await read(book, n, edition)).next);
      assert.equal((await book.place()).edition, editions[editions.length - 1]);
    }
    assert.deepEqual([...new Set(editions)], [0, 1]);
  });
});
