import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pickText } from './pick-text.js';

const words = { 'zh-CN': '茶', en: 'Tea', 'pt-BR': 'Chá' };

test('a reader gets their own language, the nearest to it, English, or whatever there is', () => {
  assert.equal(pickText(words, 'zh-CN'), '茶');
  assert.equal(pickText(words, 'ZH-cn'), '茶');
  assert.equal(pickText(words, 'zh-TW'), '茶');
  assert.equal(pickText(words, 'pt'), 'Chá');
  assert.equal(pickText(words, 'fr'), 'Tea');
  assert.equal(pickText({ 'zh-CN': '茶' }, 'fr'), '茶');
});

test('one string is for everybody, and nothing is nothing', () => {
  assert.equal(pickText('Tea', 'zh-CN'), 'Tea');
  assert.equal(pickText(undefined, 'en'), '');
  assert.equal(pickText(null, 'en'), '');
  assert.equal(pickText({}, 'en'), '');
});

test('there is always one of the words given, for any reader', () => {
  const tag = fc.stringMatching(/^[a-z]{2,3}(-[A-Z]{2})?$/);
  fc.assert(
    fc.property(fc.dictionary(tag, fc.string({ minLength: 1 }), { minKeys: 1 }), tag, (text, reader) => {
      assert.ok(Object.values(text).includes(pickText(text, reader)));
    }),
  );
});
