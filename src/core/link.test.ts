import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeUrl } from './link.js';

test('only http, https and paths of the site become links', () => {
  assert.equal(safeUrl('https://shop.example/a'), 'https://shop.example/a');
  assert.equal(safeUrl('/a.jpg', 'https://live.shop.example/v1/rooms/x'), 'https://live.shop.example/a.jpg');
  assert.equal(safeUrl('a.jpg'), 'a.jpg');
  for (const bad of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:x',
    'java\nscript:x',
    'data:text/html,x',
    'blob:x',
    'vbscript:x',
    'file:///etc',
    '',
    null,
    undefined,
  ]) {
    assert.equal(safeUrl(bad, 'https://shop.example/'), undefined, String(bad));
    assert.equal(safeUrl(bad), undefined, String(bad));
  }
});

test('whatever is given, what comes out leads to http or https', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), text => {
      const url = safeUrl(text, 'https://shop.example/room');
      if (url !== undefined) assert.match(new URL(url).protocol, /^https?:$/);
    }),
  );
});
