import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { makeShow } from '../../../../test/fixtures/show.js';
import type { QunError } from '../../../protocol/index.js';
import { claim, loadShow } from '../checked-contract.js';
import { storeContract } from '../store-contract.js';
import { sqliteDriver } from './driver.js';
import { SqliteStore } from './sqlite-store.js';

const scratch = mkdtempSync(join(tmpdir(), 'qunlive-store-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let made = 0;
const newFolder = () => join(scratch, `data-${(made += 1)}`);
const inFolder = (folder: string) => SqliteStore.open({ folder });

async function allRows(folder: string): Promise<string> {
  const database = (await sqliteDriver())(join(folder, 'rooms.sqlite'));
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.map(table =>
    database.prepare(`SELECT * FROM ${(table as { name: string }).name}`).all(),
  );
  database.close();
  return JSON.stringify(rows);
}

storeContract('SQLite in memory', () => ({ open: () => inFolder(':memory:') }));
storeContract('SQLite on disk', () => {
  const folder = newFolder();
  return {
    open: () => inFolder(folder),
    reopen: () => inFolder(folder),
    everything: () => allRows(folder),
  };
});

test('each file is a log of its own', async () => {
  const stores = await Promise.all([inFolder(':memory:'), inFolder(':memory:')]);
  const [one, other] = await Promise.all(stores.map(store => store.load('spring')));
  assert.notEqual(one!.epoch, other!.epoch);
  await Promise.all(stores.map(store => store.close()));
});

test('a second server on the same data is refused, and let in when the first has gone', async () => {
  const folder = newFolder();
  const first = await inFolder(folder);
  await assert.rejects(
    inFolder(folder),
    (error: QunError) => error.code === 'bad-config' && /another server/.test(error.message),
  );
  await first.close();
  await (await inFolder(folder)).close();
});

test('commits reach the disk, and the table itself refuses to oversell', async () => {
  const folder = newFolder();
  const store = await inFolder(folder);
  await store.append('spring', [{ type: 'show.load', data: { show: makeShow() } }], { at: 1, expectSeq: 0 });
  await store.close();
  const database = (await sqliteDriver())(join(folder, 'rooms.sqlite'));
  assert.deepEqual({ ...(database.prepare('PRAGMA journal_mode').get() as object) }, { journal_mode: 'wal' });
  assert.throws(() => database.exec("UPDATE stock SET left = -1 WHERE coupon = 'plain'"), /CHECK/);
  const claim = (coupon: string) =>
    database.exec(`INSERT INTO claims VALUES ('spring', 'v', '${coupon}', NULL, 'k', 'f', 'CODE', 1)`);
  assert.throws(() => claim('none'), /FOREIGN/);
  claim('plain');
  assert.throws(() => claim('plain'), /UNIQUE/);
  database.close();
});

test('the data is for this user alone', async () => {
  const folder = newFolder();
  await (await inFolder(folder)).close();
  assert.equal(statSync(join(folder, 'rooms.sqlite')).mode & 0o077, 0);
  assert.ok(existsSync(folder));
});

test('a file of a later version is left alone', async () => {
  const folder = newFolder();
  await (await inFolder(folder)).close();
  const database = (await sqliteDriver())(join(folder, 'rooms.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  await assert.rejects(inFolder(folder), (error: QunError) => /version 99/.test(error.message));
});

test('answers are forgotten in portions, and only the old ones', async () => {
  const store = await inFolder(':memory:');
  await store.append('spring', [{ type: 'show.load', data: { show: makeShow() } }], { at: 1, expectSeq: 0 });
  const receipt = (n: number) => ({ room: 'spring', viewer: 'h', key: `k${n}`, fingerprint: 'f' });
  for (let n = 1; n <= 1200; n += 1) {
    const notice = { type: 'room.notice' as const, data: { notice: `${n}` } };
    await store.append('spring', [notice], {
      at: n === 1200 ? 5000 : 1000,
      expectSeq: n,
      receipt: receipt(n),
    });
  }
  await store.prune(5000);
  assert.equal(await store.answered(receipt(1)), undefined);
  assert.equal(await store.answered(receipt(1199)), undefined);
  assert.equal((await store.answered(receipt(1200)))?.at, 5000);
  await store.close();
});

/** The tables as version 1 had them, where they differ from today's. */
const versionOne = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE rooms (room TEXT PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL,
  comment_count INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE TABLE log (room TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq >= 1), at INTEGER NOT NULL,
  media_at INTEGER, type TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (room, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE snapshots (room TEXT PRIMARY KEY, seq INTEGER NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE comments (position INTEGER PRIMARY KEY, room TEXT NOT NULL, id TEXT NOT NULL, viewer TEXT NOT NULL,
  subject TEXT, key TEXT NOT NULL, fingerprint TEXT NOT NULL, at INTEGER NOT NULL,
  hidden INTEGER NOT NULL DEFAULT 0, comment TEXT NOT NULL, UNIQUE (room, id), UNIQUE (room, viewer, key)) STRICT;
CREATE INDEX comments_of_room ON comments (room, position);
CREATE TABLE stock (room TEXT NOT NULL, coupon TEXT NOT NULL, total INTEGER NOT NULL,
  left INTEGER NOT NULL CHECK (left >= 0 AND left <= total), PRIMARY KEY (room, coupon)) STRICT, WITHOUT ROWID;
CREATE TABLE claims (room TEXT NOT NULL, viewer TEXT NOT NULL, coupon TEXT NOT NULL, subject TEXT,
  key TEXT NOT NULL, fingerprint TEXT NOT NULL, code TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (room, viewer, coupon), FOREIGN KEY (room, coupon) REFERENCES stock (room, coupon)) STRICT, WITHOUT ROWID;
CREATE TABLE receipts (room TEXT NOT NULL, viewer TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (room, viewer, key)) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_by_age ON receipts (at);
CREATE TABLE joins (room TEXT NOT NULL, viewer TEXT NOT NULL, since INTEGER NOT NULL, seen INTEGER NOT NULL,
  PRIMARY KEY (room, viewer)) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
`;

test('where codes are used, those that are won later are taken up with the pulses', async () => {
  const folder = newFolder();
  const store = await inFolder(folder);
  await store.append('spring', [loadShow(2)], { at: 1, expectSeq: 0 });
  const won = async (viewer: string) => {
    assert.equal((await store.claim(claim(viewer, 'k'))).answer.result, 'won');
  };
  const pulse = () => store.pulse('spring', { process: 'p', online: 0, likes: 0, after: '0', at: 3 });
  await won('v1');
  await pulse();
  assert.equal(await store.cursor('spring', '~codes'), 0);
  await store.redeem({ room: 'spring', code: 'CODE-v1-k', orderId: 'o1', at: 3 });
  await won('v2');
  while ((await store.cursor('spring', '~codes')) < 3) {
    await pulse();
    await new Promise(setImmediate);
  }
  await store.close();
});

test('a file of the first version is brought up to date, with all that is in it', async () => {
  const folder = newFolder();
  mkdirSync(folder);
  const database = (await sqliteDriver())(join(folder, 'rooms.sqlite'));
  database.exec(versionOne);
  const say = (id: string, hidden: number) =>
    database
      .prepare("INSERT INTO comments VALUES (NULL, 'spring', ?, 'v1', NULL, ?, 'f', 5, ?, ?)")
      .run(id, id, hidden, JSON.stringify({ id, from: { id: 'v1', role: 'viewer' }, text: id, at: 5 }));
  database.exec("INSERT INTO meta VALUES ('epoch', 'old'); INSERT INTO rooms VALUES ('spring', 0, 7, 3)");
  database.exec(`INSERT INTO stock VALUES ('spring', 'plain', 5, 2);
    INSERT INTO claims VALUES ('spring', 'v1', 'plain', NULL, 'k', 'f', 'CODE-1', 8);
    INSERT INTO claims VALUES ('spring', 'v2', 'plain', 'person', 'k', 'f', 'CODE-2', 6);
    INSERT INTO claims VALUES ('spring', 'v3', 'plain', NULL, 'k', 'f', 'CODE-3', 7)`);
  for (const [id, hidden] of [
    ['c1', 0],
    ['c2', 1],
    ['c3', 0],
  ] as const)
    say(id, hidden);
  database.close();

  const store = await inFolder(folder);
  const { epoch, comments, commentCount, cursor } = await store.load('spring');
  assert.deepEqual([epoch, commentCount, comments.map(one => one.id)], ['old', 3, ['c1', 'c3']]);
  assert.equal((await store.commentOf('spring', 'c2'))?.standing, 'hidden');
  const receipt = { room: 'spring', viewer: 'v1', key: 'c2', fingerprint: 'f' };
  assert.equal((await store.answered(receipt))?.at, 5);
  const fresh = { ...comments[0]!, id: 'c4' };
  await store.comment(fresh, { receipt: { ...receipt, key: 'c4' } });
  const pulse = await store.pulse('spring', { process: 'p', online: 0, likes: 0, after: cursor, at: 0 });
  assert.deepEqual([pulse.comments.map(one => one.id), pulse.commentCount], [['c4'], 4]);
  // The books hear of what was claimed before there were any, and the codes are good.
  const told = await store.ledger('spring', 0, 9);
  assert.deepEqual(
    told.map(({ n, at, data }) => [n, at, data.code]),
    [
      [1, 6, 'CODE-2'],
      [2, 7, 'CODE-3'],
      [3, 8, 'CODE-1'],
    ],
  );
  assert.deepEqual(told[0]!.data, { couponId: 'plain', code: 'CODE-2', viewer: 'v2', subject: 'person' });
  assert.equal('subject' in told[1]!.data, false);
  const used = await store.redeem({ room: 'spring', code: 'CODE-1', orderId: 'o1', at: 9 });
  assert.deepEqual([used.result, used.viewer, used.subject], ['redeemed', 'v1', undefined]);
  await store.close();
  await (await inFolder(folder)).close();
});
