import assert from 'node:assert/strict';
import test from 'node:test';
import { serverWarnings } from './server-warnings.js';

const plain = { replicas: 0, disk: false, withinMs: 1000 };
const info = (lines: Record<string, string>) =>
  Object.entries({ redis_version: '7.0.15', aof_enabled: '1', maxmemory_policy: 'noeviction', ...lines })
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('');

test('a server that writes before it answers and throws nothing away needs no word', () => {
  assert.deepEqual(serverWarnings(info({}), 'always', plain), []);
  assert.deepEqual(serverWarnings(info({}), undefined, plain), []);
});

test('what would lose claims is said, each with what to set', () => {
  const [kept] = serverWarnings(info({ aof_enabled: '0' }), 'everysec', plain);
  assert.match(kept!, /set appendonly yes/);
  const [synced] = serverWarnings(info({}), 'everysec', plain);
  assert.match(synced!, /set appendfsync always/);
  const [evicted] = serverWarnings(info({ maxmemory_policy: 'allkeys-lru' }), 'always', plain);
  assert.match(evicted!, /set maxmemory-policy noeviction/);
});

test('a server that cannot do what is asked is refused', () => {
  assert.throws(() => serverWarnings(info({ redis_version: '5.0.1' }), 'always', plain), {
    code: 'bad-config',
  });
  const disk = { ...plain, disk: true };
  assert.throws(() => serverWarnings(info({}), 'always', disk), { code: 'bad-config' });
  assert.deepEqual(serverWarnings(info({ redis_version: '7.2.1' }), 'everysec', disk), []);
});
