import assert from 'node:assert/strict';
import test from 'node:test';
import { importsOf } from './rules/imports.js';
import { projectFiles, read, type SourceFile } from './rules/tree.js';

const defines = projectFiles().filter(path => /^src\/define\/qun-[\w-]+\.ts$/.test(path));

/** Tags that no bundle registers. */
function leftOut(paths: readonly string[], bundles: readonly SourceFile[]): string[] {
  const named = new Set(
    bundles.flatMap(importsOf).map(({ to }) => to.replace(/^\.\//, 'src/').replace(/\.js$/, '.ts')),
  );
  return paths.filter(path => !named.has(path));
}

test('every element is in the bundle for viewers or in the one for hosts', () => {
  assert.deepEqual(leftOut(defines, [read('src/qunlive.ts'), read('src/qunlive-host.ts')]), []);
});

test('an element that no bundle registers is seen', () => {
  const bundle = { path: 'src/qunlive.ts', text: "export * from './define/qun-a.js';" };
  assert.deepEqual(leftOut(['src/define/qun-a.ts', 'src/define/qun-b.ts'], [bundle]), [
    'src/define/qun-b.ts',
  ]);
});
