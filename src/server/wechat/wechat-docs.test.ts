import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { shareFault, shareRules } from '../../core/share-rules.js';
import { knownErrcodes } from './upstream-fault.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const pages = ['docs/wechat.md', 'docs/wechat.zh-CN.md'].map(path => ({ path, text: read(path) }));
/** First cells of all tables. */
const cells = (text: string) => [...text.matchAll(/^\| (`[^|]+?) +\|/gm)].map(([, cell]) => cell!);
const names = (text: string) =>
  cells(text).flatMap(cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));

for (const { path, text } of pages) {
  test(`${path}: every setting, every number that is explained, every rule`, () => {
    const settings = new Set(read('src/server/cli/wechat-settings.ts').match(/QUNLIVE_\w+/g));
    const told = names(text);
    for (const wanted of [...settings, ...knownErrcodes, ...Object.keys(shareRules)])
      assert.ok(told.includes(wanted), wanted);
  });

  test(`${path}: what is said to be refused is refused, and what may be said may be said`, () => {
    const rows = [...text.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)];
    const rules = rows.filter(([, name]) => name! in shareRules);
    assert.equal(rules.length, Object.keys(shareRules).length);
    const examples = (cell: string) => cell.split('·').map(one => one.trim().replace(/^"|"$/g, ''));
    for (const [, rule, refused, allowed] of rules) {
      for (const one of examples(refused!)) assert.equal(shareFault(one)?.rule, rule, one);
      for (const one of examples(allowed!)) assert.equal(shareFault(one), undefined, one);
    }
  });
}
