/** Forward-only steps of the workspace's schema. Step n brings version n to n + 1; a step that was ever released is never
 *  changed again. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE round (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    date TEXT NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0,
    reference TEXT,
    rule_set TEXT,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    -- what the card shows of the last run, as JSON; NULL while nothing was checked
    standing TEXT
  ) STRICT;

  CREATE TABLE file (
    id TEXT PRIMARY KEY,
    round TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    format TEXT,
    fault TEXT,
    -- what intake said of every sheet, as JSON, without the tables
    readings TEXT NOT NULL,
    agency TEXT,
    removed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX file_of_round ON file (round, removed, name);

  -- One sheet's table as intake built it. Columns, dictionary and row numbers are blobs; corrections stand in "decision"
  -- and are made again when a round is opened.
  CREATE TABLE sheet_table (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    meta TEXT NOT NULL
  ) STRICT;
  CREATE INDEX table_of_file ON sheet_table (file, place);
  CREATE TABLE table_buffer (
    sheet_table INTEGER NOT NULL REFERENCES sheet_table (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (sheet_table, place)
  ) STRICT, WITHOUT ROWID;

  -- What people decided, in order. An undone decision stays until another takes its place.
  CREATE TABLE decision (
    entry INTEGER PRIMARY KEY AUTOINCREMENT,
    round TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    content TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX decision_of_round ON decision (round, entry);

  CREATE TABLE mapping (layout TEXT PRIMARY KEY, content TEXT NOT NULL, saved TEXT NOT NULL) STRICT;

  CREATE TABLE reference (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    records INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    doubts INTEGER NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0,
    saved TEXT NOT NULL,
    content BLOB NOT NULL
  ) STRICT;

  CREATE TABLE rule_set (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    saved TEXT NOT NULL,
    yaml TEXT NOT NULL
  ) STRICT;

  -- Findings of the last run of a round, for comparing rounds: identities (14 bytes each) and what each is about.
  CREATE TABLE finding_snapshot (
    round TEXT PRIMARY KEY REFERENCES round (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    lists TEXT NOT NULL,
    identities BLOB NOT NULL,
    columns BLOB NOT NULL
  ) STRICT;

  CREATE TABLE run_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    round TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;

  CREATE TABLE choice (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `,
  `
  -- Long work from its beginning to its end, with its finished parts: what stands here was cancelled, or cut off.
  CREATE TABLE unfinished_work (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    round TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    -- what was asked for, as JSON
    request TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE finished_part (
    work TEXT NOT NULL REFERENCES unfinished_work (id) ON DELETE CASCADE,
    part TEXT NOT NULL,
    PRIMARY KEY (work, part)
  ) STRICT, WITHOUT ROWID;
  `,
  // Findings come with agency and area, and beside them stands the readiness. What was kept before has neither; it is kept
  // anew when its round is opened.
  `
  DROP TABLE finding_snapshot;
  CREATE TABLE finding_snapshot (
    round TEXT PRIMARY KEY REFERENCES round (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    -- readiness by agency and area, as JSON; '' while nothing was checked. Before the blobs, so that it is read without them
    readiness TEXT NOT NULL,
    lists TEXT NOT NULL,
    identities BLOB NOT NULL,
    columns BLOB NOT NULL
  ) STRICT;
  `,
  `
  ALTER TABLE rule_set ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
  `,
  // Which contents files had that were put aside and are gone: a correction list may come back long after the file that it
  // was made of was sent again.
  `
  CREATE TABLE earlier_content (
    name TEXT NOT NULL,
    round TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (name, round, sha256)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX earlier_content_of_round ON earlier_content (round);
  CREATE INDEX file_of_name ON file (name);
  `,
];

/** Version that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
