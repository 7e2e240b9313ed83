// The room server that bench:fanout measures, in a process of its own.
import { createRoomServer } from '../../../src/server/index.js';
import { makeShow } from '../../fixtures/show.js';
import { answering } from './answering.js';

const NEVER = 1_000_000_000;
const server = await createRoomServer({
  shows: [makeShow()],
  perAddress: 1_000_000,
  hub: { maxPerAddress: 30_000, maxConnections: 30_000, tickMs: NEVER, heartbeatMs: NEVER },
});
const host = { id: 'host', role: 'host' } as const;
const long = (n: number) => `https://cdn.shop.example/${'a'.repeat(2000)}/${n}.m3u8`;

answering({
  url: await server.listen({ port: 0 }),
  async tick() {
    for (const id of ['a', 'b'])
      await server.execute(
        'spring',
        { type: 'comment.send', text: '这个茶真的好香，什么时候发货？' },
        { id },
      );
    await server.hub.tick();
  },
  async event(n) {
    await server.execute('spring', { type: 'stream.set', stream: { src: long(n), poster: long(n) } }, host);
  },
  connections: () => server.hub.connections,
  async cut() {
    const text = await server.metrics();
    return Number(/^qunlive_feed_ended_total\{why="slow"\} (\d+)$/m.exec(text)?.[1] ?? 0);
  },
  close: () => server.close(),
});
