import { emptyRoom, fold } from '../../core/fold.js';
import { formatPosition, parseTick, type ControlEvent, type RoomState } from '../../protocol/index.js';
import { must, show, type Check } from '../check.js';
import { difference } from '../difference.js';
import { json } from '../stream.js';

/** What a busy machine and a busy line may add. */
const GRACE_MS = 1500;

/** How a stream begins, and what it says when nothing happens. */
export const feedChecks: readonly Check[] = [
  {
    id: 'feed.head',
    asserts: 'The feed is text/event-stream, not stored, not transformed, not compressed',
    why: 'Proxies and caches hold back what they may pack or keep: viewers hear everything late, or never.',
    mend: 'Send Content-Type: text/event-stream, Cache-Control: no-store, no-transform and no Content-Encoding.',
    async run(room) {
      const { headers } = await room.feed();
      const type = headers.get('content-type') ?? 'none';
      must(/^text\/event-stream\b/.test(type), `Content-Type: ${type}`);
      const kept = headers.get('cache-control') ?? 'none';
      must(/\bno-store\b/.test(kept) && /\bno-transform\b/.test(kept), `Cache-Control: ${kept}`);
      must(!headers.has('content-encoding'), `Content-Encoding: ${headers.get('content-encoding')}`);
    },
  },
  {
    id: 'feed.hello',
    asserts: 'A stream begins with one hello, without an id',
    why: 'It says whether the log goes on where the client stood; an id would move the client’s place.',
    mend: 'Send event: hello before anything else, once.',
    async run(room) {
      const feed = await room.feed();
      await feed.next('snapshot');
      const [first] = feed.heard;
      must(first?.event === 'hello', `the first event is ${first?.event}`);
      must(first.id === undefined, `hello has the id ${first.id}`);
      must(feed.heard.filter(({ event }) => event === 'hello').length === 1, 'hello came twice');
    },
  },
  {
    id: 'feed.first',
    asserts: 'A stream without a place begins with outcome snapshot, reason first, and one snapshot',
    why: 'A newcomer has nothing to go on from.',
    mend: 'Answer with one snapshot, its id being its place.',
    async run(room) {
      const feed = await room.feed();
      const hello = await feed.hello();
      must(hello.outcome === 'snapshot' && hello.reason === 'first', `hello: ${show(hello)}`);
      const heard = await feed.next('snapshot', 'control', 'tick');
      must(heard.event === 'snapshot', `after hello came ${heard.event}`);
      const { epoch, seq } = json(heard) as { epoch: string; seq: number };
      must(heard.id === formatPosition({ epoch, seq }), `id ${heard.id} on the snapshot of ${epoch}:${seq}`);
      must(epoch === hello.epoch && seq >= hello.seq, `hello says ${hello.epoch}:${hello.seq}`);
    },
  },
  {
    id: 'feed.snapshot',
    asserts: 'The snapshot in the feed is that of GET …/snapshot',
    why: 'Two ways to one room may not show two rooms.',
    mend: 'Make both from the same state.',
    async run(room) {
      const feed = await room.feed();
      const told = await feed.snapshot();
      const asked = await room.snapshot();
      if (asked.seq !== told.seq) return;
      const differs = difference(told.state, asked.state);
      must(differs === undefined, `at the same place: ${differs}`);
    },
  },
  {
    id: 'feed.retry',
    asserts: 'Every connection is given another retry, between 1 and 60 s',
    why: 'A full room that loses its server would come back in one instant.',
    mend: 'Begin each stream with retry: and a random number of ms.',
    async run(room) {
      const retries: number[] = [];
      for (let i = 0; i < 4; i += 1) {
        const feed = await room.feed();
        await feed.next('hello');
        must(feed.retries.length > 0, 'no retry before hello');
        retries.push(feed.retries[0]!);
      }
      must(new Set(retries).size > 1, `always ${retries[0]} ms`);
      must(
        retries.every(ms => ms >= 1000 && ms <= 60_000),
        `${show(retries)} ms`,
      );
    },
  },
  {
    id: 'feed.event-arrives',
    asserts: 'An event reaches open feeds at once when its command has been answered',
    why: 'A proxy that buffers, or a server that waits for the next tick, makes the host talk to nobody.',
    mend: 'Write events when they are durable. Behind a proxy, switch its buffering off or send X-Accel-Buffering: no.',
    host: true,
    async run(room) {
      const feed = await room.feed();
      await feed.snapshot();
      const seq = await room.order({ type: 'notice.set', notice: `conformance ${room.newKey()}` });
      const answered = Date.now();
      await feed.reaches(seq!);
      const late = feed.heard[feed.heard.length - 1]!.at - answered;
      must(late < GRACE_MS, `it came ${late} ms after the answer`);
    },
  },
  {
    id: 'feed.fold',
    asserts: 'The fold of the whole log is the state of the snapshot',
    why: 'Who came early and who comes late would be in two different rooms.',
    mend: 'Fold as src/core/fold.ts does; the first field that differs is named.',
    async run(room) {
      const { state: stands, seq, epoch } = await room.snapshot();
      const { events } = await room.log();
      const state = events
        .filter(event => event.seq <= seq && event.epoch === epoch)
        .reduce<RoomState>((folded, event) => fold(folded, event as ControlEvent), emptyRoom);
      const differs = difference(stands, JSON.parse(JSON.stringify(state)));
      must(differs === undefined, `at ${seq}, the snapshot against the fold: ${differs}`);
    },
  },
];

/** What takes time to be heard; looked at last, while the feed has been open all along. */
export const patientChecks: readonly Check[] = [
  {
    id: 'feed.tick',
    asserts: 'A tick comes at least every 5 s, also when nothing happens, without an id',
    why: 'From its seq a client learns that it has missed something; from silence, that the line is dead.',
    mend: 'Send a tick when something changed, and otherwise every 5 s.',
    async run(room) {
      const feed = await room.lastingFeed();
      const { quietMs } = room.options;
      const ticks = () => feed.heard.filter(({ event }) => event === 'tick');
      await feed.until('fewer than two ticks came', () => ticks().length > 1, 2 * quietMs + GRACE_MS);
      const given = ticks().find(({ id }) => id !== undefined);
      must(given === undefined, `a tick has the id ${given?.id}`);
      let [before] = ticks();
      for (const heard of ticks()) {
        const tick = parseTick(json(heard));
        must(tick.online >= 1, `online ${tick.online} with this feed open`);
        const silence = heard.at - before!.at;
        must(silence <= quietMs + GRACE_MS, `${silence} ms without one`);
        before = heard;
      }
    },
  },
  {
    id: 'feed.heartbeat',
    asserts: 'A comment line comes every 15 s',
    why: 'Proxies end connections on which nothing moves; ticks may be left out under load, this may not.',
    mend: 'Write a line that begins with a colon to every stream, every 15 s.',
    async run(room) {
      const feed = await room.lastingFeed();
      const ms = room.options.heartbeatMs + GRACE_MS;
      await feed.until('no line that begins with a colon came', () => feed.beats.length > 0, ms);
    },
  },
];
