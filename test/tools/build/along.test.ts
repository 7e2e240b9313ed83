import assert from 'node:assert/strict';
import test from 'node:test';
import { bringAlong } from './along.js';

test('a marked import comes along, once, and is still a promise where it is asked for', () => {
  assert.equal(
    bringAlong("a(() => import(/* along */ './a.js')); b(() => import(/* along */ './a.js'));"),
    "import * as $along0 from './a.js';a(() => Promise.resolve($along0)); b(() => Promise.resolve($along0));",
  );
  assert.equal(
    bringAlong("[import(/* along */ './a.js'), import(\n  /* along */ './b.js',\n)]"),
    "import * as $along0 from './a.js';import * as $along1 from './b.js';[Promise.resolve($along0), Promise.resolve($along1)]",
  );
});

test('others stay requests of their own', () => {
  assert.equal(bringAlong("import('./a.js'); import './b.js';"), undefined);
});
