import assert from 'node:assert/strict';
import test from 'node:test';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { runToEnd } from '../../../test/fixtures/server-process.js';
import { resultLines, type Report } from '../../conformance/index.js';

const conformance = (...words: string[]) => runToEnd(['conformance', ...words]);

test('what is right is said in lines, with exit code 0', async () => {
  const it = await ServerUnderTest.start();
  try {
    const room = `${await it.listen()}${it.base}`;
    const lines = await conformance(room, '--only', 'snapshot.schema', '--only', 'log.clock');
    assert.equal(lines.code, 0, lines.stderr);
    assert.match(lines.stdout, /^ok +snapshot\.schema +A snapshot is as its schema says$/m);
    assert.match(lines.stdout, /^– +log\.clock .*\n +not tried: needs a host: --token$/m);
    assert.match(lines.stdout, /^1 passed, 0 failed, 1 not tried$/m);
  } finally {
    await it.close();
  }
});

test('what is wrong ends with 1 and one thing to do, what was not asked for rightly with 2', async () => {
  const it = await ServerUnderTest.start();
  try {
    const room = `${await it.listen()}/v1/rooms/no-such-room`;
    const wrong = await conformance(room, '--only', 'snapshot.answers', '--json');
    assert.equal(wrong.code, 1);
    const { failed, results } = JSON.parse(wrong.stdout) as Report;
    assert.equal(failed, 1);
    assert.match(
      resultLines(results[0]!),
      /^FAIL snapshot\.answers .*\n +seen: status 404.*\n +why: .*\n +do: /,
    );
  } finally {
    await it.close();
  }
  const none = await conformance('spring');
  assert.equal(none.code, 2);
  assert.match(none.stderr, /spring is not the URL of a room/);
});
