import assert from 'node:assert/strict';
import test from 'node:test';
import { QunError } from '../../protocol/index.js';
import { Repeats } from './repeats.js';

const receipt = { room: 'spring', viewer: 'v1', key: 'k1', fingerprint: 'f1' };
const answer = { answer: { seq: 1 }, at: 5, replayed: false };

test('two of the same at the same time are done once', async () => {
  const repeats = new Repeats();
  let done = 0;
  let finish = (): void => {};
  const work = () =>
    new Promise<typeof answer>(resolve => {
      done += 1;
      finish = () => resolve(answer);
    });
  const both = [repeats.run(receipt, work), repeats.run(receipt, work)];
  finish();
  assert.deepEqual(await Promise.all(both), [answer, { ...answer, replayed: true }]);
  assert.equal(done, 1);
});

test('the same key with another body is refused, another viewer may use it', async () => {
  const repeats = new Repeats();
  await repeats.run(receipt, async () => answer);
  await assert.rejects(
    repeats.run({ ...receipt, fingerprint: 'f2' }, async () => answer),
    (error: QunError) => error.code === 'key-reused',
  );
  const other = await repeats.run({ ...receipt, viewer: 'v2', fingerprint: 'f2' }, async () => answer);
  assert.equal(other.replayed, false);
});

test('a refusal is not remembered', async () => {
  const repeats = new Repeats();
  await assert.rejects(repeats.run(receipt, () => Promise.reject(new QunError('comment-too-fast'))));
  assert.equal((await repeats.run(receipt, async () => answer)).replayed, false);
});
