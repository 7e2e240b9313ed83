import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { root } from '../tools/install.mjs';

const sample = join(root, 'docs/mini-program');

test('the sample pages of a mini-program are what WeChat’s own types ask for', () => {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', sample], { encoding: 'utf8' });
  assert.equal(stdout, '');
  assert.equal(status, 0);
});

test('each of them is whole', () => {
  for (const page of readdirSync(join(sample, 'pages'))) {
    const files = readdirSync(join(sample, 'pages', page));
    for (const kind of ['js', 'json', 'wxml']) assert.ok(files.includes(`index.${kind}`), `${page}: ${kind}`);
  }
});
