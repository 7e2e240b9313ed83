import { formatPosition } from '../../protocol/index.js';
import { must, NotTried, show, type Check } from '../check.js';
import type { RoomUnderTest } from '../room-under-test.js';
import { json } from '../stream.js';

const EVENTS = 12;
const READERS = 8;
const SOON_MS = 1000;

/** The host does a few things one after the other while a feed listens. */
const actsOf = (room: RoomUnderTest) =>
  room.once('acts', async () => {
    const feed = await room.feed();
    const before = await feed.snapshot();
    const seqs: number[] = [];
    for (let n = 0; n < EVENTS; n += 1) {
      const seq = await room.order({ type: 'notice.set', notice: `act ${n} ${room.newKey()}` });
      must(seq !== null, 'a notice that changed was answered with seq null');
      seqs.push(seq);
    }
    await feed.reaches(seqs[EVENTS - 1]!);
    const heard = feed.heard.filter(({ event }) => event === 'control');
    return { before, seqs, heard, events: feed.controls };
  });

/** The log itself, as the host makes it grow. */
export const logChecks: readonly Check[] = [
  {
    id: 'log.contiguous',
    asserts: 'seq counts 1, 2, 3 … without a hole, each event once and in order',
    why: 'It is how a client knows that nothing is missing.',
    mend: 'Give each event its place in one transaction with what it does.',
    host: true,
    async run(room) {
      const { before, events } = await actsOf(room);
      events.forEach(({ seq }, i) => {
        must(seq === before.seq + 1 + i, `after ${before.seq + i} came ${seq}`);
      });
    },
  },
  {
    id: 'log.id',
    asserts: 'The id of an event is its epoch:seq',
    why: 'A browser sends back the id, nothing else.',
    mend: 'Write id: <epoch>:<seq> before the data of every control event.',
    host: true,
    async run(room) {
      const { heard } = await actsOf(room);
      for (const one of heard) {
        const { epoch, seq } = json(one) as { epoch: string; seq: number };
        must(one.id === formatPosition({ epoch, seq }), `id ${one.id} on event ${epoch}:${seq}`);
      }
    },
  },
  {
    id: 'log.answer',
    asserts: 'The answer to a host’s command is the place of its event',
    why: 'The host’s page waits for that place to show what it has done.',
    mend: 'Answer with the seq that the event got.',
    host: true,
    async run(room) {
      const { events, seqs } = await actsOf(room);
      const heard = events.map(({ seq }) => seq);
      const lost = seqs.filter(seq => !heard.includes(seq));
      must(lost.length === 0, `answered ${show(seqs)}, heard ${show(heard)}`);
    },
  },
  {
    id: 'log.clock',
    asserts: 'at never goes back within an epoch',
    why: 'A replay walks through the log by it.',
    mend: 'Let at be the later of the clock and the last event’s.',
    host: true,
    async run(room) {
      await actsOf(room);
      const { events } = await room.log();
      events.forEach(({ at, seq, epoch }, i) => {
        const last = events[i - 1];
        must(!last || last.epoch !== epoch || at >= last.at, `${at} at ${seq}, after ${last?.at}`);
      });
    },
  },
  {
    id: 'log.media-time',
    asserts: 'mediaAt of a command is mediaAt of its event',
    why: 'Viewers would see the product before the host shows it.',
    mend: 'Carry mediaAt from the command into the envelope.',
    host: true,
    async run(room) {
      const mediaAt = 1_700_000_000_000;
      const seq = await room.order({ type: 'notice.set', notice: `then ${room.newKey()}`, mediaAt });
      const { events } = await room.log();
      const event = events.find(one => one.seq === seq);
      must(event?.mediaAt === mediaAt, `mediaAt is ${event?.mediaAt}`);
    },
  },
  {
    id: 'log.nothing-changed',
    asserts: 'A wish that is fulfilled already is answered with seq null, and makes no event',
    why: 'The log grows with every tap, and every viewer is told what is so already.',
    mend: 'Compare with the state first.',
    host: true,
    async run(room) {
      const notice = `same ${room.newKey()}`;
      await room.order({ type: 'notice.set', notice });
      const { seq: before } = await room.snapshot();
      const seq = await room.order({ type: 'notice.set', notice });
      must(seq === null, `answered ${seq}`);
      const { seq: after } = await room.snapshot();
      must(after === before, `the log went from ${before} to ${after}`);
    },
  },
  {
    id: 'log.read-own-write',
    asserts: 'What has been answered is in the snapshot and in the history within a second',
    why: 'A host who reloads would see the room as it was.',
    mend: 'Answer when it is durable and part of the state.',
    host: true,
    async run(room) {
      for (let n = 0; n < 5; n += 1) {
        const seq = (await room.order({ type: 'notice.set', notice: `own ${n} ${room.newKey()}` }))!;
        // Another process of the same server may hear of it a moment later.
        const end = Date.now() + SOON_MS;
        for (;;) {
          const [{ seq: told }, log] = await Promise.all([room.snapshot(), room.log()]);
          const kept = log.events.some(event => event.seq === seq);
          if (told >= seq && kept) break;
          must(
            Date.now() < end,
            `event ${seq} is answered; the snapshot ends at ${told}, history at ${log.head}`,
          );
        }
      }
    },
  },
  {
    id: 'log.race',
    asserts: 'Who connects while the log grows misses nothing and gets nothing twice',
    why: 'An event that falls between reading the log and listening to it is lost for this viewer alone.',
    mend: 'Seat the reader first, let events wait, read, send, then send what waited and was not yet sent.',
    host: true,
    async run(room) {
      const since = await room.snapshot();
      let last = since.seq;
      let over = false;
      const growing = (async () => {
        for (let n = 0; n < 3 * READERS; n += 1)
          last = (await room.order({ type: 'notice.set', notice: `race ${n} ${room.newKey()}` })) ?? last;
      })().finally(() => (over = true));
      const feeds = [];
      while (feeds.length < READERS && !over) feeds.push(await room.feed(formatPosition(since)));
      await growing;
      if (feeds.length < 2) throw new NotTried('feeds open too slowly here to meet the log growing');
      for (const feed of feeds) {
        await feed.reaches(last);
        const seqs = feed.controls.map(({ seq }) => seq);
        const [hello] = feed.heard;
        // Far behind by now: a snapshot stands for what came before it.
        const snapshot = feed.heard.find(({ event }) => event === 'snapshot');
        const from = snapshot ? (json(snapshot) as { seq: number }).seq : since.seq;
        seqs.forEach((seq, i) => {
          must(seq === from + 1 + i, `${hello?.data}: after ${from + i} came ${seq}`);
        });
      }
    },
  },
  {
    id: 'log.unknown-product',
    asserts: 'To pin a product that is not on the shelf is product-unknown (404)',
    why: 'An event that names nothing changes nothing, and the host believes it did.',
    mend: 'Look for it in the state first.',
    host: true,
    async run(room) {
      const answer = await (await room.host()).send({ type: 'pin.add', productId: 'no-such-product' });
      const { code } = (answer.body as { error?: { code?: string } }).error ?? {};
      must(
        answer.status === 404 && code === 'product-unknown',
        `status ${answer.status}: ${show(answer.text)}`,
      );
    },
  },
  {
    id: 'log.pins-full',
    asserts: 'Three products are pinned at most: the fourth is pins-full (409)',
    why: 'Pages have a place for three.',
    mend: 'Count the pins before the event is made.',
    host: true,
    async run(room) {
      const { state } = await room.snapshot();
      if (state.products.length < 4) throw new NotTried('needs four products on the shelf');
      const before = state.pins.map(({ productId }) => productId);
      for (const productId of before) await room.order({ type: 'pin.remove', productId });
      const [fourth, ...three] = state.products.slice(0, 4).map(({ id }) => id);
      for (const productId of three) await room.order({ type: 'pin.add', productId });
      const { status, text } = await (await room.host()).send({ type: 'pin.add', productId: fourth });
      for (const productId of three) await room.order({ type: 'pin.remove', productId });
      for (const productId of before.reverse()) await room.order({ type: 'pin.add', productId });
      must(status === 409 && text.includes('"pins-full"'), `status ${status}: ${show(text)}`);
    },
  },
];
