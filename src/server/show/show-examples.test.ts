import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parseShow } from './parse-show.js';

const read = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

/** The show of a page: the first JSON it shows. */
const showOf = (name: string): Record<string, unknown> =>
  JSON.parse(/^```json\n(.*?)^```/ms.exec(read(name))![1]!) as Record<string, unknown>;

/** What stands where in a value, without its words. */
const shape = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? typeof value
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one)]));

for (const page of ['getting-started', 'around']) {
  test(`the show of ${page} is one that a server plays, in both languages`, () => {
    const [english, chinese] = [showOf(`${page}.md`), showOf(`${page}.zh-CN.md`)];
    for (const show of [english, chinese]) assert.equal(parseShow(show).faults, undefined);
    assert.deepEqual(shape(chinese), shape(english));
  });
}

test('what a page says can stand around a show is all there is', () => {
  const named = (page: string) => [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name).sort();
  const { around } = showOf('around.md');
  for (const page of ['around.md', 'around.zh-CN.md'])
    assert.deepEqual(named(read(page)), Object.keys(around as object).sort());
});
