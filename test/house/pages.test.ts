import assert from 'node:assert/strict';
import test from 'node:test';
import { brokenLines, deadLinks, openBold } from './rules/pages.js';
import { projectFiles, read, type SourceFile } from './rules/tree.js';

const paths = projectFiles();
const pages = paths.filter(path => path.endsWith('.md')).map(read);
const chinese = pages.filter(({ path }) => path.endsWith('.zh-CN.md'));
const exists = (path: string) => paths.some(one => one === path || one.startsWith(`${path}/`));

const page = (path: string, text: string): SourceFile => ({ path, text });

test('every link from page to page leads somewhere', () => {
  assert.deepEqual(deadLinks(pages, exists), []);
  const two = [
    page('docs/a.md', '[b](b.md) [c](b.md#two-words) [d](../README.md) `[x](y.md)` [e](https://a.example)'),
    page(
      'docs/b.md',
      '# Two words\n\n[up](../docs/a.md) [gone](b.md#three-words)\n\n```md\n# Three words\n```',
    ),
  ];
  const there = new Set(two.map(({ path }) => path));
  assert.deepEqual(
    deadLinks(two, path => there.has(path)),
    ['docs/a.md: ../README.md', 'docs/b.md: b.md#three-words'],
  );
});

test('what is bold in Chinese is shown bold', () => {
  assert.deepEqual(openBold(chinese), []);
  const wrong = page('a.md', '**日历。**文件\n**日历。** 文件\n**日历**文件\n`**日历。**文件`');
  assert.equal(openBold([wrong]).length, 1);
});

test('no break stands as a blank between two Chinese characters', () => {
  assert.deepEqual(brokenLines(chinese), []);
  const wrong = page('a.md', '一行\n又一行\n\n一行\n- 一项\n- 一项\n| 表 |\nShop\n店');
  assert.deepEqual(brokenLines([wrong]), ['a.md: …一行']);
});
