import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { shareViaSchema } from '../protocol/referral.js';
import { cameBy, letterOf, linkFor, readShare, viaOf } from './share-link.js';

const share = fc.stringMatching(/^[0-9A-Za-z]{12}$/);
const via = fc.constantFrom(...shareViaSchema.options);

test('a link that was passed on says whose it is and how', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), share, via, (page, id, by) => {
      const link = linkFor(page, id, by);
      const came = cameBy(link);
      assert.deepEqual(readShare(came.share), { share: id, via: by === 'kakao' ? 'other' : by });
      assert.equal(new URL(link).hash, new URL(page).hash);
    }),
  );
});

test('passing it on again leaves one share in it, and the page as it was', () => {
  const page = 'https://shop.example/room?id=7&t=%20a+b&sig=a(b)#top';
  const once = linkFor(page, 'aaaaaaaaaaaa', 'copy', '群 1');
  assert.equal(
    once,
    'https://shop.example/room?id=7&t=%20a+b&sig=a(b)&qs=aaaaaaaaaaaa.c&g=%E7%BE%A4%201#top',
  );
  assert.deepEqual(cameBy(once), { share: 'aaaaaaaaaaaa.c', group: '群 1' });
  assert.equal(
    linkFor(once, 'bbbbbbbbbbbb', 'poster'),
    'https://shop.example/room?id=7&t=%20a+b&sig=a(b)&qs=bbbbbbbbbbbb.p#top',
  );
  assert.equal(linkFor('https://shop.example', 'bbbbbbbbbbbb'), 'https://shop.example?qs=bbbbbbbbbbbb');
});

test('what was meant for one reader does not travel, however it is written', () => {
  const opened =
    'https://s.example/r?from=singlemessage&isappinstalled=0&c%6Fde=0a1&state=x&nsukey=k%3D&fromage=1&openid=o';
  assert.equal(linkFor(opened), 'https://s.example/r?fromage=1');
  assert.equal(linkFor('https://s.example/r?code=1'), 'https://s.example/r');
});

test('with no share of this viewer, the link stays of who brought them, and the group does not travel', () => {
  assert.equal(linkFor('https://s.example/r?qs=-mei.c&g=abc'), 'https://s.example/r?qs=-mei.c');
});

test('a code of staff and a signed one are told apart from a share; anything else is nobody', () => {
  assert.deepEqual(readShare('-mei8.q'), { code: 'mei8', via: 'code' });
  assert.deepEqual(readShare('-mei8'), { code: 'mei8' });
  assert.deepEqual(readShare('v1.e30.mac'), { signed: 'v1.e30.mac' });
  assert.deepEqual(readShare('aaaaaaaaaaaa.z'), { share: 'aaaaaaaaaaaa' });
  for (const wrong of ['', 'a', '-a', 'aaaaaaaaaaaaa', 'aaaaaaaaaaaa.', 'aaaaaaaaaaaa.cc', '-mei 8', 'v1.x'])
    assert.equal(readShare(wrong), undefined, wrong);
  assert.equal(readShare(undefined), undefined);
});

test('no address, however odd, throws', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      linkFor(text, 'aaaaaaaaaaaa', 'web');
      readShare(cameBy(text).share);
      readShare(text);
    }),
  );
  assert.deepEqual(cameBy(`https://s.example/?qs=${'a'.repeat(600)}&g=`), {});
});

test('every way has its letter', () => {
  const letters = shareViaSchema.options.filter(way => way !== 'kakao').map(letterOf);
  assert.equal(new Set(letters).size, letters.length);
  for (const way of shareViaSchema.options)
    assert.equal(viaOf(letterOf(way)), way === 'kakao' ? 'other' : way);
  assert.equal(viaOf(undefined), undefined);
});
