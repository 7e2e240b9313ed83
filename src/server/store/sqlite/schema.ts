import type { SqliteDatabase, SqlRow } from './driver.js';

/** What a file of this server says in `PRAGMA user_version`. */
export const SCHEMA_VERSION = 1;

const tables = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE rooms (
  room TEXT PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL,
  comment_count INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  room TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq >= 1), at INTEGER NOT NULL, media_at INTEGER,
  type TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (room, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
  room TEXT PRIMARY KEY, seq INTEGER NOT NULL, state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE comments (
  position INTEGER PRIMARY KEY, room TEXT NOT NULL, id TEXT NOT NULL, viewer TEXT NOT NULL, subject TEXT,
  key TEXT NOT NULL, fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0, comment TEXT NOT NULL,
  UNIQUE (room, id), UNIQUE (room, viewer, key)
) STRICT;
CREATE INDEX comments_of_room ON comments (room, position);

CREATE TABLE stock (
  room TEXT NOT NULL, coupon TEXT NOT NULL,
  total INTEGER NOT NULL, left INTEGER NOT NULL CHECK (left >= 0 AND left <= total),
  PRIMARY KEY (room, coupon)
) STRICT, WITHOUT ROWID;

-- One tree and nothing else: a claim dirties one page beside that of the stock. Codes need no index to be unique,
-- they have 80 random bits.
CREATE TABLE claims (
  room TEXT NOT NULL, viewer TEXT NOT NULL, coupon TEXT NOT NULL, subject TEXT,
  key TEXT NOT NULL, fingerprint TEXT NOT NULL,
  code TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (room, viewer, coupon),
  FOREIGN KEY (room, coupon) REFERENCES stock (room, coupon)
) STRICT, WITHOUT ROWID;

-- Of commands that are no comment and no claim: those keep their own key.
CREATE TABLE receipts (
  room TEXT NOT NULL, viewer TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (room, viewer, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_by_age ON receipts (at);

CREATE TABLE joins (
  room TEXT NOT NULL, viewer TEXT NOT NULL, since INTEGER NOT NULL, seen INTEGER NOT NULL,
  PRIMARY KEY (room, viewer)
) STRICT, WITHOUT ROWID;
`;

/** Makes the tables of a new file, or refuses one that a later version wrote. */
export function prepareSchema(database: SqliteDatabase, newEpoch: () => string): { epoch: string } {
  // FULL: an answered claim survives a power cut. Grouped, the flush is shared by up to 64 of them.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;');
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as SqlRow;
  if (version === 0) {
    database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
  } else if (version !== SCHEMA_VERSION) {
    throw new Error(`its layout is version ${version}; this server reads version ${SCHEMA_VERSION}`);
  }
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
