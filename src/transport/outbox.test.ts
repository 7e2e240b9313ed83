import assert from 'node:assert/strict';
import { afterEach, describe, mock, test } from 'node:test';
import fc from 'fast-check';
import { QunError, type Code } from '../protocol/index.js';
import { Outbox } from './outbox.js';

const soon = { minMs: 1, maxMs: 2 };
const refusal = (code: Code, retryAfterMs?: number) =>
  new QunError(code, retryAfterMs === undefined ? {} : { retryAfterMs });

/** Does what the list says, one entry for each attempt: a code is a refusal, anything else the answer. */
function script(...steps: (Code | QunError | { answer: unknown })[]) {
  let attempts = 0;
  const work = async () => {
    const step = steps[Math.min(attempts++, steps.length - 1)]!;
    if (step instanceof QunError) throw step;
    if (typeof step === 'string') throw refusal(step);
    return step.answer;
  };
  return { work, attempts: () => attempts };
}

afterEach(() => mock.restoreAll());

describe('an outbox', () => {
  test('tries again what may pass, and answers with what came of it', async () => {
    const { work, attempts } = script('network', 'timeout', 'overloaded', 'internal', { answer: 42 });
    assert.equal(await new Outbox({ backOff: soon }).add('a', work), 42);
    assert.equal(attempts(), 5);
  });

  test('shows what is final at once, and slow mode as well', async () => {
    for (const code of ['room-ended', 'not-allowed', 'comment-too-long', 'comment-too-fast'] as const) {
      const { work, attempts } = script(code, { answer: 1 });
      await assert.rejects(new Outbox({ backOff: soon }).add('a', work), { code });
      assert.equal(attempts(), 1, code);
    }
  });

  test('never asks sooner than the server said', async () => {
    const waits = mock.method(globalThis, 'setTimeout');
    const { work } = script(refusal('rate-limited', 40), refusal('overloaded', 20), { answer: 1 });
    await new Outbox({ backOff: soon }).add('a', work);
    const asked = waits.mock.calls.map(({ arguments: [, ms] }) => ms!);
    assert.equal(asked.length, 2);
    assert.ok(asked[0]! >= 40 && asked[0]! <= 50, `${asked[0]}`);
    assert.ok(asked[1]! >= 20 && asked[1]! <= 25, `${asked[1]}`);
  });

  test('gives up when patience is over, with the last reason', async () => {
    const { work } = script('network', 'overloaded');
    await assert.rejects(new Outbox({ backOff: soon, patienceMs: 20 }).add('a', work), {
      code: 'overloaded',
    });
    const asked = script(refusal('overloaded', 61_000));
    await assert.rejects(new Outbox().add('a', asked.work), { code: 'overloaded' });
    assert.equal(asked.attempts(), 1, 'a wait beyond all patience is not waited');
  });

  test('waits without a network as long as it takes, and goes on when there is one', async () => {
    let online = false;
    const { work, attempts } = script('network', { answer: 'sent' });
    const outbox = new Outbox({ backOff: soon, patienceMs: 0, isOnline: () => online });
    const sent = outbox.add('a', work);
    await new Promise(setImmediate);
    assert.equal(attempts(), 1);
    online = true;
    outbox.wake();
    assert.equal(await sent, 'sent');
  });

  test('is not woken out of a wait that the server asked for', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { work, attempts } = script(refusal('rate-limited', 5000), { answer: 1 });
      const outbox = new Outbox({ backOff: soon });
      const sent = outbox.add('a', work);
      await new Promise(setImmediate);
      outbox.wake();
      await new Promise(setImmediate);
      assert.equal(attempts(), 1);
      mock.timers.tick(6250);
      assert.equal(await sent, 1);
    } finally {
      mock.timers.reset();
    }
  });

  test('keeps the order within a lane, and lanes do not wait for each other', async () => {
    const order: string[] = [];
    const outbox = new Outbox({ backOff: soon });
    const step = (name: string, failures: number) => {
      let left = failures;
      return async () => {
        if (left-- > 0) throw refusal('network');
        order.push(name);
      };
    };
    await Promise.all([
      outbox.add('comment', step('one', 5)),
      outbox.add('comment', step('two', 0)),
      outbox.add('claim', step('claim', 0)),
    ]);
    assert.deepEqual(order, ['claim', 'one', 'two']);
  });

  test('whatever fails and however, every wish is settled once, in its lane’s order', async () => {
    const outcomes = fc.array(
      fc.record({ lane: fc.constantFrom('a', 'b'), failures: fc.nat({ max: 3 }), final: fc.boolean() }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(outcomes, async wishes => {
        const outbox = new Outbox({ backOff: { minMs: 0, maxMs: 1 } });
        const settled: Record<string, number[]> = { a: [], b: [] };
        await Promise.all(
          wishes.map(({ lane, failures, final }, at) => {
            let left = failures;
            return outbox
              .add(lane, async () => {
                if (left-- > 0) throw refusal('network');
                if (final) throw refusal('not-allowed');
                return at;
              })
              .then(value => assert.equal(value, at))
              .catch((error: unknown) => assert.equal((error as QunError).code, 'not-allowed'))
              .then(() => settled[lane]!.push(at));
          }),
        );
        for (const lane of ['a', 'b'])
          assert.deepEqual(
            settled[lane],
            [...settled[lane]!].sort((x, y) => x - y),
          );
        assert.equal(settled.a!.length + settled.b!.length, wishes.length);
      }),
      { numRuns: 40 },
    );
  });

  test('does not take more than it can hold', async () => {
    const outbox = new Outbox({ maxWaiting: 2 });
    const hung = [outbox.add('a', () => new Promise(() => {})), outbox.add('a', async () => 1)];
    await assert.rejects(
      outbox.add('a', async () => 1),
      { code: 'rate-limited' },
    );
    assert.equal(await outbox.add('b', async () => 2), 2);
    outbox.close();
    for (const one of hung) await assert.rejects(one, { code: 'network' });
  });

  test('closed, rejects what is left, calls back what is on its way, leaves no timer, and can be used again', async () => {
    const cleared = mock.method(globalThis, 'clearTimeout');
    const outbox = new Outbox({ backOff: { minMs: 1e8, maxMs: 1e8 }, patienceMs: 1e9 });
    let signal: AbortSignal | undefined;
    const hung = outbox.add('a', given => {
      signal = given;
      return new Promise(() => {});
    });
    const { work, attempts } = script('network');
    const waiting = outbox.add('b', work);
    await new Promise(setImmediate);
    outbox.close();
    await assert.rejects(hung, { code: 'network' });
    await assert.rejects(waiting, { code: 'network' });
    assert.ok(signal!.aborted);
    assert.equal(cleared.mock.callCount(), 1);
    assert.equal(attempts(), 1);
    assert.equal(await outbox.add('a', async () => 'again'), 'again');
  });
});
