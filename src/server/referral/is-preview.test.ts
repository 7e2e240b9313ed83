import assert from 'node:assert/strict';
import test from 'node:test';
import { APPS } from '../../../test/journeys/apps.js';
import { isPreview } from './is-preview.js';

test('what shows or checks a link says so, and nobody is looking', () => {
  for (const name of [
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/120.0',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'facebookexternalhit/1.1;line-poker/1.0',
    'TelegramBot (like TwitterBot)',
    'WhatsApp/2.23.20.0 A',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
    'Mozilla/5.0 (Linux; Android 11) Chrome/119.0 Mobile Safari/537.36 Chrome-Lighthouse',
  ])
    assert.equal(isPreview(name), true, name);
});

test('apps and phones are people, whatever they are called', () => {
  for (const { name, userAgent } of APPS) assert.equal(isPreview(userAgent), false, name);
  for (const phone of [
    'Mozilla/5.0 (Linux; Android 10; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 320.0',
    'Mozilla/5.0 (Linux; Android 13; SM-S908E; wv) Chrome/116.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0]',
  ])
    assert.equal(isPreview(phone), false, phone);
  assert.equal(isPreview(undefined), false);
  assert.equal(isPreview(''), false);
});
