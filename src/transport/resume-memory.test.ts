import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  accepted,
  bearers,
  claim,
  connect,
  makeTransport,
  say,
  server,
  storage,
  withScriptedServer,
  won,
} from '../../test/fixtures/scripted-transport.js';
import { Refusal } from '../../test/fixtures/scripted-server.js';

withScriptedServer();

describe('what is stored', () => {
  const key = () => `qunlive:resume:${server.url}`;

  test('is nothing, before the viewer has done something', async () => {
    const transport = makeTransport();
    connect(transport);
    await transport.join();
    await transport.join();
    assert.equal(storage.length, 0);
  });

  test('is who they were once they have commented, claimed or reserved, so that what they have survives a reload', async () => {
    for (const [wish, answer] of [
      [claim, won()],
      [
        { type: 'sale.reserve', saleId: 's1' },
        { result: 'sold-out', now: server.now() },
      ],
    ] as const) {
      storage.map.clear();
      server.commands = () => answer;
      await makeTransport().send(wish, 'k');
      assert.deepEqual([...storage.map], [[key(), 'resume-of-me']]);
    }
    server.session = asked =>
      server.sessionOf(asked.headers.authorization === 'Bearer resume-of-me' ? 'me' : 'new');
    assert.equal((await makeTransport().join()).viewer.id, 'me');
  });

  test('is not the shop’s token, nor anything about a viewer it has signed', async () => {
    server.session = () => server.sessionOf('lin', { resume: undefined });
    server.commands = accepted;
    await makeTransport({ token: 'jwt' }).send(say, 'k');
    assert.equal(storage.length, 0);
  });

  test('is nothing for what the host does', async () => {
    await makeTransport().send({ type: 'pin.add', productId: 'p1' }, 'k');
    assert.equal(storage.length, 0);
  });

  test('is forgotten when the server does not know it any more; the viewer gets in all the same', async () => {
    storage.setItem(key(), 'resume-of-last-year');
    server.session = asked =>
      asked.headers.authorization ? new Refusal('token-expired') : server.sessionOf('new');
    assert.equal((await makeTransport().join()).viewer.id, 'new');
    assert.equal(storage.length, 0);
  });

  test('is kept fresh from visit to visit', async () => {
    storage.setItem(key(), 'resume-of-me');
    server.session = () => server.sessionOf('me', { resume: 'resume-fresh' });
    await makeTransport().join();
    assert.equal(storage.getItem(key()), 'resume-fresh');
  });

  test('may be forbidden: the viewer is the same for this visit', async () => {
    storage.broken = true;
    server.commands = accepted;
    const transport = makeTransport();
    await transport.send(say, 'k');
    await transport.join();
    assert.deepEqual(bearers('session'), [undefined, 'resume-of-me']);
    const missing = makeTransport({ storage: () => undefined });
    await missing.send(say, 'k');
    assert.equal((await missing.join()).viewer.id, 'me');
  });

  test('makes one viewer of two windows that were open before either of them did something', async () => {
    let guests = 0;
    server.session = ({ headers: { authorization } }) => {
      const known = authorization?.replace('Bearer resume-of-', '');
      const id = known ?? `guest-${(guests += 1)}`;
      return server.sessionOf(id, { resume: `resume-of-${id}` });
    };
    server.commands = asked => ('couponId' in (asked.body as object) ? won() : accepted(asked));
    const [one, other] = [makeTransport(), makeTransport()];
    await one.join();
    await other.join();
    await one.send(claim, 'k1');
    await other.send(say, 'k2');
    assert.equal(guests, 2);
    assert.deepEqual(bearers('session'), [undefined, undefined, 'resume-of-guest-1'], 'before it speaks');
    assert.equal(storage.getItem(key()), 'resume-of-guest-1');
    assert.equal((await other.join()).viewer.id, 'guest-1');
    assert.equal((await one.join()).viewer.id, 'guest-1', 'and what the first had is not lost');
  });

  test('belongs to one room', async () => {
    server.commands = accepted;
    await makeTransport().send(say, 'k');
    const other = makeTransport({ url: server.url.replace('spring', 'summer') });
    await other.join().catch(() => undefined);
    assert.equal(storage.map.size, 1);
  });
});
