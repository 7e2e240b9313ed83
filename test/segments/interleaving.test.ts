import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import fc from 'fast-check';
import { createRoom } from '../../src/stores/create-room.js';
import { elsewhere } from '../../src/transport/elsewhere-part.js';
import type { FeedListener } from '../../src/transport/room-transport.js';
import { SseTransport } from '../../src/transport/sse-transport.js';
import { uplink } from '../../src/transport/uplink-part.js';
import { someDeed, type Deed } from '../fixtures/arbitrary-room.js';
import { makeShow } from '../fixtures/show.js';
import { HostileRoom, type Fate } from './hostile-room.js';

const load = { type: 'show.load', data: { show: makeShow() } } as unknown as Deed;

type Happening =
  | { do: 'append'; deed: Deed }
  | { do: 'wait'; ms: number }
  | { do: 'mode' | 'restart' | 'edit' | 'cut' | 'resync' };

const happenings = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: someDeed.map((deed): Happening => ({ do: 'append', deed })) },
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 9000 }).map((ms): Happening => ({ do: 'wait', ms })) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('mode', 'edit', 'cut', 'resync').map(name => ({ do: name }) as Happening),
    },
    { weight: 1, arbitrary: fc.constant<Happening>({ do: 'restart' }) },
  ),
  { minLength: 5, maxLength: 40 },
);
const fates = fc.infiniteStream(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Fate>('well') },
    { weight: 1, arbitrary: fc.constantFrom<Fate>('lost', 'missing', 'late', 'old', 'busy') },
  ),
);

/** What has been promised is done before time goes on. */
async function settle(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise(resolve => setImmediate(resolve));
}
async function pass(ms: number, room: HostileRoom): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    mock.timers.tick(Math.min(500, left));
    room.tick();
    await settle();
  }
}

class Overheard extends SseTransport {
  listener: FeedListener | undefined;

  override connect(...[listener, clock]: Parameters<SseTransport['connect']>) {
    this.listener = listener;
    return super.connect(listener, clock);
  }
}

beforeEach(async () => {
  await Promise.all([elsewhere.come(), uplink.come()]);
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 1_800_000_001_000 });
});
afterEach(() => mock.timers.reset());

describe('a room heard by feed, segments and snapshots, in whatever order, late, lost, stale and anew', () => {
  test('is the fold of its log at its place, or says that it is catching up; and it catches up', async () => {
    await fc.assert(
      fc.asyncProperty(
        happenings,
        fates,
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async (script, weather, r) => {
          const hostile = new HostileRoom(load);
          hostile.fate = () => weather.next().value;
          const transport = new Overheard({
            url: hostile.base,
            fetch: hostile.fetch,
            EventSource: hostile.EventSource,
            storage: () => undefined,
            feed: {
              backOff: { random: () => r },
              random: () => r,
              page: { steady: Date.now, wall: Date.now },
            },
          });
          const room = createRoom({ transport });
          const leave = room.retain();
          const check = () => {
            const state = room.$state.get();
            const position = transport.listener?.position();
            if (!state || !position || room.$connection.get().stale) return;
            assert.deepEqual(
              state,
              JSON.parse(JSON.stringify(hostile.states.get(`${position.epoch}:${position.seq}`))),
            );
          };
          try {
            for (const one of script) {
              if (one.do === 'append') hostile.append(one.deed);
              else if (one.do === 'wait') await pass(one.ms, hostile);
              else if (one.do === 'mode') hostile.mode = hostile.mode === 'feed' ? 'segments' : 'feed';
              else if (one.do === 'restart') hostile.restart(load);
              else if (one.do === 'resync') room.reconnect();
              else hostile[one.do]();
              await settle();
              check();
            }
            // From here on nothing is lost any more; the room has to find its way by itself.
            hostile.fate = () => 'well';
            await pass(100_000, hostile);
            check();
            const { status, stale } = room.$connection.get();
            assert.deepEqual([status, stale], ['open', false]);
            assert.deepEqual(room.$state.get(), JSON.parse(JSON.stringify(hostile.truth)));
          } finally {
            leave();
            mock.timers.tick(1);
          }
        },
      ),
      { numRuns: 120, includeErrorInReport: true },
    );
  });
});
