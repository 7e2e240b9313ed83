import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { codes } from '../protocol/index.js';
import { deskEn } from './desk/en.js';
import { talkEn } from './desk/talk-en.js';
import { talkZhCN } from './desk/talk-zh-cn.js';
import { deskZhCN } from './desk/zh-cn.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-cn.js';
import { matchLocale } from './match-locale.js';
import './shop-messages.js';
import { addMessages, translate, type MessageKey } from './translate.js';
import { wordsFor } from './words.js';

for (const tag of ['en', 'zh-TW']) await wordsFor(tag, () => {});

const both: [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>][] = [
  ['the room', en, zhCN],
  ['the desk', deskEn, deskZhCN],
  ['the desk’s talk', talkEn, talkZhCN],
];
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

for (const [what, english, chinese] of both) {
  describe(`the words of ${what}`, () => {
    test('are the same messages in both languages, with the same placeholders', () => {
      assert.deepEqual(Object.keys(chinese), Object.keys(english));
      for (const key of Object.keys(english)) {
        // What Chinese counts by tenths (八五折), English says in percent.
        if (key === 'coupon.percentOff') continue;
        assert.deepEqual(placeholders(chinese[key]!), placeholders(english[key]!), key);
      }
    });

    test('are neither empty nor left in the other language', () => {
      for (const [key, text] of Object.entries(english))
        assert.doesNotMatch(text, /\p{Script=Han}|^\s|^$/u, key);
      for (const [key, text] of Object.entries(chinese)) {
        assert.match(text, /\p{Script=Han}|^\{/u, key);
        assert.doesNotMatch(text, /^\s|\s$/u, key);
      }
    });

    test('need no plural: no number stands before a word that would have to change with it', () => {
      for (const [key, text] of Object.entries(english)) {
        assert.doesNotMatch(
          text,
          /\{\w+\} (comments?|viewers?|people|coupons?|products?|pieces?|seconds?|minutes?)\b/,
          key,
        );
      }
    });
  });
}

describe('a message', () => {
  test('exists for every code that can be shown', () => {
    for (const code of Object.keys(codes)) {
      for (const lang of ['en', 'zh-CN', 'zh-TW'])
        assert.notEqual(translate(lang, `error.${code}` as MessageKey), `error.${code}`);
    }
  });

  test('is found for any tag, and its placeholders filled with words as they are', () => {
    assert.equal(translate('en-GB', 'room.viewers', { count: '12K' }), '12K watching');
    assert.equal(translate('zh', 'room.viewers', { count: '1.2万' }), '1.2万人在看');
    assert.equal(translate('', 'room.close'), 'Close');
    assert.equal(translate('en', 'room.viewers', { count: '$& {count} $1' }), '$& {count} $1 watching');
    assert.equal(translate('en', 'room.viewers', {}), '{count} watching');
    assert.equal(translate('en', 'no.such.key' as MessageKey), 'no.such.key');
  });

  test('is there whatever is asked, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (tag, key) =>
        assert.equal(typeof translate(tag, key as MessageKey), 'string'),
      ),
    );
  });

  test('comes in a language that was added, piece by piece, and in English where it is missing', () => {
    addMessages('pt', { 'room.close': 'Fechar' });
    addMessages('pt', { 'room.retry': 'Tentar de novo' });
    assert.equal(translate('pt-BR', 'room.close'), 'Fechar');
    assert.equal(translate('pt-BR', 'room.retry'), 'Tentar de novo');
    assert.equal(translate('pt-BR', 'room.verified'), 'Verified merchant');
  });

  test('of ours can be corrected by the page', () => {
    addMessages('zh-hk', { 'room.close': '閂' });
    assert.equal(translate('zh-HK', 'room.close'), '閂');
    assert.equal(translate('zh-HK', 'room.retry'), '再試一次');
    assert.equal(translate('zh-TW', 'room.close'), '關閉');
  });
});

describe('the language of the kit for a reader', () => {
  test('is the one nearest to theirs', () => {
    const cases = {
      'zh-CN': 'zh-CN',
      zh: 'zh-CN',
      'zh-Hans-SG': 'zh-CN',
      'zh-TW': 'zh-TW',
      'zh-Hant': 'zh-TW',
      'zh-Hant-HK': 'zh-TW',
      'zh-MO': 'zh-TW',
      en: 'en',
      'en-US': 'en',
      fr: 'en',
      zha: 'en',
      '': 'en',
    };
    for (const [tag, expected] of Object.entries(cases)) assert.equal(matchLocale(tag), expected, tag);
    assert.equal(matchLocale(undefined), 'en');
  });
});
