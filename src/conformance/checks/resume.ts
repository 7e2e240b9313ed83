import { formatPosition, parseControl, type Position } from '../../protocol/index.js';
import { must, show, type Check } from '../check.js';
import type { RoomUnderTest } from '../room-under-test.js';
import { json, type Stream } from '../stream.js';

async function place(room: RoomUnderTest): Promise<Position> {
  const { epoch, seq } = await room.snapshot();
  return { epoch, seq };
}

/** Everything the stream says of the log until a sign of life shows that its beginning is over. */
async function beginning(feed: Stream, room: RoomUnderTest) {
  const hello = await feed.hello();
  // Whatever is said next by anybody comes after the beginning.
  const { send } = await room.viewer();
  await send({ type: 'comment.send', text: 'hello' });
  await feed.next('tick');
  const log = feed.heard.filter(({ event }) => event === 'control' || event === 'snapshot');
  return { hello, log };
}

/** Asks for a stream at a place that says nothing, and wants one snapshot with the reason. */
async function begunAnew(feed: Stream, reason: string): Promise<void> {
  const hello = await feed.hello();
  must(hello.outcome === 'snapshot' && hello.reason === reason, `hello: ${show(hello)}`);
  const heard = await feed.next('snapshot', 'control', 'tick');
  must(heard.event === 'snapshot', `after hello came ${heard.event}`);
}

const truthful = 'A client that is told otherwise shows an old room, or throws away a good one.';

/** Coming back: by `?since=` and by `Last-Event-ID`. */
export const resumeChecks: readonly Check[] = [
  {
    id: 'resume.nothing-missed',
    asserts: 'Who comes back with nothing missed is told recovered, and nothing again; twice in a row',
    why: 'Some servers forget the place after the first return, and send everything a second time.',
    mend: 'Answer since=<head> with outcome recovered and no event, as often as it is asked.',
    async run(room) {
      const since = formatPosition(await place(room));
      for (const time of ['the first', 'the second']) {
        const { hello, log } = await beginning(await room.feed(since), room);
        must(hello.outcome === 'recovered', `${time} time, hello: ${show(hello)}`);
        must(log.length === 0, `${time} time came ${log[0]?.event} ${log[0]?.id}`);
      }
    },
  },
  {
    id: 'resume.missed',
    asserts: 'Who comes back gets exactly what was missed, in order, and then what happens',
    why: 'A hole is a price that never changed; a repetition is a pin that comes back.',
    mend: 'Send the events after since up to the head, each once, then go on.',
    host: true,
    async run(room) {
      const since = await place(room);
      for (const n of [1, 2, 3])
        await room.order({ type: 'notice.set', notice: `missed ${n} ${room.newKey()}` });
      const feed = await room.feed(formatPosition(since));
      const hello = await feed.hello();
      must(hello.outcome === 'recovered' && hello.reason === undefined, `hello: ${show(hello)}`);
      const next = await room.order({ type: 'notice.set', notice: `after ${room.newKey()}` });
      await feed.reaches(next!);
      const seqs = feed.controls.map(({ seq }) => seq);
      const wanted = Array.from({ length: next! - since.seq }, (_, i) => since.seq + 1 + i);
      must(String(seqs) === String(wanted), `after ${since.seq} came ${show(seqs)}, not ${show(wanted)}`);
    },
  },
  {
    id: 'resume.header',
    asserts: 'Last-Event-ID counts more than ?since=',
    why: 'A browser that comes back by itself keeps the old address and a new Last-Event-ID.',
    mend: 'Read the header first, and the query where there is none.',
    async run(room) {
      const here = await place(room);
      const old = formatPosition({ ...here, seq: Math.max(0, here.seq - 1) });
      const feed = await room.feed(old, { 'last-event-id': formatPosition(here) });
      const { hello, log } = await beginning(feed, room);
      must(
        hello.outcome === 'recovered' && log.length === 0,
        `${hello.outcome}, then ${show(log.map(one => one.id))}`,
      );
    },
  },
  {
    id: 'resume.header-alone',
    asserts: 'Last-Event-ID alone is enough',
    why: 'It is all that a browser sends by itself.',
    mend: 'Read the header Last-Event-ID.',
    async run(room) {
      const feed = await room.feed(undefined, { 'last-event-id': formatPosition(await place(room)) });
      const hello = await feed.hello();
      must(hello.outcome === 'recovered', `hello: ${show(hello)}`);
    },
  },
  {
    id: 'resume.epoch',
    asserts: 'A place of another epoch begins anew, with reason epoch',
    why: truthful,
    mend: 'Compare the epoch before the number.',
    async run(room) {
      const { seq } = await place(room);
      await begunAnew(await room.feed(formatPosition({ epoch: 'another-epoch', seq })), 'epoch');
    },
  },
  {
    id: 'resume.ahead',
    asserts: 'A place after the end of the log begins anew, with reason ahead',
    why: 'A log that has lost its end must say so, or clients wait for ever.',
    mend: 'Answer with a snapshot where since lies after the head.',
    async run(room) {
      const { epoch, seq } = await place(room);
      await begunAnew(await room.feed(formatPosition({ epoch, seq: seq + 1_000_000 })), 'ahead');
    },
  },
  {
    id: 'resume.garbage',
    asserts: 'A place that cannot be read is that of a newcomer: reason first',
    why: 'An error would keep a client with a broken memory out for good.',
    mend: 'Treat what is not <epoch>:<seq> as no place.',
    async run(room) {
      await begunAnew(await room.feed('what is this'), 'first');
    },
  },
  {
    id: 'resume.far-behind',
    asserts: 'From the very beginning come all events from 1 on, or one snapshot with reason gap',
    why: 'What lies in between must not be left out in silence.',
    mend: 'Where you do not hold everything after since, say gap and send a snapshot.',
    async run(room) {
      const { epoch } = await place(room);
      const feed = await room.feed(formatPosition({ epoch, seq: 0 }));
      const hello = await feed.hello();
      if (hello.outcome === 'snapshot') {
        must(hello.reason === 'gap', `hello: ${show(hello)}`);
        await feed.snapshot();
        return;
      }
      const first = parseControl(json(await feed.next('control')));
      must(first.seq === 1, `recovered from 0, and the first event is ${first.seq}`);
    },
  },
];
