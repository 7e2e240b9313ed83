import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText, textLength } from './clean-text.js';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '\u202e',
        '\u200b',
        '\u0000',
        '\n',
        '\t',
        ' ',
        'a',
        '抢',
        'e\u0301',
        '\u0323',
        '👨\u200d👩',
        '\u{e0041}',
        '\ud800',
      ),
      {
        maxLength: 30,
      },
    )
    .map(parts => parts.join('')),
);

test('whatever is typed becomes one line without characters that hide or turn words', () => {
  fc.assert(
    fc.property(anything, typed => {
      const text = cleanText(typed);
      assert.doesNotMatch(text, /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u);
      assert.doesNotMatch(text, /\s\s|^\s|\s$/u);
      assert.doesNotMatch(text, /\p{M}{4}/u);
    }),
  );
});

test('cleaning what is clean changes nothing: page and server agree on the words', () => {
  fc.assert(fc.property(anything, typed => assert.equal(cleanText(cleanText(typed)), cleanText(typed))));
});

test('people are left alone: emoji, Chinese, accents, Indic joiners', () => {
  for (const text of ['抢到了！🎉', '👨\u200d👩\u200d👧 3号链接', 'Café crème', 'क्‍ष', 'שלום'])
    assert.equal(cleanText(text), text.normalize('NFC'));
});

test('tricks are taken out', () => {
  assert.equal(cleanText('  a\n\n b\t c '), 'a b c');
  assert.equal(cleanText('50%\u202eoff'), '50%off');
  assert.equal(cleanText(`z${'\u0335'.repeat(40)}algo`), `z${'\u0335'.repeat(3)}algo`);
  assert.equal(cleanText('hi\u{e0041}\u{e0042}'), 'hi');
  assert.equal(cleanText('\u200b\u2060'), '');
  assert.equal(cleanText('e\u0301'), 'é');
});

test('an emoji is one character', () => {
  assert.equal(textLength('抢🎉'), 2);
  assert.equal(textLength(''), 0);
});
