import { emptyRoom, fold } from '../../core/fold.js';
import type { ControlEvent, RoomState } from '../../protocol/index.js';
import { parseHead, parseSegment, parseWindowSnapshot, type Head } from '../../protocol/segment.js';
import { must, NotTried, show, type Check } from '../check.js';
import { difference } from '../difference.js';
import type { RoomUnderTest } from '../room-under-test.js';
import { errorOf } from './session.js';

const MOST_MS = 10_000;

const pathOf = ({ epoch, edition }: Head, n: number) => `segments/${epoch}.${edition}/${n}.json`;

async function headOf(room: RoomUnderTest): Promise<{ head: Head; kept: string }> {
  let answer = await room.ask('head.json');
  const { retryAfterMs } = errorOf(answer.body);
  if (answer.status === 503 && retryAfterMs !== undefined) {
    // A room that has just begun has no window yet.
    await new Promise(later => setTimeout(later, Math.min(retryAfterMs, MOST_MS)));
    answer = await room.ask('head.json');
  }
  if (answer.status === 404) throw new NotTried('this server sends its rooms as feeds only');
  must(answer.status === 200, `status ${answer.status}: ${show(answer.text)}`);
  return { head: parseHead(answer.body), kept: answer.headers.get('cache-control') ?? '(none)' };
}

async function segmentAt(room: RoomUnderTest, head: Head, n: number) {
  const answer = await room.ask(pathOf(head, n));
  must(answer.status === 200, `segment ${n}: status ${answer.status}`);
  return { segment: parseSegment(answer.body), text: answer.text, headers: answer.headers };
}

/** The segments from the newest back, at most `count`. */
async function newest(room: RoomUnderTest, count: number) {
  const { head } = await headOf(room);
  const from = Math.max(head.first, head.n - count + 1);
  const segments = [];
  for (let n = from; n <= head.n; n += 1) segments.push(await segmentAt(room, head, n));
  return { head, segments };
}

const caches = 'The room behind a CDN is made of nothing else.';

/** The room as files for a CDN. */
export const segmentChecks: readonly Check[] = [
  {
    id: 'segment.head',
    asserts: 'head.json is as its schema says, public and kept for a second',
    why: caches,
    mend: 'Cache-Control: public, max-age=1, stale-while-revalidate; compare with docs/schemas at the path named.',
    async run(room) {
      const { head, kept } = await headOf(room);
      must(head.room === room.id, `room ${head.room}`);
      const age = Number(/max-age=(\d+)/.exec(kept)?.[1] ?? NaN);
      must(/\bpublic\b/.test(kept) && age >= 1 && age <= 5, `Cache-Control: ${kept}`);
    },
  },
  {
    id: 'segment.number',
    asserts: 'Segment n is of the time from n × durationMs on, and the newest one is not older than two',
    why: 'Clients count by themselves and never ask for a list.',
    mend: 'n is the server’s time divided by durationMs, rounded down.',
    async run(room) {
      const { head, segments } = await newest(room, 1);
      const { n, from, to } = segments[0]!.segment;
      must(
        from === n * head.durationMs && to === from + head.durationMs,
        `segment ${n} is from ${from} to ${to}`,
      );
      const late = head.now - to;
      must(late < 2 * head.durationMs, `the newest ended ${late} ms ago`);
    },
  },
  {
    id: 'segment.immutable',
    asserts: 'A segment is the same bytes whenever it is asked for, and may be kept for ever',
    why: 'Two viewers behind two caches would see two rooms.',
    mend: 'Keep the bytes when a segment is first made; Cache-Control: public, max-age=31536000, immutable.',
    async run(room) {
      const { head } = await headOf(room);
      const [one, other] = [await segmentAt(room, head, head.n), await segmentAt(room, head, head.n)];
      must(one.text === other.text, 'asked twice, it differs');
      const kept = one.headers.get('cache-control') ?? '(none)';
      must(/immutable/.test(kept) && /max-age=\d{6,}/.test(kept), `Cache-Control: ${kept}`);
    },
  },
  {
    id: 'segment.early',
    asserts: 'A segment that is not yet over is 404 with no-store',
    why: 'A cache would keep "not there" for ten seconds, for everybody.',
    mend: 'Answer 404 with Cache-Control: no-store; hold the answer for a second at most.',
    async run(room) {
      const { head } = await headOf(room);
      const { status, headers } = await room.ask(pathOf(head, head.n + 10));
      must(status === 404, `status ${status}`);
      const kept = headers.get('cache-control') ?? '(none)';
      must(/\bno-store\b/.test(kept), `Cache-Control: ${kept}`);
    },
  },
  {
    id: 'segment.chain',
    asserts: 'Each segment begins where the one before ended, and holds all events in between',
    why: 'What falls between two files is lost for everybody.',
    mend: 'after is the seq of the segment before; events are all from after + 1 to seq, with at in the window.',
    async run(room) {
      const { segments } = await newest(room, 4);
      let before: number | undefined;
      for (const { segment } of segments) {
        const { n, after, seq, events, from, to } = segment;
        must(
          before === undefined || after === before,
          `segment ${n} begins after ${after}, the one before ended at ${before}`,
        );
        const seqs = events.map(event => event.seq);
        const wanted = Array.from({ length: seq - after }, (_, i) => after + 1 + i);
        must(String(seqs) === String(wanted), `segment ${n} from ${after} to ${seq} holds ${show(seqs)}`);
        const outside = events.find(({ at }) => at < from || at >= to);
        must(outside === undefined, `event ${outside?.seq} of ${outside?.at} is in ${from} to ${to}`);
        before = seq;
      }
    },
  },
  {
    id: 'segment.snapshot',
    asserts: 'The window’s snapshot is the fold of the log up to its place',
    why: 'It is where every newcomer begins.',
    mend: 'Make it of the events before its window, and keep its bytes.',
    async run(room) {
      const { head } = await headOf(room);
      const answer = await room.ask(head.snapshot);
      must(answer.status === 200, `${head.snapshot} is answered ${answer.status}`);
      must(/immutable/.test(answer.headers.get('cache-control') ?? ''), 'it is not immutable');
      const { state: stands, seq } = parseWindowSnapshot(answer.body);
      const { events } = await room.log();
      const state = events
        .filter(event => event.seq <= seq)
        .reduce<RoomState>((folded, event) => fold(folded, event as ControlEvent), emptyRoom);
      const differs = difference(stands, JSON.parse(JSON.stringify(state)));
      must(differs === undefined, `at ${seq}: ${differs}`);
    },
  },
];
