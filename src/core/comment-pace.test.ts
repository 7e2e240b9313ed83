import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommentPace, type ShownLine } from './comment-pace.js';

const line = (id: string, more: Partial<ShownLine> = {}): ShownLine => ({
  id,
  text: `words of ${id}`,
  at: 1,
  from: { id: `v-${id}`, role: 'viewer' },
  ...more,
});
/** Lines `from`, `from + 1` … up to and without `to`. */
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => line(String(from + index)));
const ids = (pace: CommentPace) => pace.lines.map(one => one.id);

test('shows what is there at the beginning at once, the newest 80 of it', () => {
  const pace = new CommentPace();
  assert.equal(pace.take(lines(0, 120)), 0);
  assert.equal(pace.lines.length, 80);
  assert.equal(ids(pace)[79], '119');
  assert.equal(pace.skipped, 0);
});

test('lets a burst in a few lines at a time, in order', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 5));
  assert.equal(pace.take(lines(0, 12)), 7);
  assert.equal(pace.lines.length, 5);
  const seen: number[] = [];
  while (pace.waiting > 0) {
    pace.step();
    seen.push(pace.lines.length);
  }
  assert.deepEqual(seen, [8, 10, 12]);
  assert.deepEqual(
    ids(pace),
    lines(0, 12).map(one => one.id),
  );
});

test('keeps the newest of a flood, and counts what it leaves out', () => {
  const pace = new CommentPace();
  let all = lines(0, 10);
  pace.take(all);
  for (let turn = 1; turn <= 100; turn += 1) {
    all = [...all, ...lines(turn * 150, turn * 150 + 150)].slice(-200);
    pace.take(all, []);
    pace.step();
    assert.ok(pace.lines.length <= 80);
  }
  while (pace.waiting > 0) pace.step();
  assert.equal(ids(pace)[79], '15149');
  // 8 at each of 100 steps and the 22 that waited at the end were shown; the rest of 15,000 was not.
  assert.equal(pace.skipped, 15_000 - 100 * 8 - 22);
});

test('takes rarer and larger steps while more come than are let in', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 5));
  pace.take(lines(0, 17));
  pace.step();
  assert.deepEqual([pace.crowded, pace.waiting], [false, 8]);
  pace.take(lines(0, 117));
  pace.step();
  assert.deepEqual([pace.crowded, pace.waiting], [true, 22]);
  pace.step();
  assert.equal(pace.crowded, false, 'nothing more has come');
});

test('brings the end of a flood within half a second of its last batch', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 10));
  for (let turn = 0; turn < 10; turn += 1) {
    pace.take(lines(turn * 100, turn * 100 + 200), []);
    pace.step();
  }
  let steps = 0;
  for (; pace.waiting > 0; steps += 1) {
    pace.take(lines(900, 1100), []);
    pace.step();
  }
  // One every 160 ms.
  assert.ok(steps <= 3, `${steps} steps`);
  assert.equal(ids(pace)[79], '1099');
});

test('keeps up with what a server brings, in even steps', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 5));
  const entered: number[] = [];
  // Ten every half second, which is three steps.
  for (let step = 0; step < 30; step += 1) {
    pace.take(lines(0, 5 + 10 * (1 + Math.floor(step / 3))));
    const before = pace.waiting;
    pace.step();
    entered.push(before - pace.waiting);
  }
  assert.equal(pace.skipped, 0);
  assert.equal(pace.waiting, 0);
  assert.deepEqual(entered.slice(0, 6), [4, 3, 3, 4, 3, 3]);
});

test('shows the newest of a list that has outgrown what it looks at', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 10));
  assert.equal(pace.take(lines(0, 5010)), 5000);
  assert.deepEqual(
    ids(pace),
    lines(4930, 5010).map(one => one.id),
  );
  assert.equal(pace.skipped, 4920);
});

test('drops what was taken down, shown or waiting', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 3));
  pace.take(lines(0, 6));
  pace.take(lines(0, 6).filter(one => one.id !== '1' && one.id !== '4'));
  pace.flush();
  assert.deepEqual(ids(pace), ['0', '2', '3', '5']);
  pace.take([]);
  assert.deepEqual(ids(pace), []);
});

test('while read back, keeps what a room forgot but not what was taken down', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 5), []);
  assert.equal(pace.take(lines(300, 500), ['3'], true), 200);
  assert.deepEqual(ids(pace), ['0', '1', '2', '4']);
  assert.equal(pace.waiting, 80);
  pace.flush();
  assert.deepEqual(
    ids(pace),
    lines(420, 500).map(one => one.id),
  );
});

test('shows own words at once and last, until they are sent; then they keep their place', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 2));
  const mine = line('key', { own: true, status: 'sending' });
  assert.equal(pace.take([...lines(0, 2), mine]), 0);
  assert.deepEqual(ids(pace), ['0', '1', 'key']);

  pace.take([...lines(0, 2), mine, line('2'), line('3')]);
  pace.step();
  assert.deepEqual(ids(pace), ['0', '1', '2', 'key'], 'later words of others come above');

  const sent = line('42', { own: true, status: 'sent', key: 'key' });
  pace.take([...lines(0, 2), sent, line('2'), line('3')]);
  pace.flush();
  assert.deepEqual(ids(pace), ['0', '1', '2', '42', '3'], 'in sight, where it stood');
});

test('keeps failed words through any flood', () => {
  const pace = new CommentPace();
  const mine = line('key', { own: true, status: 'failed', code: 'network' });
  pace.take([...lines(0, 2), mine]);
  pace.take([mine, ...lines(1000, 1199)]);
  assert.equal(ids(pace)[80], 'key');
});

test('puts history that a page adds later on top', () => {
  const pace = new CommentPace();
  pace.take(lines(10, 12));
  assert.equal(pace.take(lines(8, 12)), 0);
  assert.deepEqual(ids(pace), ['8', '9', '10', '11']);
});

test('leaves old lines behind when it gets another list', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 5));
  pace.take(lines(50, 53));
  assert.deepEqual(ids(pace), ['50', '51', '52']);
});

test('follows a line that changes', () => {
  const pace = new CommentPace();
  pace.take([line('a')]);
  pace.take([line('a', { text: '***' })]);
  assert.equal(pace.lines[0]!.text, '***');
});

test('names those that come in one by one, and nobody in a crowd', () => {
  const pace = new CommentPace();
  pace.take(lines(0, 5));
  assert.deepEqual(pace.entering, []);
  pace.take(lines(0, 6));
  pace.step();
  assert.deepEqual(pace.entering, ['5']);
  pace.take(lines(0, 30));
  pace.step();
  assert.deepEqual(pace.entering, []);
});
