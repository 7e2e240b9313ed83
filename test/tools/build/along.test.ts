import assert from 'node:assert/strict';
import test from 'node:test';
import { bringAlong } from './along.js';

test('what is marked comes along', () => {
  assert.equal(
    bringAlong("new Part(async () => (await import(/* along */ './a.js')).Able);"),
    "import { Able as $along0 } from './a.js';new Part(async () => $along0);",
  );
  assert.equal(
    bringAlong("[(await import(/* along */ './a.js')).a, (await import(\n  /* along */ './b.js',\n)).b]"),
    "import { a as $along0 } from './a.js';import { b as $along1 } from './b.js';[$along0, $along1]",
  );
});

test('others stay requests of their own', () => {
  assert.equal(bringAlong("import('./a.js'); import './b.js';"), undefined);
});

test('a mark that cannot be followed stops the build', () => {
  assert.throws(() => bringAlong("import(/* along */ './a.js').then(run)"), /cannot be followed/);
});
