import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { folded, readWords, WordList } from './word-list.js';

test('width, compatibility forms and case make no difference', () => {
  const list = new WordList(['WeChat', '加微信', 'ﬁsh', 'Straße']);
  for (const text of ['add my wechat', 'ＷＥＣＨＡＴ', 'WeChat!', '请加微信', 'fish', 'STRAßE']) {
    assert.ok(list.find(text), text);
  }
  assert.equal(list.find('加 微信'), undefined);
});

test('a word counts as a whole where words have spaces, and anywhere where they have none', () => {
  const list = new WordList(['ass', '退款', 'a-b', '3g']);
  assert.equal(list.find('glass teapots, classic'), undefined);
  assert.equal(list.find('what an ASS.'), 'ass');
  assert.equal(list.find('他要退款吗'), '退款');
  assert.equal(list.find('有ass吗'), 'ass');
  assert.equal(list.find('xa-b'), undefined);
  assert.equal(list.find('13g'), undefined);
  assert.equal(list.find('5G 3G'), '3g');
});

test('a longer word that does not count hides no shorter one that does', () => {
  assert.equal(new WordList(['bad cat', 'cat']).find('xbad cat'), 'cat');
  assert.equal(new WordList(['she sells', 'sells']).find('ashe sells'), 'sells');
});

test('separators are looked over only where the list says so', () => {
  const list = new WordList(['~加微信', '~vx']);
  assert.equal(list.find('加 微-信~'), '~加微信');
  assert.equal(list.find('V．X'), '~vx');
  assert.equal(list.find('加。。微 😀 信'), '~加微信');
  assert.equal(new WordList(['加微信']).find('加 微-信'), undefined);
});

test('entries that say nothing are no entries', () => {
  assert.equal(new WordList(['', ' ', '~', '~ - ']).size, 0);
  assert.equal(new WordList(['A', 'ａ', 'a']).size, 1);
  assert.deepEqual(readWords('\ufeff# ours\r\n  one \n\n two words\n#x'), ['one', 'two words']);
});

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const SPACED = (point: string | undefined) =>
  point !== undefined && LETTER.test(point) && !/[一-龥]/u.test(point);

/** The same by looking for every word at every place. */
function naive(entries: readonly string[], text: string): boolean {
  const points = Array.from(folded(text));
  const letters = points.filter(point => LETTER.test(point));
  return entries.some(entry => {
    const loose = entry.startsWith('~');
    const word = Array.from(folded(loose ? entry.slice(1) : entry).trim()).filter(
      p => !loose || LETTER.test(p),
    );
    if (word.length === 0) return false;
    const within = loose ? letters : points;
    return within.some((_, at) => {
      if (!word.every((point, i) => within[at + i] === point)) return false;
      const end = at + word.length;
      const opens = SPACED(within[at]) && SPACED(within[at - 1]);
      const closes = SPACED(within[end - 1]) && SPACED(within[end]);
      return loose || (!opens && !closes);
    });
  });
}

test('finds what a search word by word finds, and nothing else', () => {
  const letter = fc.constantFrom('a', 'A', 'ａ', 'b', '加', '微', '信', ' ', '-', '1', '😀', 'é');
  const some = (max: number) =>
    fc.array(letter, { minLength: 1, maxLength: max }).map(points => points.join(''));
  const entry = fc.tuple(fc.constantFrom('', '~'), some(4)).map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), some(30), (entries, text) => {
      const found = new WordList(entries).find(text);
      assert.equal(found !== undefined, naive(entries, text));
      if (found !== undefined) assert.ok(naive([found], text));
    }),
    { numRuns: 2000 },
  );
});

test('looks at every character of a text a bounded number of times, whatever the list', () => {
  // All beginnings of one word: every failure leads to the next shorter one.
  const entries = Array.from({ length: 200 }, (_, i) => `${'a'.repeat(i + 1)}b`);
  const list = new WordList([...entries.map(one => `~${one}`), '~c']);
  assert.equal(list.find('a'.repeat(100_000)), undefined);
  assert.equal(list.find(`${'a'.repeat(1000)}b`), `~${'a'.repeat(200)}b`);
});
