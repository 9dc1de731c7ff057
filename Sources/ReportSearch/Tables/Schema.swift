import GRDB
import TextAnalysis

/// The tables of an index.
///
/// `report` and `paragraph` contain the original text and are readable by any SQLite tool.
/// `paragraph_fts` contains the tokens. Paragraph ids ascend, are contiguous within a report and
/// are never reused.
enum Schema {
  /// The version of the tables. Increase it with any change that an older program would misread.
  static let formatVersion = 6

  /// The file's `application_id`: the characters `dnsu`.
  static let applicationID = 0x646E_7375

  /// Keys of the `setting` table.
  enum Setting: String {
    /// ``TextAnalysis/FoldingVersion/current`` of the program that wrote the tokens.
    case foldingVersion = "folding_version"
    /// The id that the next inserted paragraph gets.
    case nextParagraph = "next_paragraph"
    /// The number of commits. Caches are invalidated when it changes.
    case generation
    /// A random number drawn at each commit. Together with ``generation`` it distinguishes a state
    /// from one that was committed to an older copy of the index. Missing until the first commit by
    /// a program that writes it.
    case state
  }

  /// Creates the tables in an empty database.
  static func create(in db: Database) throws {
    try db.execute(sql: tables)
    try db.execute(
      sql: "INSERT INTO paragraph_fts(paragraph_fts, rank) VALUES ('hashsize', ?)",
      arguments: [hashByteCount])
    try set(.foldingVersion, .text(FoldingVersion.current), in: db)
    try set(.nextParagraph, .integer(1), in: db)
    try set(.generation, .integer(0), in: db)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(formatVersion)")
  }

  /// Stores the value of a setting.
  static func set(_ name: Setting, _ value: StoredArgument, in db: any TableWriter) throws {
    try db.execute("DELETE FROM setting WHERE name = ?", [.text(name.rawValue)])
    try db.execute(
      "INSERT INTO setting(name, value) VALUES (?, ?)", [.text(name.rawValue), value])
  }

  /// Returns the value of a setting, or `nil` if it is not set.
  static func get<Value: DatabaseValueConvertible>(
    _ name: Setting, as type: Value.Type = Value.self, in db: Database
  ) throws -> Value? {
    try Value.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name.rawValue])
  }

  /// Returns an integer setting from SQLite or PostgreSQL.
  static func number(_ name: Setting, in tables: any TableReader) throws -> Int? {
    try tables.fetchOne("SELECT value FROM setting WHERE name = ?", [.text(name.rawValue)]) {
      try StoredRow($0, of: "setting")[0]
    }
  }

  /// The memory in bytes that FTS5 fills before it writes a segment. Its default of 1 MB halves the
  /// speed of a first indexing run.
  private static let hashByteCount = 160 << 20

  private static let tables = """
    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value NOT NULL
    ) WITHOUT ROWID;

    -- The content of a file, once, whatever number of files have it.
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

    -- What a file looked like when it was read: a file that still looks so is not opened. What is packed
    -- in an archive has the path of the archive and its name in it.
    CREATE TABLE source_file (
      path TEXT PRIMARY KEY,
      archive TEXT,
      source INTEGER NOT NULL REFERENCES source(id),
      byte_count INTEGER NOT NULL,
      modified_ns INTEGER NOT NULL,
      inode INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX source_file_source ON source_file(source);

    -- What somebody told about the reports of a file, as JSON: about all where the part is 0.
    CREATE TABLE metadata (
      path TEXT NOT NULL,
      part INTEGER NOT NULL,
      told TEXT NOT NULL,
      PRIMARY KEY (path, part)
    ) WITHOUT ROWID;

    -- What somebody set right by hand, likewise: it goes with the path and with the content.
    CREATE TABLE correction (
      path TEXT NOT NULL,
      part INTEGER NOT NULL,
      sha256 BLOB,
      told TEXT NOT NULL,
      PRIMARY KEY (path, part)
    ) WITHOUT ROWID;
    CREATE INDEX correction_sha256 ON correction(sha256);

    -- Lines that belong to the page and not to a report.
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

    -- Attributes of 4096 paragraphs a row, as arrays of little-endian numbers and of numbers of variable
    -- length: see ParagraphBlock.
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

    -- Texts that are compared with each other, each once, with the number of its group of copies, which
    -- is that of one of its texts.
    CREATE TABLE copy_text (
      id INTEGER PRIMARY KEY,
      copy_group INTEGER NOT NULL
    );
    CREATE INDEX copy_text_group ON copy_text(copy_group) WHERE copy_group <> id;

    -- Which text has which digest: see TextDigest.
    CREATE TABLE copy_digest (
      upper INTEGER NOT NULL,
      lower INTEGER NOT NULL,
      text INTEGER NOT NULL REFERENCES copy_text(id),
      PRIMARY KEY (upper, lower)
    ) WITHOUT ROWID;

    -- The paragraphs that have each of these texts.
    CREATE TABLE copy_paragraph (
      text INTEGER NOT NULL REFERENCES copy_text(id),
      paragraph INTEGER NOT NULL REFERENCES paragraph(id),
      PRIMARY KEY (text, paragraph)
    ) WITHOUT ROWID;

    -- Which texts may be near copies: see CopyKeyTable.
    CREATE TABLE copy_keys (
      first_key INTEGER PRIMARY KEY,
      entries BLOB NOT NULL
    );

    -- The groups of 4096 paragraphs a row: see CopyGroupTable.
    CREATE TABLE paragraph_copies (
      block INTEGER PRIMARY KEY,
      groups BLOB NOT NULL
    );

    -- Years and regions that attributes of paragraphs name by their numbers.
    CREATE TABLE attribute_value (
      id INTEGER PRIMARY KEY,
      value TEXT NOT NULL
    );
    """
}
