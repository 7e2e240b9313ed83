import assert from 'node:assert/strict';
import test from 'node:test';
import { reword } from './reword.js';

const both = { en: 'Hello', 'zh-CN': '你好' };

test('changes the language that was read, and no other', () => {
  assert.deepEqual(reword(both, '大家好', 'zh-CN'), { en: 'Hello', 'zh-CN': '大家好' });
  assert.deepEqual(reword(both, ' Hi ', 'en-GB'), { en: 'Hi', 'zh-CN': '你好' });
  assert.deepEqual(reword({ en: 'Hello' }, 'Salut', 'fr'), { en: 'Salut' });
});

test('leaves what was not changed as it was', () => {
  assert.equal(reword(both, 'Hello', 'en'), both);
  assert.equal(reword('Hello', 'Hello', 'zh-CN'), 'Hello');
});

test('nothing typed is nothing said', () => {
  assert.equal(reword('Hello', ' ', 'en'), undefined);
  assert.equal(reword(undefined, '', 'en'), undefined);
  assert.deepEqual(reword(both, '', 'en'), { 'zh-CN': '你好' });
  assert.equal(reword({ en: 'Hello' }, '', 'en'), undefined);
});
