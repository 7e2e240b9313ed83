import assert from 'node:assert/strict';
import test from 'node:test';
import { sqliteDriver, type SqliteDatabase } from './driver.js';
import { salesTables } from './sales-layout.js';
import { SalesTable } from './sales-table.js';

async function tables(): Promise<SqliteDatabase> {
  const database = (await sqliteDriver())(':memory:');
  database.exec(`PRAGMA foreign_keys = ON; ${salesTables}`);
  database.exec("INSERT INTO sales VALUES ('spring', 'flash', 3, 2, 1, 0, 0, 0, 0, 0, 1)");
  return database;
}
const hold = (id: string, sale: string, viewer: string, state: string) =>
  `INSERT INTO holds VALUES ('spring', '${id}', '${sale}', '${viewer}', NULL, NULL, 1, 9, 1, 2, '${state}', NULL)`;

test('the tables themselves refuse figures that do not add up, and a second hold or place of one viewer', async () => {
  const database = await tables();
  const refuses = (sql: string, why: RegExp) => assert.throws(() => database.exec(sql), why);
  refuses('UPDATE sales SET left = left - 1', /CHECK/);
  refuses('UPDATE sales SET left = -1, held = 4', /CHECK/);
  refuses(hold('r1', 'none', 'v1', 'held'), /FOREIGN/);
  database.exec(hold('r1', 'flash', 'v1', 'held'));
  refuses(hold('r2', 'flash', 'v1', 'held'), /UNIQUE/);
  database.exec(hold('r2', 'flash', 'v1', 'ordered'));
  database.exec(hold('r3', 'flash', 'v1', 'ordered'));
  const wait = (ticket: number) =>
    `INSERT INTO waits VALUES ('spring', 'flash', ${ticket}, 'r${ticket}', 'v2', NULL, NULL, 1, 9, 1, NULL)`;
  database.exec(wait(1));
  refuses(wait(2), /UNIQUE/);
  database.close();
});

test('nothing that is asked in a rush looks at all that was ever kept', async () => {
  const database = await tables();
  const asked: string[] = [];
  const watched: SqliteDatabase = {
    exec: sql => database.exec(sql),
    close: () => database.close(),
    prepare(sql) {
      if (!sql.startsWith('INSERT')) asked.push(sql);
      return database.prepare(sql);
    },
  };
  new SalesTable(watched);
  const plans = asked.map(sql => {
    const nothing = (sql.match(/\?/g) ?? []).map(() => null);
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...nothing) as { detail: string }[];
    return { sql, plan: rows.map(row => row.detail).join('; ') };
  });
  assert.ok(plans.length > 10);
  for (const { sql, plan } of plans) {
    assert.doesNotMatch(plan, /SCAN/, sql);
    // By the room alone only the list of its sales, which is short.
    if (!/FROM sales/.test(sql)) assert.match(plan, /\(room=\? AND /, sql);
  }
  database.close();
});
