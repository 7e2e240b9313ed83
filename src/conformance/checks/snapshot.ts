import { parseSnapshot } from '../../protocol/index.js';
import { must, show, type Check } from '../check.js';

/** `GET …/snapshot`, and that anybody answers at all: the first check. */
export const snapshotChecks: readonly Check[] = [
  {
    id: 'snapshot.answers',
    asserts: 'GET …/snapshot is answered with 200 and JSON',
    why: 'It is how a page looks at a room without a feed, and how this suite finds its way.',
    mend: 'Serve the snapshot at the URL of the room, as application/json.',
    async run(room) {
      const { status, headers, text } = await room.ask('snapshot');
      must(status === 200, `status ${status}: ${show(text)}`);
      const type = headers.get('content-type') ?? 'none';
      must(/^application\/json\b/.test(type), `Content-Type: ${type}`);
    },
  },
  {
    id: 'snapshot.schema',
    asserts: 'A snapshot is as its schema says',
    why: 'Clients parse every message and drop what does not fit: the room stays empty.',
    mend: 'Compare with docs/schemas/snapshot.json at the path named.',
    async run(room) {
      parseSnapshot((await room.ask('snapshot')).body);
    },
  },
  {
    id: 'snapshot.room',
    asserts: 'room is the id at the end of the URL',
    why: 'A client that talks to two rooms tells them apart by it.',
    mend: 'Put the id of the room asked for into room.',
    async run(room) {
      const snapshot = await room.snapshot();
      must(snapshot.room === room.id, `room ${show(snapshot.room)} at ${room.options.url}`);
    },
  },
  {
    id: 'snapshot.online',
    asserts: 'online counts the feeds that are open',
    why: 'A number that is invented is a lie to viewers and to the shop.',
    mend: 'Count the open feeds of this room, on all processes.',
    async run(room) {
      const feeds = [await room.feed(), await room.feed(), await room.feed()];
      for (const feed of feeds) await feed.snapshot();
      let online = (await room.snapshot()).online;
      // On several processes the others are heard of within a tick or two.
      const end = Date.now() + room.options.patienceMs;
      while (online < 3 && Date.now() < end) {
        await new Promise(again => setTimeout(again, 100));
        ({ online } = await room.snapshot());
      }
      must(online >= 3, `online is ${online} with 3 feeds of ours open`);
    },
  },
];
