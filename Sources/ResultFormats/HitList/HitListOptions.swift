package import ReportSearch

/// The format and content of a hit list.
package struct HitListOptions: Hashable, Sendable {
  /// The file format of the list.
  package enum Format: String, Hashable, Sendable, CaseIterable {
    /// Comma-separated values.
    case csv
    /// Tab-separated values.
    case tsv
    /// An Excel workbook.
    case xlsx
    /// One JSON object.
    case json
    /// One JSON object on each line.
    case jsonl
    /// Text for people as Markdown.
    case markdown = "md"
    /// Text for people as an HTML page.
    case html
    /// One BibTeX record for each report.
    case bibtex = "bib"
    /// One RIS record for each report.
    case ris
    /// Comma-separated values, and a Stata script that imports them.
    case stata = "dta-do"

    /// The format that the extension of a file name selects; `nil` if it selects none.
    package init?(fileName: String) {
      let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
      switch parts.last?.lowercased() ?? "" {
      case "do": self = .stata
      case "htm": self = .html
      case let ending: self.init(rawValue: ending)
      }
    }

    /// True if the list is a table with one row for each match or paragraph.
    package var isTable: Bool {
      switch self {
      case .csv, .tsv, .xlsx, .json, .jsonl, .stata: true
      case .markdown, .html, .bibtex, .ris: false
      }
    }

    /// True if a spreadsheet may interpret cells of the list as formulas.
    package var mayHoldFormulas: Bool { self == .csv || self == .tsv || self == .stata }

    /// True if the list can be streamed to any destination, false if it must be written to a file.
    package var isText: Bool { self != .xlsx && self != .stata }
  }

  /// The unit of a row.
  package enum Row: String, Hashable, Sendable, CaseIterable {
    /// One match.
    case match
    /// One paragraph, with its number of matches.
    case paragraph
  }

  /// The encoding of text formats.
  package enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8; CSV files begin with a byte order mark.
    case utf8 = "utf-8"
    /// GB 18030, for old versions of Excel and Stata.
    case gb18030
  }

  /// The file format of the list.
  package var format = Format.csv
  /// The unit of a row.
  package var row = Row.match
  /// The number of characters on each side of a match.
  package var context = 30
  /// True to leave cells unchanged that a spreadsheet would interpret as formulas.
  package var keepsFormulas = false
  /// The encoding of the file.
  package var encoding = Encoding.utf8
  /// The maximum number of paragraphs for each query; `nil` for no limit.
  package var limit: Int?
  /// The order of the paragraphs.
  package var order = HitOrder.rank

  /// Creates the default options: CSV, one row for each match, no limit, best hits first.
  package init() {}

  /// The options as they are recorded in the provenance.
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
