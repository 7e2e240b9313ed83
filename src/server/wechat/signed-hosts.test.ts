import assert from 'node:assert/strict';
import test from 'node:test';
import type { QunError } from '../../protocol/index.js';
import { SignedHosts } from './signed-hosts.js';

const hosts = new SignedHosts(['Shop.example', '*.mall.example', 'dev.example:8443']);

test('pages of the named hosts are signed for, without what follows a #', () => {
  for (const [url, signed = url] of [
    ['https://shop.example'],
    ['http://shop.example?params=value'],
    ['https://SHOP.example/live?qs=a%20b&from=groupmessage'],
    ['https://shop.example/live?x=1#/room', 'https://shop.example/live?x=1'],
    ['https://mall.example/'],
    ['https://m.cn.mall.example/a'],
    ['https://dev.example:8443/'],
  ] as const) {
    assert.equal(hosts.check(url), signed);
  }
});

test('no other page is, however its address is written', () => {
  const code = (url: unknown) => {
    try {
      hosts.check(url);
      return 'signed';
    } catch (error) {
      return (error as QunError).code;
    }
  };
  for (const url of [
    'https://evil.example/',
    'https://shop.example.evil.example/',
    'https://notshop.example/',
    'https://evilmall.example/',
    'https://www.shop.example/',
    'https://shop.example:8443/',
    'https://dev.example/',
  ]) {
    assert.equal(code(url), 'not-allowed', url);
  }
  for (const url of [
    undefined,
    '',
    ['https://shop.example/'],
    'shop.example',
    'ftp://shop.example/',
    'javascript:alert(1)',
    'https://shop.example@evil.example/',
    'https://evil.example\\@shop.example/',
    'https://shop.example\\.evil.example/',
    'https://shop.example/a b',
    'https://shop.example/\n&url=https://evil.example/',
    'https://shop.example/商店',
    'https://店.example/',
    `https://shop.example/${'a'.repeat(2048)}`,
  ]) {
    assert.equal(code(url), 'malformed', String(url));
  }
});

test('what is no host is told at the start', () => {
  for (const host of ['https://shop.example', 'shop.example/live', '*', '*.*.example', '']) {
    assert.throws(() => new SignedHosts([host]), { code: 'bad-config' }, host);
  }
});
