import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Part } from './part.js';

/** Fails as often as it is told to, then succeeds. Tells how often it was asked. */
function shaky(failures: number) {
  const seen = { asked: 0 };
  const fetch = async () => {
    seen.asked += 1;
    if (seen.asked <= failures) throw new Error('no network');
    return 'the part';
  };
  return { seen, fetch };
}

mock.method(console, 'warn', () => {});

test('a part is fetched once, by the first who asks', async () => {
  const { seen, fetch } = shaky(0);
  const part = new Part(fetch);
  assert.equal(part.here, undefined);
  assert.equal(seen.asked, 0);
  assert.deepEqual(await Promise.all([part.come(), part.come()]), ['the part', 'the part']);
  assert.equal(part.here, 'the part');
  await part.tried();
  assert.equal(seen.asked, 1);
});

test('one that did not arrive is asked for again until it does', async () => {
  const { seen, fetch } = shaky(3);
  const part = new Part(fetch, { minMs: 1, maxMs: 2 });
  assert.equal(await part.come(), 'the part');
  assert.equal(seen.asked, 4);
  assert.equal(part.failed, false);
});

test('whoever cannot wait learns that the first try has failed', async () => {
  const { fetch } = shaky(1);
  const part = new Part(fetch, { minMs: 1, maxMs: 2 });
  await part.tried();
  assert.equal(part.here, undefined);
  assert.equal(part.failed, true);
  await part.come();
  assert.equal(part.here, 'the part');
  assert.equal(part.failed, false);
});

test('asked for again it is fetched at once', async () => {
  const { seen, fetch } = shaky(1);
  const part = new Part(fetch, { minMs: 3_600_000, maxMs: 3_600_000 });
  await part.tried();
  // The pause begins when the failure has been told of.
  await new Promise(resolve => setImmediate(resolve));
  assert.equal(await part.come(), 'the part');
  assert.equal(seen.asked, 2);
});

test('one that was brought is not fetched', async () => {
  const { seen, fetch } = shaky(0);
  const part = new Part(fetch);
  part.bring('another');
  assert.equal(await part.come(), 'another');
  await part.tried();
  assert.equal(seen.asked, 0);
});

test('one that is brought while it is asked for in vain ends the asking', async () => {
  const { seen, fetch } = shaky(1);
  const part = new Part(fetch, { minMs: 1, maxMs: 2 });
  const coming = part.come();
  await part.tried();
  part.bring('another');
  assert.equal(await coming, 'another');
  assert.equal(seen.asked, 1);
});

test('one that takes too long keeps nobody waiting who can do without', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let give!: (part: string) => void;
    const part = new Part(() => new Promise<string>(resolve => (give = resolve)));
    let tried = false;
    const trying = part.tried().then(() => (tried = true));
    mock.timers.tick(3999);
    await new Promise(resolve => setImmediate(resolve));
    assert.equal(tried, false);
    mock.timers.tick(1);
    await trying;
    assert.deepEqual([part.here, part.failed], [undefined, true]);
    give('the part');
    assert.equal(await part.come(), 'the part');
    assert.deepEqual([part.here, part.failed], ['the part', false]);
  } finally {
    mock.timers.reset();
  }
});
