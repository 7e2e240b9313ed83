import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { plainOf, root, shortOf, sourceOf, withSources, writePlainJavaScript } from './plain-javascript.mjs';

const own = 'test/tools/plain-javascript.test.ts';

test('a source has one translation, and leads back from it', () => {
  for (const path of ['src/core/fold.ts', 'test/tools/install.mjs']) {
    assert.notEqual(plainOf(path), path);
    assert.equal(sourceOf(plainOf(path)), path);
    assert.equal(shortOf(join(root, plainOf(path))), path);
    assert.equal(shortOf(join(root, path)), path);
  }
});

test('a translated file stands beside its source: same address, same time of change', async () => {
  await writePlainJavaScript();
  assert.equal(shortOf(fileURLToPath(import.meta.url)), own);
  const [plain, source] = [plainOf(own), own].map(path => statSync(join(root, path)));
  assert.equal(Math.round(plain!.mtimeMs), Math.round(source!.mtimeMs));
  assert.ok(existsSync(join(root, `${plainOf(own)}.map`)));
});

test('a stack names the line of the source', async () => {
  await writePlainJavaScript();
  const plain = join(root, plainOf('src/core/clean-text.ts'));
  const lines = readFileSync(plain, 'utf8').split('\n');
  const at = lines.findIndex(line => line.includes('function '));
  const map = new SourceMap(JSON.parse(readFileSync(`${plain}.map`, 'utf8')) as SourceMapPayload);
  const { originalLine } = map.findEntry(at, 0) as { originalLine: number };
  const told = withSources(`at f (${pathToFileURL(plain).href}:${at + 1}:1)`);
  const source = pathToFileURL(join(root, 'src/core/clean-text.ts')).href;
  assert.ok(told.startsWith(`at f (${source}:${originalLine + 1}:`), told);
  assert.equal(withSources('at g (file:///elsewhere/a.js:1:2)'), 'at g (file:///elsewhere/a.js:1:2)');
});
