package import ReportSearch

extension HitList {
  /// A query as the user typed it, and as it was parsed.
  package struct TypedQuery: Sendable {
    /// The name of the query in tables: the name that the user gave it, else its text.
    package let name: String
    /// The query as the user typed it.
    package let text: String
    /// The parsed query.
    package let query: Query

    /// Parses a query.
    ///
    /// - Parameter name: The name of the query in tables; `nil` to use its text.
    /// - Throws: A `QueryParserError`.
    package init(
      _ text: String, name: String? = nil, parser: QueryParser = QueryParser()
    ) throws(QueryParserError) {
      self.name = name ?? text
      self.text = text
      query = try parser.parse(text)
    }

    /// Wraps a query that was parsed elsewhere, for example leniently or with filters from a form.
    package init(_ text: String, readAs query: Query) {
      name = text
      self.text = text
      self.query = query
    }

    /// Parses a batch of queries, one on each line: either a query, or a name, a tab and a query.
    /// Lines that begin with `#` are comments. Blank lines are ignored.
    ///
    /// - Throws: A ``QueryFileError`` with the number of the faulty line.
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

/// An error in a batch of queries, with its line.
package struct QueryFileError: Error, Hashable, Sendable {
  /// The kind of error.
  package enum Kind: Hashable, Sendable {
    /// The batch contains no query.
    case empty
    /// A query is invalid.
    case query(QueryParserError)
    /// Two queries have the same name, so their rows could not be distinguished.
    case repeatedName(String, firstLine: Int)
  }

  /// The kind of error.
  package let kind: Kind
  /// The line number, from 1.
  package let lineNumber: Int

  /// Creates an error.
  package init(_ kind: Kind, lineNumber: Int) {
    self.kind = kind
    self.lineNumber = lineNumber
  }
}
