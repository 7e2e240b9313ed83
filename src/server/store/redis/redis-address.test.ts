import assert from 'node:assert/strict';
import test from 'node:test';
import type { QunError } from '../../../protocol/index.js';
import { chooseStore } from '../open-store.js';
import { parseRedisAddress } from './redis-address.js';

const where = (address: string) => {
  const { nodes, db, tls, cluster, username, password } = parseRedisAddress(address);
  return [nodes.map(({ host, port }) => `${host} ${port}`).join(), db, tls, cluster, username, password];
};

test('one Redis, with or without TLS, a user and a database', () => {
  assert.deepEqual(where('redis://h'), ['h 6379', 0, false, false, undefined, undefined]);
  assert.deepEqual(where('rediss://h:1/2'), ['h 1', 2, true, false, undefined, undefined]);
  assert.deepEqual(where('redis://:p%40ss@h'), ['h 6379', 0, false, false, undefined, 'p@ss']);
  assert.deepEqual(where('redis://me:a:b@[::1]:7/0'), ['::1 7', 0, false, false, 'me', 'a:b']);
});

test('a cluster by any of its nodes', () => {
  const plain = ['a 1,b 6379', 0, false, true, undefined, undefined];
  assert.deepEqual(where('redis+cluster://a:1,b'), plain);
  assert.deepEqual(where('rediss+cluster://u:p@a:1'), ['a 1', 0, true, true, 'u', 'p']);
});

test('settings say how sure a write must be', () => {
  const { prefix, certainty } = parseRedisAddress('redis://h?prefix=shop:&replicas=1&disk=1&within=500');
  assert.deepEqual([prefix, certainty], ['shop:', { replicas: 1, disk: true, withinMs: 500 }]);
  const plain = parseRedisAddress('redis://h').certainty;
  assert.deepEqual(plain, { replicas: 0, disk: false, withinMs: 1000 });
});

test('what cannot be read is refused with what to write, and no password is ever said', () => {
  const wrong = [
    'redis://',
    'redis:///0',
    'redis://me:hush@h:99999',
    'redis://me:hush@h:x',
    'redis://me:hush@a,b',
    'redis://me:hush%@h',
    'redis://me:hush@h/one',
    'redis+cluster://me:hush@h/1',
    'redis://me:hush@h?replicas=-1',
    'redis://me:hush@h?replica=1',
    'postgres://me:hush@h',
    'sqlite:',
    '',
  ];
  for (const address of wrong) {
    assert.throws(
      () => chooseStore(address),
      (error: QunError) => error.code === 'bad-config' && error.message !== '' && !/hush/.test(error.message),
      address,
    );
  }
});

test('the name of a store has no secrets', () => {
  const name = (address: string) => chooseStore(address).name;
  assert.equal(name('redis://me:hush@h?prefix=x:'), 'redis://h:6379');
  assert.equal(name('redis+cluster://:hush@[::1]:1,b:2'), 'redis+cluster://[::1]:1,b:2');
  assert.equal(name('sqlite:./data'), './data');
  assert.equal(name('sqlite:///var/data'), '/var/data');
});
