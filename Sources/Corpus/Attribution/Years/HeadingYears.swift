/// The years given by the headings above a paragraph.
///
/// The nearest heading with a time expression applies, and in it the first expression. If the
/// report has no year of its own, relative words are resolved against the year of the heading.
struct HeadingYears: Hashable, Sendable {
  /// The years of the nearest heading with an expression.
  let nearest: AttributedYears?
  /// The resolver for expressions below the headings.
  let resolver: YearResolver

  /// Reads the headings.
  ///
  /// - Parameters:
  ///   - headings: The headings, the highest first.
  ///   - replaceYear: True if a heading's year replaces the base year of `resolver`.
  init(_ headings: [String], resolver: YearResolver, replaceYear: Bool) {
    var resolver = resolver
    var nearest: AttributedYears?
    for var heading in headings {
      let scanner = TimeScanner(YearText(heading))
      guard let found = scanner.expressions.first(where: { $0.expression.reach == .sentence })
      else { continue }
      let expression = found.expression
      let resolved = resolver.resolved(expression, after: .unknown)
      if replaceYear { resolver.take(expression) }
      nearest = AttributedYears(
        years: resolved.years, kind: resolved.kind,
        basis: resolved.kind == .none ? .undated : .heading,
        evidence: heading.withUTF8 {
          YearEvidence($0).words(scanner.text.originalUTF8Range(of: expression.range))
        })
    }
    self.nearest = nearest
    self.resolver = resolver
  }
}
