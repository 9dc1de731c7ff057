/// The columns and key of an index table, from which another storage creates the same table.
package struct StoredTable: Hashable, Sendable {
  /// The kind of values in a column.
  package enum Kind: Hashable, Sendable {
    /// Integers.
    case integer
    /// Text that this program writes, without U+0000.
    case text
    /// Text of reports, which may contain U+0000.
    case document
    /// Bytes.
    case bytes
    /// A mixture of text and integers.
    case any
    /// The characters and bigrams of a text. Only servers store them.
    case grams
  }

  /// A column.
  package struct Column: Hashable, Sendable {
    package let name: String
    package let kind: Kind

    package init(name: String, kind: Kind) {
      (self.name, self.kind) = (name, kind)
    }

    /// An SQL expression that yields the value without losing bytes.
    fileprivate var expression: String {
      switch kind {
      case .integer, .bytes, .grams: name
      case .text, .document: "CAST(\(name) AS BLOB)"
      case .any: "CAST(CAST(\(name) AS TEXT) AS BLOB)"
      }
    }
  }

  package let name: String
  /// The columns. Those of a table without a primary key begin with `rowid`.
  package let columns: [Column]
  package let primaryKey: [String]

  package init(name: String, columns: [Column], primaryKey: [String]) {
    (self.name, self.columns, self.primaryKey) = (name, columns, primaryKey)
  }

  /// A statement that selects all rows.
  package var selection: String {
    "SELECT \(columns.map(\.expression).joined(separator: ", ")) FROM \(name)"
  }

  /// Returns the tables of a file, except for those of FTS5, which can be rebuilt from the others.
  package static func all(in file: any TableReader) throws -> [StoredTable] {
    let names = try file.fetchAll(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
        AND name NOT LIKE 'paragraph_fts%' ORDER BY name
      """
    ) { try StoredRow($0, of: "sqlite_schema")[0] as String }
    return try names.map { name in
      var columns: [Column] = []
      var key: [(place: Int, name: String)] = []
      try file.fetchEach("SELECT name, type, pk FROM pragma_table_info('\(name)')", []) { row in
        let row = StoredRow(row, of: "pragma_table_info")
        let (column, place): (String, Int) = (try row[0], try row[2])
        columns.append(Column(name: column, kind: kind(of: try row[1], named: column, in: name)))
        if place > 0 { key.append((place, column)) }
      }
      if key.isEmpty {
        columns.insert(Column(name: "rowid", kind: .integer), at: 0)
        key = [(1, "rowid")]
      }
      return StoredTable(
        name: name, columns: columns,
        primaryKey: key.sorted { $0.place < $1.place }.map(\.name))
    }
  }

  /// Returns the statements that create the indexes of the tables.
  package static func indexes(in file: any TableReader) throws -> [String] {
    try file.fetchAll(
      "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    ) { try StoredRow($0, of: "sqlite_schema")[0] }
  }

  private static func kind(of type: String, named column: String, in table: String) -> Kind {
    switch type {
    case "INTEGER": .integer
    case "BLOB": .bytes
    case "TEXT": documentColumns.contains("\(table).\(column)") ? .document : .text
    default: .any
    }
  }

  private static let documentColumns: Set = [
    "attribute_value.value", "paragraph.region_name", "paragraph.text", "paragraph.years",
    "removed_line.text", "report.conflict_evidence", "report.issuer", "report.region_evidence",
    "report.region_name", "report.title", "report.url", "report.year_evidence",
  ]
}

/// The version of the tables that this program reads and writes.
package enum IndexFormat {
  package static let version = Schema.formatVersion
}
