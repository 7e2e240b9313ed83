import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { makeShow } from '../../../../test/fixtures/show.js';
import type { QunError } from '../../../protocol/index.js';
import { storeContract } from '../store-contract.js';
import { sqliteDriver } from './driver.js';
import { SqliteStore } from './sqlite-store.js';

const scratch = mkdtempSync(join(tmpdir(), 'qunlive-store-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let made = 0;
const newFolder = () => join(scratch, `data-${(made += 1)}`);
const inFolder = (folder: string) => SqliteStore.open({ folder });

storeContract('SQLite in memory', () => ({ open: () => inFolder(':memory:') }));
storeContract('SQLite on disk', () => {
  const folder = newFolder();
  return { open: () => inFolder(folder), reopen: () => inFolder(folder) };
});

test('each file is a log of its own', async () => {
  const stores = await Promise.all([inFolder(':memory:'), inFolder(':memory:')]);
  assert.notEqual(stores[0].epoch, stores[1].epoch);
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
