import assert from 'node:assert/strict';
import test from 'node:test';
import { QunError } from '../../protocol/index.js';
import { GroupCommit, type Transactions } from './group-commit.js';

/** A database that only writes down what it is asked. */
function recorder(fail: Partial<Record<keyof Transactions, Error>> = {}) {
  const asked: string[] = [];
  const note = (name: keyof Transactions) => () => {
    asked.push(name);
    if (fail[name]) throw fail[name];
  };
  const database: Transactions = {
    begin: note('begin'),
    savepoint: note('savepoint'),
    release: note('release'),
    rollbackToSavepoint: note('rollbackToSavepoint'),
    commit: note('commit'),
    rollback: note('rollback'),
  };
  return { asked, database };
}

test('what comes in one turn is one transaction, answered after the commit', async () => {
  const { asked, database } = recorder();
  const commit = new GroupCommit(database, () => asked.push('told'));
  const answers = await Promise.all([1, 2, 3].map(n => commit.run(() => n)));
  assert.deepEqual(answers, [1, 2, 3]);
  assert.deepEqual(
    asked.filter(word => !['savepoint', 'release'].includes(word)),
    ['begin', 'commit', 'told'],
  );
});

test('no transaction is larger than the batch', async () => {
  const { asked, database } = recorder();
  const commit = new GroupCommit(database, () => {}, { maxBatch: 2 });
  await Promise.all([1, 2, 3, 4, 5].map(n => commit.run(() => n)));
  assert.equal(asked.filter(word => word === 'commit').length, 3);
});

test('a commit that fails fails all of its works, and the next goes on', async () => {
  const disk = new Error('disk is full');
  const fail: Partial<Record<keyof Transactions, Error>> = { commit: disk };
  const { asked, database } = recorder(fail);
  const commit = new GroupCommit(database, () => asked.push('told'));
  const results = await Promise.allSettled([1, 2].map(n => commit.run(() => n)));
  for (const result of results) {
    assert.ok(result.status === 'rejected' && (result.reason as QunError).code === 'internal');
  }
  assert.ok(asked.includes('rollback') && !asked.includes('told'));
  delete fail.commit;
  assert.equal(await commit.run(() => 7), 7);
});

test('more than can be written is refused at once', async () => {
  const { database } = recorder();
  const commit = new GroupCommit(database, () => {}, { maxQueue: 1 });
  const first = commit.run(() => 1);
  await assert.rejects(
    commit.run(() => 2),
    (error: QunError) => error.code === 'overloaded' && error.retryAfterMs === 1000,
  );
  assert.equal(await first, 1);
});

test('turns that each bring more are one transaction; the first that brings nothing ends it', async () => {
  const { asked, database } = recorder();
  const commit = new GroupCommit(database, () => {});
  const answers: Promise<number>[] = [];
  await new Promise<void>(done => {
    const bring = (n: number) => {
      answers.push(commit.run(() => n));
      if (n < 4) setImmediate(() => bring(n + 1));
      else done();
    };
    bring(1);
  });
  assert.deepEqual(await Promise.all(answers), [1, 2, 3, 4]);
  assert.equal(asked.filter(word => word === 'commit').length, 1);
});

test('a work that is wholly done or not has no savepoint: its refusal is its own, its fault is all of theirs', async () => {
  const { asked, database } = recorder();
  const commit = new GroupCommit(database, () => {});
  const wholly = { wholly: true };
  const refuse = () => {
    throw new QunError('key-reused');
  };
  const [one, other] = await Promise.allSettled([commit.run(() => 1, wholly), commit.run(refuse, wholly)]);
  assert.deepEqual(one, { status: 'fulfilled', value: 1 });
  assert.equal((other as PromiseRejectedResult & { reason: QunError }).reason.code, 'key-reused');
  assert.deepEqual(asked, ['begin', 'commit']);
  const fault = () => {
    throw new Error('no such table');
  };
  const both = await Promise.allSettled([commit.run(() => 1, wholly), commit.run(fault, wholly)]);
  for (const result of both) {
    assert.ok(result.status === 'rejected' && (result.reason as QunError).code === 'internal');
  }
  assert.equal(asked.at(-1), 'rollback');
});
