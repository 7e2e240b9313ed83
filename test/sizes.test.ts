import assert from 'node:assert/strict';
import test from 'node:test';
import { budgets, measureAll } from './tools/sizes.js';

/** Names that a build gives its pieces pack differently, whatever the size of the file. */
const FEW_BYTES = 24;

const measured = await measureAll();

for (const [name, { max, gz }] of Object.entries(budgets())) {
  test(`${name} is at most ${max} bytes gzipped`, () => {
    const now = measured.get(name);
    assert.ok(now !== undefined, 'nothing of that name was built');
    assert.ok(now <= max, `it is ${now}, ${now - max} too many`);
  });

  test(`${name} is in the table as it is now (npm run sizes)`, () => {
    // Builds differ by a few bytes from machine to machine; a real change is more than one in a hundred.
    const now = measured.get(name) ?? 0;
    assert.ok(Math.abs(now - gz) <= Math.max(FEW_BYTES, gz / 100), `the table says ${gz}, measured ${now}`);
  });
}

test('everything that is measured has a budget', () => {
  assert.deepEqual(
    [...measured.keys()].filter(name => !(name in budgets())),
    [],
  );
});
