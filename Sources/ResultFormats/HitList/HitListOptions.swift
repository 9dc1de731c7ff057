package import ReportSearch

/// What a hit list is to be like.
package struct HitListOptions: Hashable, Sendable {
  /// How the list is written.
  package enum Format: String, Hashable, Sendable, CaseIterable {
    /// Comma-separated values.
    case csv
    /// Tab-separated values.
    case tsv
    /// A workbook of Excel.
    case xlsx
    /// One JSON object.
    case json
    /// One JSON object a line.
    case jsonl
    /// Text for people, in Markdown.
    case markdown = "md"
    /// Text for people, as a page.
    case html
    /// A BibTeX record a report.
    case bibtex = "bib"
    /// A RIS record a report.
    case ris
    /// Comma-separated values, and a script by which Stata reads them.
    case stata = "dta-do"

    /// The format that a file name asks for, or `nil` if it asks for none.
    package init?(fileName: String) {
      let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
      switch parts.last?.lowercased() ?? "" {
      case "do": self = .stata
      case "htm": self = .html
      case let ending: self.init(rawValue: ending)
      }
    }

    /// Whether the list is a table with a row for each match or paragraph.
    package var isTable: Bool {
      switch self {
      case .csv, .tsv, .xlsx, .json, .jsonl, .stata: true
      case .markdown, .html, .bibtex, .ris: false
      }
    }

    /// Whether the list consists of cells whose beginnings a spreadsheet may run.
    package var mayHoldFormulas: Bool { self == .csv || self == .tsv || self == .stata }

    /// Whether the list can be written piece by piece to any place, and not to a file only.
    package var isText: Bool { self != .xlsx && self != .stata }
  }

  /// What a row is about.
  package enum Row: String, Hashable, Sendable, CaseIterable {
    /// One match.
    case match
    /// One paragraph, with the number of its matches.
    case paragraph
  }

  /// The encoding of tables without types.
  package enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, in CSV files with a byte order mark.
    case utf8 = "utf-8"
    /// GB 18030, for old versions of Excel and Stata.
    case gb18030
  }

  /// How the list is written.
  package var format = Format.csv
  /// What a row is about.
  package var row = Row.match
  /// The number of characters on both sides of a match.
  package var context = 30
  /// Whether cells that a spreadsheet would run as formulas stay as they are.
  package var keepsFormulas = false
  /// The encoding of the file.
  package var encoding = Encoding.utf8
  /// The number of paragraphs of each query at most; `nil` for all.
  package var limit: Int?
  /// The order of the paragraphs.
  package var order = HitOrder.rank

  /// The usual: CSV, a row a match, nothing cut, best first.
  package init() {}

  /// The options as provenance tells them.
  package var record: Record {
    Record([
      ("format", .text(format.rawValue)),
      ("per", format.isTable ? .text(row.rawValue) : .null),
      ("context", format.isTable && row == .match ? .integer(context) : .null),
      ("encoding", .text(encoding.rawValue)),
      ("limit", .integer(limit)),
      ("sort", .text(order.rawValue)),
      (
        "formulas",
        format.mayHoldFormulas ? .text(keepsFormulas ? "kept" : "apostrophe in front") : .null
      ),
    ])
  }
}
