import { referralTables } from './referral-layout.js';
import { salesTables } from './sales-layout.js';

/** What a file of this server says in `PRAGMA user_version`. */
export const LAYOUT = 5;

const addedByTalk = `
-- Files whose bytes are decided by whoever makes them first.
CREATE TABLE kept (
  room TEXT NOT NULL, path TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (room, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE counts (
  room TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (room, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE counted (
  room TEXT NOT NULL, name TEXT NOT NULL, viewer TEXT NOT NULL, PRIMARY KEY (room, name, viewer)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX comments_in_place ON comments (room, place);
CREATE INDEX comments_standing ON comments (room, standing, place);
`;

const addedByTrade = `
-- What the merchant's books hear, in order.
CREATE TABLE ledger (
  room TEXT NOT NULL, n INTEGER NOT NULL CHECK (n >= 1), at INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (room, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE cursors (
  room TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (room, name)
) STRICT, WITHOUT ROWID;

-- Whose a code is. Taken from the ledger when somebody asks: an index beside the claims would dirty a page for each.
CREATE TABLE codes (
  room TEXT NOT NULL, code TEXT NOT NULL, coupon TEXT NOT NULL, viewer TEXT NOT NULL, subject TEXT,
  at INTEGER NOT NULL, order_id TEXT, used_at INTEGER,
  PRIMARY KEY (room, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  room TEXT NOT NULL, coupon TEXT NOT NULL, viewer TEXT NOT NULL, subject TEXT, PRIMARY KEY (room, coupon, viewer)
) STRICT, WITHOUT ROWID;
CREATE TABLE drawn (
  room TEXT NOT NULL, coupon TEXT NOT NULL, PRIMARY KEY (room, coupon)
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
  room TEXT NOT NULL, id TEXT NOT NULL, subject TEXT, at INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (room, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_of_subject ON orders (room, subject) WHERE subject IS NOT NULL;
`;

const addedByErasure = `
-- How much of a thing was had by whom nothing else names any more.
CREATE TABLE spent (
  room TEXT NOT NULL, mark TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (room, mark)
) STRICT, WITHOUT ROWID;
`;

/** A new file. */
export const tables = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE rooms (
  room TEXT PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL,
  comment_count INTEGER NOT NULL DEFAULT 0,
  likes INTEGER NOT NULL DEFAULT 0, sealed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  room TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq >= 1), at INTEGER NOT NULL, media_at INTEGER,
  type TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (room, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
  room TEXT PRIMARY KEY, seq INTEGER NOT NULL, state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A comment has its place within its room from the moment it comes, and a new one when it is shown for the first time
-- after it was not. The first answer said that it was held, or did not.
CREATE TABLE comments (
  position INTEGER PRIMARY KEY, room TEXT NOT NULL, id TEXT NOT NULL, viewer TEXT NOT NULL, subject TEXT,
  key TEXT NOT NULL, fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL, comment TEXT NOT NULL,
  standing TEXT NOT NULL DEFAULT 'shown', place INTEGER NOT NULL DEFAULT 0,
  told INTEGER NOT NULL DEFAULT 1, held INTEGER NOT NULL DEFAULT 0,
  UNIQUE (room, id), UNIQUE (room, viewer, key)
) STRICT;

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
${addedByTalk}${addedByTrade}${salesTables}${referralTables}${addedByErasure}`;

/** What makes version 2 of version 1, and so on. */
export const moves: readonly string[] = [
  `
ALTER TABLE rooms ADD COLUMN likes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN standing TEXT NOT NULL DEFAULT 'shown';
ALTER TABLE comments ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
ALTER TABLE comments ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
UPDATE comments SET place = position, standing = CASE hidden WHEN 1 THEN 'hidden' ELSE 'shown' END;
DROP INDEX comments_of_room;
ALTER TABLE comments DROP COLUMN hidden;
${addedByTalk}`,
  `${addedByTrade}${salesTables}
INSERT INTO ledger (room, n, at, type, data)
  SELECT room, row_number() OVER (PARTITION BY room ORDER BY at, coupon, viewer), at, 'claim.won',
    json_patch('{}', json_object('couponId', coupon, 'code', code, 'viewer', viewer, 'subject', subject))
  FROM claims;`,
  referralTables,
  addedByErasure,
];
