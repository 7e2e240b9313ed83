import assert from 'node:assert/strict';
import test from 'node:test';
import { HOST_TOKEN, ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';

test('the log holds no token, no key, no query and no words of viewers, also when something breaks', async () => {
  let log = '';
  const store = await SqliteStore.open({ folder: ':memory:' });
  const it = await ServerUnderTest.start({
    store,
    log: { level: 'trace', stream: { write: line => (log += line) } },
  });
  const { token, resume } = await it.join();
  await it.join(resume);
  await it.host({ type: 'phase.set', phase: 'live' });
  await it.send(token, { type: 'comment.send', text: 'my-words' }, 'my-secret-key');
  await it.ask('GET', `feedd?since=my-position&token=${token}`);
  await it.ask(
    'POST',
    'commands',
    { authorization: `Bearer ${token}`, 'idempotency-key': 'my-secret-key' },
    '{"a":my-words',
  );
  it.server.app.log.warn(
    { authorization: token, headers: { cookie: token }, req: { headers: { authorization: token } } },
    'x',
  );
  store.claims = () => Promise.reject(new Error('the disk is gone'));
  const broken = await it.ask('POST', 'session', { authorization: `Bearer ${resume}` });
  await it.close();

  assert.deepEqual([broken.status, broken.body.error?.code], [500, 'internal']);
  assert.ok(!broken.text.includes('the disk is gone'));
  assert.ok(log.includes('the disk is gone') && log.includes('/v1/rooms/spring/commands'));
  assert.equal(log.match(/\[secret\]/g)?.length, 2);
  for (const secret of [token, resume!, HOST_TOKEN, 'my-secret-key', 'my-position', 'my-words']) {
    assert.ok(!log.includes(secret), `${secret} in the log`);
  }
});
