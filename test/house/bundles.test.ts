import assert from 'node:assert/strict';
import { basename, dirname, join } from 'node:path/posix';
import test from 'node:test';
import { importsOf } from './rules/imports.js';
import { projectFiles, sources, type SourceFile } from './rules/tree.js';

const defines = projectFiles().filter(path => /^src\/define\/qun-[\w-]+\.ts$/.test(path));

/**
 * Of the define files, those that no bundle reaches, at once or later, through the files it is made of, and whose tag none
 * of these registers in turn, as `'qun-a': QunA`.
 */
function leftOut(
  paths: readonly string[],
  bundles: readonly string[],
  files: readonly SourceFile[],
): string[] {
  const reached = new Set<string>();
  const inTurn = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const file = files.find(one => one.path === path);
    for (const [, tag] of file?.text.matchAll(/'(qun-[\w-]+)': Qun/g) ?? []) inTurn.add(tag!);
    for (const { to, typeOnly } of file ? importsOf(file) : []) {
      if (to.startsWith('.') && !typeOnly) visit(join(dirname(path), to).replace(/\.js$/, '.ts'));
    }
  };
  bundles.forEach(visit);
  return paths.filter(path => !reached.has(path) && !inTurn.has(basename(path, '.ts')));
}

test('every element is in the bundle for viewers or in the one for hosts', () => {
  assert.deepEqual(leftOut(defines, ['src/qunlive.ts', 'src/qunlive-host.ts'], sources('src')), []);
});

test('an element that no bundle registers is seen', () => {
  const files = [
    { path: 'src/qunlive.ts', text: "import './define/qun-a.js'; import('./qunlive-shop.js');" },
    {
      path: 'src/qunlive-shop.ts',
      text: "defineInTurns({ 'qun-b': QunB }); import type { C } from './define/qun-c.js';",
    },
  ];
  const tags = ['src/define/qun-a.ts', 'src/define/qun-b.ts', 'src/define/qun-c.ts'];
  assert.deepEqual(leftOut(tags, ['src/qunlive.ts'], files), ['src/define/qun-c.ts']);
});
