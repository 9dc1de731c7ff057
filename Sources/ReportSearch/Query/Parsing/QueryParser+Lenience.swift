extension QueryParser {
  /// Reads a query whatever is wrong with it: that is text then, and ``QueryReading/error`` tells it.
  ///
  /// - Returns: A reading, or `nil` if folding leaves nothing of the text.
  /// - Throws: A ``QueryParserError`` if the query is longer than ``longestQuery``, as typed or in its normal
  ///   form: its beginning would be another query.
  /// - Complexity: O(*n*³), with *n* at most ``longestQuery``.
  public func lenientReading(of text: String) throws(QueryParserError) -> QueryReading? {
    do throws(QueryParserError) { return try reading(of: text) } catch {
      if case .tooLong = error.kind { throw error }
      guard let reading = mended(Array(text.unicodeScalars), error) else { return nil }
      try checkLength(of: reading.query, typed: text)
      return reading
    }
  }

  /// Takes for text what is wrong, until the rest can be read, or all of it.
  private func mended(_ scalars: [Unicode.Scalar], _ error: QueryParserError) -> QueryReading? {
    var textPlaces: Set<Int> = []
    while true {
      do throws(QueryParserError) {
        let reading = try unlimitedReading(of: scalars, textPlaces: textPlaces)
        return QueryReading(query: reading.query, notes: reading.notes, error: error)
      } catch let next {
        let places = next.characterRange.filter {
          $0 < scalars.count && !scalars[$0].isSpace && !textPlaces.contains($0)
        }
        guard !places.isEmpty else { return words(of: scalars, error) }
        textPlaces.formUnion(places)
      }
    }
  }

  /// Takes everything for text, word by word.
  private func words(of scalars: [Unicode.Scalar], _ error: QueryParserError) -> QueryReading? {
    let literals = scalars.split(whereSeparator: \.isSpace).compactMap { word in
      Literal(String(String.UnicodeScalarView(word.filter { !$0.isControl })))
    }
    guard !literals.isEmpty else { return nil }
    return QueryReading(query: .all(of: literals.map { .term(.literal($0)) }), error: error)
  }
}
