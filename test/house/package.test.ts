import assert from 'node:assert/strict';
import test from 'node:test';
import { loose, outOfLock, tiedToMachine, withAddress } from './rules/package.js';
import { projectFiles, read } from './rules/tree.js';

const json = JSON.parse(read('package.json').text);
const lock = JSON.parse(read('package-lock.json').text);

test('dependencies have exact versions', () => {
  assert.deepEqual(loose(json), []);
  assert.deepEqual(loose({ dependencies: { a: '1.2.3', b: '^1.2.3' }, devDependencies: { c: 'latest' } }), [
    'b',
    'c',
  ]);
});

test('the lock file is the one of this package.json', () => {
  assert.deepEqual(outOfLock(json, lock), []);
  const locked = { packages: { '': { dependencies: { a: '1.2.3', b: '1.0.0' } } } };
  assert.deepEqual(outOfLock({ dependencies: { a: '1.2.3' }, devDependencies: { c: '1.0.0' } }, locked), [
    'c',
    'b',
  ]);
});

test('the lock file names no download addresses', () => {
  assert.deepEqual(withAddress(lock), []);
  assert.deepEqual(withAddress({ packages: { '': {}, 'node_modules/a': { resolved: 'https://x/a.tgz' } } }), [
    'node_modules/a',
  ]);
});

test('nothing is tied to one machine or one registry', () => {
  const text = projectFiles().filter(
    path =>
      !/\.(png|jpe?g|webp|avif|mp4|m4s|ts|ico|woff2?)$/.test(path) ||
      /^(src|test|docs)\/|\.config\.ts$/.test(path),
  );
  const demo = projectFiles().filter(path => /^demo\/(?!media\/).*\.ts$/.test(path));
  assert.deepEqual(tiedToMachine([...text, ...demo].map(read)), []);
  const wrong = [
    'see /ho' + 'me/ann/x',
    'https://registry.npm' + 'js.org/',
    'cd /wo' + 'rk/main',
    'fine: a/wo' + 'rk/b, /v1/rooms/x',
  ];
  assert.equal(tiedToMachine([{ path: 'a.md', text: wrong.join('\n') }]).length, 3);
});
