import assert from 'node:assert/strict';
import test from 'node:test';
import { roomOf } from '../../../test/fixtures/show.js';
import { parseCommand, QunError, type Command } from '../../protocol/index.js';
import { decideHost, type ParsedHostCommand } from './decide-host.js';

const ask = (command: Command) =>
  decideHost(roomOf(), parseCommand(command) as ParsedHostCommand, { now: 1_000_000 });

const refusedAt = (path: string, words: RegExp) => (error: unknown) =>
  error instanceof QunError && error.code === 'malformed' && error.path === path && words.test(error.message);

test('what a host says while the show runs promises nothing for passing it on', () => {
  const promo = { id: 'p', title: 'Spring', text: '分享得红包', lead: { url: '/shop' } };
  const product = { id: 'z', title: { en: 'Share and win' }, pictures: [], price: null, stock: null };
  const price = { kind: 'fixed', amount: { minor: 1, currency: 'CNY' } } as const;
  assert.throws(
    () => ask({ type: 'notice.set', notice: { 'zh-CN': '邀请3位好友即可免单' } }),
    refusedAt('notice.zh-CN', /免单" promises something for passing the link on/),
  );
  assert.throws(
    () => ask({ type: 'around.set', around: { promos: [promo] } }),
    refusedAt('around.promos[0].text', /分享得红包/),
  );
  assert.throws(
    () => ask({ type: 'shelf.put', product: { ...product, price } }),
    refusedAt('product.title.en', /Share and win/),
  );
});

test('what is for everybody may be said', () => {
  assert.equal(ask({ type: 'notice.set', notice: '分享给朋友一起看，直播间里人人可领10元券' }).length, 1);
  const promo = { id: 'p', title: '进店有礼', lead: { url: '/shop' } };
  assert.equal(ask({ type: 'around.set', around: { promos: [promo] } }).length, 1);
});
