package import ReportSearch

extension HitList {
  /// A query as the user typed it, and as it was read.
  package struct TypedQuery: Sendable {
    /// What tables call the query: the name that the user gave it, else its text.
    package let name: String
    /// The query as the user typed it.
    package let text: String
    /// The query as it was read.
    package let query: Query

    /// Reads a query.
    ///
    /// - Parameter name: What tables call it; `nil` for its text.
    /// - Throws: A `QueryParserError`.
    package init(
      _ text: String, name: String? = nil, parser: QueryParser = QueryParser()
    ) throws(QueryParserError) {
      self.name = name ?? text
      self.text = text
      query = try parser.parse(text)
    }

    /// Takes a query that was read elsewhere: leniently, or with filters that were chosen beside it.
    package init(_ text: String, readAs query: Query) {
      name = text
      self.text = text
      self.query = query
    }

    /// Reads a batch of queries, one a line: a query, or a name, a TAB and a query. Lines that begin with
    /// `#` are comments; blank ones do not count.
    ///
    /// - Throws: A ``QueryFileError`` with the line that is wrong.
    package static func queries(
      of table: String, parser: QueryParser = QueryParser()
    ) throws(QueryFileError) -> [TypedQuery] {
      var queries: [TypedQuery] = []
      var lines: [String: Int] = [:]
      let table = table.hasPrefix("\u{FEFF}") ? table.dropFirst() : table[...]
      let all = table.split(omittingEmptySubsequences: false) { $0.isNewline }
      for (place, line) in all.enumerated() {
        guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { continue }
        let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        let query: TypedQuery
        do throws(QueryParserError) {
          query = try TypedQuery(
            String(cells[cells.count - 1]), name: cells.count > 1 ? String(cells[0]) : nil,
            parser: parser)
        } catch {
          throw QueryFileError(.query(error), lineNumber: place + 1)
        }
        if let first = lines.updateValue(place + 1, forKey: query.name) {
          throw QueryFileError(
            .repeatedName(query.name, firstLine: first), lineNumber: place + 1)
        }
        queries.append(query)
      }
      guard !queries.isEmpty else { throw QueryFileError(.empty, lineNumber: 1) }
      return queries
    }
  }
}

/// The reason why a batch of queries could not be read, and the line.
package struct QueryFileError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// It has no query.
    case empty
    /// A query is wrong.
    case query(QueryParserError)
    /// Two queries have one name, so that their rows could not be told apart.
    case repeatedName(String, firstLine: Int)
  }

  /// What is wrong.
  package let kind: Kind
  /// The line, from 1.
  package let lineNumber: Int

  /// Creates an error.
  package init(_ kind: Kind, lineNumber: Int) {
    self.kind = kind
    self.lineNumber = lineNumber
  }
}
