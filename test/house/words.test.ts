import assert from 'node:assert/strict';
import test from 'node:test';
import { en } from '../../src/i18n/locales/en.js';
import { zhCN } from '../../src/i18n/locales/zh-cn.js';
import { halfChinese, halfEnglish, missingKeys, unequalPlaceholders } from './rules/words.js';

test('both languages have every key', () => {
  assert.deepEqual(missingKeys(en, zhCN), []);
  assert.deepEqual(missingKeys({ a: 'a', b: 'b' }, { b: '乙', c: '丙' }), ['a', 'c']);
});

/** 20 % off is 8折: each language is given both numbers and says its own. */
const ownNumber = ['coupon.percentOff'];

test('both languages name the same placeholders', () => {
  assert.deepEqual(
    unequalPlaceholders(en, zhCN).filter(key => !ownNumber.includes(key)),
    [],
  );
  assert.deepEqual(unequalPlaceholders({ a: '{n} of {m}', b: '{n}' }, { a: '{m}之{n}', b: '{count}' }), [
    'b',
  ]);
});

test('the Chinese is Chinese', () => {
  assert.deepEqual(halfChinese(zhCN), []);
  const wrong = halfChinese({
    a: '打开 coupon',
    b: '来了吗?',
    c: '正在...',
    d: '还有 {count} 张，打开APP',
    e: '{a}',
  });
  assert.deepEqual(
    wrong.map(line => line[0]),
    ['a', 'b', 'c'],
  );
});

test('the English is English', () => {
  assert.deepEqual(halfEnglish(en), []);
  assert.deepEqual(
    halfEnglish({ a: 'Claim', b: '领取', c: 'Really？', d: ' ' }).map(line => line[0]),
    ['b', 'c', 'd'],
  );
});
