import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checks, runConformance } from '../../src/conformance/index.js';
import { createRoomServer, type RoomServer } from '../../src/server/index.js';
import { Liar } from './liar.js';
import { lies } from './lies.js';
import { toBeLookedAt } from './to-be-looked-at.js';

const TOKEN = 'host-token-of-this-test';
let server: RoomServer;
let truth: string;

before(async () => {
  server = await createRoomServer({
    // A room for each, so that they do not meet.
    shows: lies.map((_, i) => toBeLookedAt(`r${i}`)),
    hostToken: TOKEN,
    perAddress: 100_000,
    hub: { heartbeatMs: 200, maxQuietMs: 300, tickMs: 50 },
    segments: { durationMs: 300 },
  });
  truth = await server.listen({ port: 0 });
  for (const room of server.hub.rooms) {
    const host = { id: 'host', role: 'host' } as const;
    await server.execute(room.id, { type: 'stock.set', productId: 'a', stock: 7 }, host);
  }
});
after(() => server.close());

test('for every check there is a way to fail it', () => {
  const tried = new Set(lies.map(([id]) => id));
  assert.deepEqual(
    checks.map(({ id }) => id).filter(id => !tried.has(id)),
    [],
  );
});

describe('a server that is wrong in one thing is told so', { concurrency: 12 }, () => {
  lies.forEach(([id, lie], i) => {
    test(id, async () => {
      const liar = await Liar.start(truth, lie);
      try {
        // Manners are looked at in what others have asked for.
        const only = id.startsWith('manners.')
          ? ['snapshot.schema', 'session.bad', 'session.schema', id]
          : [id];
        const { results } = await runConformance({
          url: `${liar.url}/v1/rooms/r${i}`,
          token: TOKEN,
          only,
          patienceMs: 2500,
          quietMs: 300,
          heartbeatMs: 200,
        });
        const result = results.find(one => one.id === id)!;
        assert.equal(result.outcome, 'failed', JSON.stringify(result));
        assert.deepEqual(liar.faults, []);
      } finally {
        await liar.stop();
      }
    });
  });
});
