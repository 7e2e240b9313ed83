// The server that bench:fanout measures. Told a number of ticks, it talks that often and says what that cost.
import { createRoomServer } from '../../src/server/index.js';
import { makeShow } from '../fixtures/show.js';

const TICK_MS = 100;
const room = await createRoomServer({
  shows: [makeShow()],
  perAddress: 1_000_000,
  hub: { maxPerAddress: 20_000, maxConnections: 20_000, tickMs: 1_000_000 },
});

async function talk(ticks: number): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < ticks; i += 1) {
    for (const viewer of ['a', 'b']) {
      await room.execute(
        'spring',
        { type: 'comment.send', text: '这个茶真的好香，什么时候发货？' },
        { id: viewer },
      );
    }
    room.hub.tick();
    await new Promise(resolve => setTimeout(resolve, TICK_MS));
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

process.on('message', (ticks: number) => void talk(ticks).then(cpu => process.send!(cpu)));
process.on('disconnect', () => void room.close().then(() => process.exit(0)));
process.send!(await room.listen({ port: 0 }));
