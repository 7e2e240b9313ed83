import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitAtLinks } from './web-links.js';

const links = (text: string) => splitAtLinks(text).flatMap(({ url }) => (url ? [url] : []));

test('addresses are found as people write them', () => {
  assert.deepEqual(splitAtLinks('Sizes: https://shop.example/sizes, ask me'), [
    { text: 'Sizes: ' },
    { text: 'https://shop.example/sizes', url: 'https://shop.example/sizes' },
    { text: ', ask me' },
  ]);
  assert.deepEqual(links('尺码表在https://shop.example/a?b=1&c=2#d，看完再问'), [
    'https://shop.example/a?b=1&c=2#d',
  ]);
  assert.deepEqual(links('(see HTTP://shop.example/x_(y).) https://b.example/…'), [
    'HTTP://shop.example/x_',
    'https://b.example/…',
  ]);
  assert.deepEqual(links('https://a.example https://b.example!'), ['https://a.example', 'https://b.example']);
});

test('nothing else becomes one', () => {
  const words = [
    'javascript:alert(1)',
    'https://',
    'http:///',
    'shop.example',
    'data:text/html,x',
    'ftp://a.b',
    '',
  ];
  for (const text of words) assert.deepEqual(links(text), [], text);
});

test('no word is lost, and every address is one of http', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'a.b',
    ' ',
    '，',
    '.',
    '(',
    ')',
    '"',
    '@',
    ':',
    'x',
    '🍵',
    '%',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const text = pieces.join('');
      const stretches = splitAtLinks(text);
      assert.equal(stretches.map(one => one.text).join(''), text);
      for (const { url } of stretches) if (url) assert.match(new URL(url).protocol, /^https?:$/);
    }),
  );
});
