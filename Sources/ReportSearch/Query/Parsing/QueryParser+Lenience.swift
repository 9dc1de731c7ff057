extension QueryParser {
  /// Parses a query and reads invalid parts as text. ``QueryReading/error`` is the first error.
  ///
  /// - Returns: A reading, or `nil` if the text is empty after folding.
  /// - Throws: A ``QueryParserError`` if the query is longer than ``longestQuery``, as typed or in
  ///   its normal form. Truncating it would change its meaning.
  /// - Complexity: O(*n*³), with *n* at most ``longestQuery``.
  public func lenientReading(of text: String) throws(QueryParserError) -> QueryReading? {
    do throws(QueryParserError) { return try reading(of: text) } catch {
      if case .tooLong = error.kind { throw error }
      guard let reading = mended(Array(text.unicodeScalars), error) else { return nil }
      try checkLength(of: reading.query, typed: text)
      return reading
    }
  }

  /// Marks the range of each error as text until the rest parses. If an error has no characters
  /// left to mark, the whole query is read as text.
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

  /// Reads the whole query as literals separated by white space.
  private func words(of scalars: [Unicode.Scalar], _ error: QueryParserError) -> QueryReading? {
    let literals = scalars.split(whereSeparator: \.isSpace).compactMap { word in
      Literal(String(String.UnicodeScalarView(word.filter { !$0.isControl })))
    }
    guard !literals.isEmpty else { return nil }
    return QueryReading(query: .all(of: literals.map { .term(.literal($0)) }), error: error)
  }
}
