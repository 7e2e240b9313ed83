/** What the chain of shares needs. */
export const referralTables = `
-- Who passed the room on, who came by it, and what was opened for it, in the order it came. Whose it is stands in a column and
-- nowhere else, so that another name can be put in its place.
CREATE TABLE referrals (
  room TEXT NOT NULL, n INTEGER NOT NULL CHECK (n >= 1), kind TEXT NOT NULL, viewer TEXT NOT NULL, link TEXT,
  at INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (room, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX referrals_of_viewer ON referrals (room, viewer, kind, n);
-- One row of a share is first; later ones tell the name it is shown with.
CREATE TABLE shares (
  room TEXT NOT NULL, id TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (room, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE editions (room TEXT PRIMARY KEY, edition INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What is noted of a viewer.
CREATE TABLE marks (
  room TEXT NOT NULL, viewer TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (room, viewer, name)
) STRICT, WITHOUT ROWID;
`;
