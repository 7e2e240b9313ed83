import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-cn.js';

/** What gets a domain blocked in WeChat: something promised for passing a link on, or a claim that it was passed on. */
const PROMISES =
  /得|领|赚|抽|解锁|奖|红包|券|助力|砍价|集赞|积分|earn|reward|win|unlock|gift|coupon|bonus|shared|sent|已分享|分享成功/i;

for (const [name, words] of Object.entries({ en, 'zh-CN': zhCN })) {
  test(`sharing promises and claims nothing (${name})`, () => {
    const own = Object.entries(words).filter(([key]) => key.startsWith('share.'));
    assert.ok(own.length > 10);
    for (const [key, text] of own) assert.doesNotMatch(text, PROMISES, key);
  });
}
