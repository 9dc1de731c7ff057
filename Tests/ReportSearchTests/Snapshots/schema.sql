CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value NOT NULL
) WITHOUT ROWID;
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  byte_count INTEGER NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  replaced_byte_count INTEGER NOT NULL,
  -- The reasons why text may be missing, as JSON; NULL if all text was read.
  incomplete TEXT,
  extraction_version INTEGER NOT NULL,
  -- The name of the file that it was read from, which is evidence.
  name TEXT NOT NULL,
  -- What somebody told when its reports were attributed.
  told TEXT NOT NULL,
  indexed_at TEXT NOT NULL
);
CREATE TABLE source_file (
  path TEXT PRIMARY KEY,
  archive TEXT,
  source INTEGER NOT NULL REFERENCES source(id),
  byte_count INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,
  inode INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX source_file_source ON source_file(source);
CREATE TABLE metadata (
  path TEXT NOT NULL,
  part INTEGER NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (path, part)
) WITHOUT ROWID;
CREATE TABLE correction (
  path TEXT NOT NULL,
  part INTEGER NOT NULL,
  sha256 BLOB,
  told TEXT NOT NULL,
  PRIMARY KEY (path, part)
) WITHOUT ROWID;
CREATE INDEX correction_sha256 ON correction(sha256);
CREATE TABLE removed_line (
  source INTEGER NOT NULL REFERENCES source(id),
  line_number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX removed_line_source ON removed_line(source);
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  identifier TEXT NOT NULL UNIQUE,
  source INTEGER NOT NULL REFERENCES source(id),
  part INTEGER NOT NULL,
  -- What the source itself says, as JSON, from which all else can be attributed again.
  head TEXT NOT NULL,
  title TEXT NOT NULL,
  year INTEGER,
  year_basis TEXT NOT NULL,
  year_evidence TEXT,
  -- What the text says against that year, and in which paragraph, from 1.
  conflict_year INTEGER,
  conflict_evidence TEXT,
  conflict_number INTEGER,
  doc_type TEXT NOT NULL,
  issuer TEXT,
  issuer_basis TEXT,
  region_code TEXT,
  region_name TEXT,
  region_basis TEXT NOT NULL,
  region_evidence TEXT,
  -- The codes of the divisions that it may be, separated by commas.
  region_candidates TEXT NOT NULL,
  publish_date TEXT,
  url TEXT,
  first_paragraph INTEGER NOT NULL,
  paragraph_count INTEGER NOT NULL
);
CREATE INDEX report_source ON report(source);
CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report(id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  heading INTEGER REFERENCES paragraph(id),
  line_number INTEGER NOT NULL,
  page INTEGER,
  section TEXT NOT NULL,
  years TEXT,
  -- Where the region is another than the report's.
  region_code TEXT,
  region_name TEXT,
  region_basis TEXT,
  region_conflict TEXT,
  text TEXT NOT NULL
);
CREATE VIRTUAL TABLE paragraph_fts USING fts5(
  text, content='paragraph', content_rowid='id', tokenize='duansou', columnsize=0
);
CREATE TABLE 'paragraph_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'paragraph_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE 'paragraph_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE paragraph_attributes (
  block INTEGER PRIMARY KEY,
  character_counts BLOB NOT NULL,
  reports BLOB NOT NULL,
  kinds BLOB NOT NULL,
  sections BLOB NOT NULL,
  headings BLOB NOT NULL,
  regions BLOB NOT NULL,
  sentence_ends BLOB NOT NULL,
  years BLOB NOT NULL
);
CREATE TABLE copy_text (
  id INTEGER PRIMARY KEY,
  copy_group INTEGER NOT NULL
);
CREATE INDEX copy_text_group ON copy_text(copy_group) WHERE copy_group <> id;
CREATE TABLE copy_digest (
  upper INTEGER NOT NULL,
  lower INTEGER NOT NULL,
  text INTEGER NOT NULL REFERENCES copy_text(id),
  PRIMARY KEY (upper, lower)
) WITHOUT ROWID;
CREATE TABLE copy_paragraph (
  text INTEGER NOT NULL REFERENCES copy_text(id),
  paragraph INTEGER NOT NULL REFERENCES paragraph(id),
  PRIMARY KEY (text, paragraph)
) WITHOUT ROWID;
CREATE TABLE copy_keys (
  first_key INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
);
CREATE TABLE paragraph_copies (
  block INTEGER PRIMARY KEY,
  groups BLOB NOT NULL
);
CREATE TABLE attribute_value (
  id INTEGER PRIMARY KEY,
  value TEXT NOT NULL
);
