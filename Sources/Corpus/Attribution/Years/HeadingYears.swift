/// What the headings above a paragraph tell of its time.
///
/// The nearest heading with a time expression counts; of several in one heading the first. Words that
/// count from the report's year count from a heading's, where the report has none of its own.
struct HeadingYears: Hashable, Sendable {
  /// What the nearest heading with an expression tells.
  let nearest: AttributedYears?
  /// How expressions below the headings are resolved.
  let resolver: YearResolver

  /// Reads headings, the highest first.
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
