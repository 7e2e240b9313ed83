import type { SqliteDatabase, SqlRow } from './driver.js';

import { LAYOUT, moves, tables } from './layout.js';

/** Makes the tables of a new file, brings those of an older one up to date, or refuses one of a later version. */
export function prepareSchema(database: SqliteDatabase, newEpoch: () => string): { epoch: string } {
  // FULL: an answered claim survives a power cut. Grouped, the flush is shared by up to 64 of them.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  // Claims dirty pages all over: 16 MB of log before they are put in place, so that most are put there once for many.
  database.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16384;');
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;');
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as SqlRow;
  if (Number(version) > LAYOUT) {
    throw new Error(`its layout is version ${version}; this server reads version ${LAYOUT} and older`);
  }
  const steps = version === 0 ? tables : moves.slice(Number(version) - 1).join('\n');
  if (steps !== '') database.exec(`BEGIN IMMEDIATE; ${steps} PRAGMA user_version = ${LAYOUT}; COMMIT;`);
  database.prepare("INSERT OR IGNORE INTO meta (name, value) VALUES ('epoch', ?)").run(newEpoch());
  const { value } = database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get() as SqlRow;
  return { epoch: String(value) };
}

/** SQLite below this lacks STRICT tables. */
const OLDEST = [3, 37, 0];
/** Below this the WAL can be reset wrongly when two connections check-point at once; we only ever open one. */
const WANTED = [3, 51, 3];

/** Undefined where all is well; throws where this SQLite cannot do. */
export function checkVersion(database: SqliteDatabase): string | undefined {
  const { version } = database.prepare('SELECT sqlite_version() AS version').get() as SqlRow;
  const parts = String(version).split('.').map(Number);
  const below = (limit: number[]) => {
    const at = limit.findIndex((part, i) => (parts[i] ?? 0) !== part);
    return at >= 0 && (parts[at] ?? 0) < limit[at]!;
  };
  if (below(OLDEST)) throw new Error(`SQLite ${version} is too old: ${OLDEST.join('.')} or later is needed`);
  return below(WANTED) ? `SQLite ${version}: ${WANTED.join('.')} or later is better` : undefined;
}
