import assert from 'node:assert/strict';
import test from 'node:test';
import { Origins } from './origins.js';

test('without a list: the own origin, and pages of this machine', () => {
  const origins = new Origins();
  assert.ok(origins.development);
  for (const own of [
    'http://localhost:5173',
    'http://127.0.0.1',
    'http://[::1]:80',
    'https://live.example',
  ]) {
    assert.ok(origins.allows(own, 'live.example'), own);
  }
  for (const other of [
    'https://shop.example',
    'null',
    'http://localhost.evil.example',
    'https://live.example.evil.example',
  ]) {
    assert.ok(!origins.allows(other, 'live.example'), other);
  }
});

test('with a list: those, exactly, and this machine no more', () => {
  const origins = new Origins(['https://Shop.example', 'https://m.shop.example:8443']);
  assert.ok(!origins.development);
  assert.ok(
    origins.allows('https://shop.example', 'x') && origins.allows('https://m.shop.example:8443', 'x'),
  );
  for (const other of [
    'http://shop.example',
    'https://a.shop.example',
    'https://m.shop.example',
    'http://localhost',
  ]) {
    assert.ok(!origins.allows(other, 'x'), other);
  }
});

test('everybody has to be said', () => {
  assert.ok(new Origins(['*']).allows('https://anyone.example', 'x'));
});

test('what is not an origin is refused at the start', () => {
  for (const wrong of [
    'shop.example',
    'https://shop.example/path',
    'ftp://shop.example',
    'https://*.shop.example/x',
    '',
  ]) {
    assert.throws(() => new Origins([wrong]), /an origin such as/, wrong);
  }
});
