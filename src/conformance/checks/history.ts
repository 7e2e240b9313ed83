import { parseHistory } from '../../protocol/index.js';
import { must, show, type Check } from '../check.js';
import type { RoomUnderTest } from '../room-under-test.js';
import { errorOf } from './session.js';

const page = async (room: RoomUnderTest, query: string) => {
  const answer = await room.ask(`history${query}`);
  must(answer.status === 200, `status ${answer.status}: ${show(answer.text)}`);
  return {
    ...parseHistory(answer.body),
    kept: answer.headers.get('cache-control') ?? '(none)',
    text: answer.text,
  };
};

/** `GET …/history`. */
export const historyChecks: readonly Check[] = [
  {
    id: 'history.whole',
    asserts: 'The history is the whole log: from 1 to the head, without a hole',
    why: 'Who steps back, or watches the recording, sees another show.',
    mend: 'Keep the log for as long as the recording is offered.',
    async run(room) {
      const { events, head } = await room.log();
      events.forEach(({ seq }, i) => must(seq === i + 1, `after ${i} comes ${seq}`));
      must(events.length === head, `${events.length} events, and the log ends at ${head}`);
    },
  },
  {
    id: 'history.pages',
    asserts: 'limit and after cut it into pages that say how far they reach',
    why: 'A long show would come as one file of many megabytes.',
    mend: 'Answer at most limit events after `after`, with seq: how far the page reaches.',
    async run(room) {
      const first = await page(room, '?limit=1');
      must(
        first.events.length === 1 && first.seq === 1,
        `limit=1: ${show(first.events.length)} events, seq ${first.seq}`,
      );
      if (first.head < 2) return;
      const second = await page(room, '?after=1&limit=1');
      must(second.after === 1 && second.events[0]?.seq === 2, `after=1: ${show(second.events)}`);
    },
  },
  {
    id: 'history.types',
    asserts: 'types leaves all others out, and seq still says how far the page reaches',
    why: 'A recording asks only for what it shows, and would ask for ever.',
    mend: 'Filter the events, not the place.',
    async run(room) {
      const some = await page(room, '?types=show.load');
      const other = some.events.find(({ type }) => type !== 'show.load');
      must(other === undefined, `asked for show.load, got ${other?.type}`);
      must(some.seq === some.head, `the page reaches ${some.seq} of ${some.head}`);
    },
  },
  {
    id: 'history.kept',
    asserts: 'A page that more follows may be kept for long by its epoch, the last one for seconds',
    why: 'A room full of late viewers would ask the server for every page.',
    mend: 'Cache-Control: public, max-age=86400, immutable; the last one public, max-age=2.',
    async run(room) {
      const { epoch, head } = await page(room, '');
      const last = await page(room, `?epoch=${epoch}`);
      const age = (kept: string) => Number(/max-age=(\d+)/.exec(kept)?.[1] ?? NaN);
      must(age(last.kept) <= 10 && !/immutable/.test(last.kept), `the last page: ${last.kept}`);
      if (head < 2) return;
      const full = await page(room, `?epoch=${epoch}&limit=1`);
      must(/immutable/.test(full.kept) && age(full.kept) >= 3600, `one that more follows: ${full.kept}`);
      const again = await page(room, `?epoch=${epoch}&limit=1`);
      must(again.events[0]?.seq === full.events[0]?.seq, 'asked again, it is another');
    },
  },
  {
    id: 'history.bad-query',
    asserts: 'A query that makes no sense is malformed (400)',
    why: 'A page that asks wrongly and gets the whole log never finds out.',
    mend: 'Parse after, limit and types, and refuse.',
    async run(room) {
      for (const query of ['?limit=0', '?after=-1', '?types=<b>']) {
        const { status, body } = await room.ask(`history${query}`);
        must(status === 400 && errorOf(body).code === 'malformed', `${query} is answered ${status}`);
      }
    },
  },
];
