import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import fc from 'fast-check';
import { someDeed } from '../../test/fixtures/arbitrary-room.js';
import { HostileNetwork, type Happening } from '../../test/fixtures/hostile-network.js';
import { createRoom } from './create-room.js';

const simple = (...names: Exclude<Happening['do'], 'append' | 'wait'>[]) =>
  fc.constantFrom(...names).map(name => ({ do: name }) as Happening);

const happenings = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: someDeed.map((deed): Happening => ({ do: 'append', deed })) },
    { weight: 8, arbitrary: simple('deliver') },
    { weight: 4, arbitrary: simple('drop', 'repeat', 'delay', 'tick') },
    { weight: 1, arbitrary: simple('restart', 'reconnect') },
    { weight: 1, arbitrary: fc.nat({ max: 4000 }).map((ms): Happening => ({ do: 'wait', ms })) },
  ),
  { maxLength: 120 },
);

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

describe('a room', () => {
  test('is the fold of its log whatever the network does, or says that it is catching up; and it catches up', () => {
    fc.assert(
      fc.property(happenings, script => {
        const network = new HostileNetwork();
        const room = createRoom({ transport: network });
        const leave = room.retain();
        const check = () => {
          const { position } = network;
          const state = room.$state.get();
          if (state === undefined || position === undefined || room.$connection.get().stale) return;
          assert.deepEqual(state, network.states.get(`${position.epoch}:${position.seq}`));
        };
        for (const one of script) {
          if (one.do === 'wait') mock.timers.tick(one.ms);
          else network.happen(one);
          check();
        }
        // From here on nothing is lost any more; the room has to find its way by itself.
        for (let rounds = 0; rounds < 4; rounds += 1) {
          network.happen({ do: 'tick' });
          while (!network.idle) network.happen({ do: 'deliver' });
          check();
          mock.timers.tick(61_000);
        }
        while (!network.idle) network.happen({ do: 'deliver' });
        assert.equal(room.$connection.get().stale, false);
        assert.deepEqual(room.$state.get(), network.truth);
        leave();
      }),
      { numRuns: 400 },
    );
  });

  test('asks for nothing while nothing is missing', () => {
    fc.assert(
      fc.property(fc.array(someDeed, { maxLength: 30 }), deeds => {
        const network = new HostileNetwork();
        const room = createRoom({ transport: network });
        const leave = room.retain();
        for (const deed of deeds) network.happen({ do: 'append', deed });
        while (!network.idle) network.happen({ do: 'deliver' });
        mock.timers.tick(600_000);
        assert.equal(network.resyncs, 0);
        leave();
      }),
      { numRuns: 50 },
    );
  });

  test('asks ever more slowly when no answer comes, never in a loop, and not at all once it is left', () => {
    const network = new HostileNetwork();
    const room = createRoom({ transport: network });
    const leave = room.retain();
    while (!network.idle) network.happen({ do: 'deliver' });
    network.happen({ do: 'restart' });
    network.happen({ do: 'tick' });
    network.happen({ do: 'deliver' });
    assert.ok(room.$connection.get().stale);
    for (let second = 0; second < 600; second += 1) mock.timers.tick(1000);
    assert.ok(network.resyncs >= 8 && network.resyncs <= 16, `${network.resyncs} questions in ten minutes`);
    leave();
    const { resyncs } = network;
    mock.timers.tick(600_000);
    assert.equal(network.resyncs, resyncs);
  });

  test('waits for a long snapshot that is on its way instead of asking for it again', () => {
    const network = new HostileNetwork();
    const room = createRoom({ transport: network });
    const leave = room.retain();
    network.happen({ do: 'deliver' });
    mock.timers.tick(14_000);
    assert.equal(network.resyncs, 0);
    network.happen({ do: 'deliver' });
    assert.ok(room.$state.get());
    leave();
  });
});
