/** What flash sales need. */
export const salesTables = `
CREATE TABLE sales (
  room TEXT NOT NULL, id TEXT NOT NULL,
  total INTEGER NOT NULL, left INTEGER NOT NULL CHECK (left >= 0), held INTEGER NOT NULL CHECK (held >= 0),
  sold INTEGER NOT NULL CHECK (sold >= 0), waiting INTEGER NOT NULL CHECK (waiting >= 0),
  served INTEGER NOT NULL, tickets INTEGER NOT NULL, gone INTEGER NOT NULL, listed INTEGER NOT NULL,
  PRIMARY KEY (room, id), CHECK (total = left + held + sold)
) STRICT, WITHOUT ROWID;

CREATE TABLE holds (
  room TEXT NOT NULL, id TEXT NOT NULL, sale TEXT NOT NULL, viewer TEXT NOT NULL, subject TEXT, variant TEXT,
  quantity INTEGER NOT NULL CHECK (quantity >= 1), per_viewer INTEGER NOT NULL,
  at INTEGER NOT NULL, until INTEGER NOT NULL, state TEXT NOT NULL, order_id TEXT,
  PRIMARY KEY (room, id), FOREIGN KEY (room, sale) REFERENCES sales (room, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX holds_running ON holds (room, until, id) WHERE state = 'held';
CREATE UNIQUE INDEX holds_one ON holds (room, sale, viewer) WHERE state = 'held';
CREATE INDEX holds_ordered ON holds (room, sale, viewer) WHERE state = 'ordered';

CREATE TABLE waits (
  room TEXT NOT NULL, sale TEXT NOT NULL, ticket INTEGER NOT NULL, id TEXT NOT NULL,
  viewer TEXT NOT NULL, subject TEXT, variant TEXT, quantity INTEGER NOT NULL, per_viewer INTEGER NOT NULL,
  hold_ms INTEGER NOT NULL, closes_at INTEGER,
  PRIMARY KEY (room, sale, ticket), FOREIGN KEY (room, sale) REFERENCES sales (room, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX waits_one ON waits (room, sale, viewer);

-- Orders that are off, for a reservation: what they say later is late.
CREATE TABLE called_off (
  room TEXT NOT NULL, hold TEXT NOT NULL, order_id TEXT NOT NULL, PRIMARY KEY (room, hold, order_id)
) STRICT, WITHOUT ROWID;
`;
