import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readArguments } from './read-arguments.js';

const url = 'https://live.shop.example/v1/rooms/spring';
const asked = (words: string) => readArguments(['record', ...words.split(' ').filter(Boolean)]);

describe('qunlive record', () => {
  test('takes a running room by its URL, and one in the data by its name', () => {
    assert.deepEqual(asked(`${url} --to spring`), {
      ...{ command: 'record', room: url, to: 'spring', data: undefined, stream: undefined, base: undefined },
    });
    assert.deepEqual(asked('spring --data ./data --to out --stream https://cdn.example/a.m3u8'), {
      ...{ command: 'record', room: 'spring', to: 'out', data: './data', base: undefined },
      stream: 'https://cdn.example/a.m3u8',
    });
    assert.deepEqual(asked('--help'), { command: 'help-record' });
  });

  for (const [words, says] of [
    ['', 'which room'],
    [url, 'where to'],
    [`${url} other --to x`, 'one room at a time'],
    ['spring --to x', 'no URL'],
    [`${url} --data d --to x`, 'named'],
    [`${url} --too x`, '--too'],
  ] as const) {
    test(`says what is missing: ${words || 'nothing'}`, () => {
      assert.throws(() => asked(words), { code: 'bad-config', message: new RegExp(says) });
    });
  }
});
