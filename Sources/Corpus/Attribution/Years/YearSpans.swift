import TextAnalysis

/// Divides a paragraph into spans by the years that they refer to.
///
/// ```swift
/// let context = YearContext(reportYear: 2011, hasOwnYear: true)
/// let spans = YearSpans.spans(of: "入学率达到100%。2010年建校2所,今年又建3所。", in: context)
/// spans.map(\.years.row)   // ["2011", "2010", "2011"]
/// spans.map(\.basis)       // [.report, .clause, .relative]
/// spans.map(\.evidence)    // ["", "2010年", "今年"]
/// ```
///
/// A match belongs to the span of its first character. Its year comes from the first of these
/// sources:
///
/// 1. the nearest time expression before it in its sentence,
/// 2. the first expression after it in its clause,
/// 3. the expression that opens the paragraph,
/// 4. the nearest heading with an expression,
/// 5. the section,
/// 6. the report's year.
public enum YearSpans {
  /// Returns the spans of a paragraph in text order.
  ///
  /// - Returns: Adjacent spans that cover all characters; none for an empty paragraph.
  /// - Complexity: O(*n*) in the length of the paragraph.
  public static func spans(of paragraph: String, in context: YearContext) -> [YearSpan] {
    var paragraph = paragraph
    return paragraph.withUTF8 { utf8 in
      guard let count = TimelessText.characterCount(of: utf8) else {
        return spans(of: utf8, in: context)
      }
      var builder = SpanBuilder(rest: context.years)
      return builder.spans(until: count)
    }
  }

  private static func spans(
    of utf8: UnsafeBufferPointer<UInt8>, in context: YearContext
  ) -> [YearSpan] {
    let text = YearText(folded: FoldedText(utf8: utf8))
    let governance = Governance(TimeScanner(text))
    var evidence = YearEvidence(utf8)
    let rulers = attributed(governance, text, context, &evidence)
    var builder = SpanBuilder(rest: context.years)
    if let frame = governance.frame { builder.frame = rulers[frame] }
    for piece in governance.pieces {
      let first = piece.range.lowerBound
      let start = text.originalUTF8Range(of: first..<first + 1).lowerBound
      let place = evidence.characters(before: start)
      if let ruler = piece.ruler {
        builder.add(from: place, rulers[ruler])
      } else {
        builder.addRest(from: place)
      }
    }
    return builder.spans(until: evidence.characters(before: utf8.count))
  }

  /// Returns the years of each expression in text order.
  private static func attributed(
    _ governance: Governance, _ text: YearText, _ context: YearContext,
    _ evidence: inout YearEvidence
  ) -> [AttributedYears] {
    let resolver = context.headingYears.resolver
    let frame = governance.frame
    var attributed: [AttributedYears] = []
    attributed.reserveCapacity(governance.rulers.count)
    var frameYear = YearResolver.Base.unknown
    var anchor = frameYear
    var sentence = -1
    for (place, ruler) in governance.rulers.enumerated() {
      if ruler.sentence != sentence {
        sentence = ruler.sentence
        anchor = frameYear
      }
      let expression = ruler.expression
      let (years, kind) = resolver.resolved(expression, after: anchor)
      let bytes = text.originalUTF8Range(of: expression.range)
      let start = evidence.characters(before: bytes.lowerBound)
      let isRelative: Bool = if case .relative = expression.meaning { true } else { false }
      attributed.append(
        AttributedYears(
          years: years, kind: kind,
          basis: kind == .none ? .undated : isRelative ? .relative : .clause,
          evidence: evidence.words(bytes),
          evidenceRange: start..<evidence.characters(before: bytes.upperBound)))
      if !ruler.isBracketed, expression.reach == .sentence {
        anchor = kind == .placeholder ? .placeholder : years.single.map { .year($0) } ?? .unknown
        if place == frame { frameYear = anchor }
      }
    }
    return attributed
  }
}

/// Builds spans and merges adjacent ones with equal years.
private struct SpanBuilder {
  /// The years of text without an expression.
  let rest: AttributedYears
  /// The years of the expression that opens the paragraph.
  var frame: AttributedYears?
  private var stretches: [(start: Int, years: AttributedYears)] = []

  init(rest: AttributedYears) { self.rest = rest }

  mutating func addRest(from start: Int) {
    guard var frame else { return add(from: start, rest) }
    if frame.kind != .none { frame.basis = .frame }
    add(from: start, frame)
  }

  mutating func add(from start: Int, _ years: AttributedYears) {
    // The first span starts at 0, even if folding removed the first characters.
    let start = stretches.isEmpty ? 0 : max(start, stretches.last!.start)
    if let last = stretches.last {
      if last.years == years { return }
      if last.start == start { stretches.removeLast() }
    }
    stretches.append((start, years))
  }

  mutating func spans(until end: Int) -> [YearSpan] {
    guard end > 0 else { return [] }
    if stretches.isEmpty { addRest(from: 0) }
    return stretches.indices.compactMap { place in
      let (start, years) = stretches[place]
      let next = place + 1 < stretches.count ? stretches[place + 1].start : end
      guard next > start else { return nil }
      return YearSpan(
        range: start..<next, years: years.years, kind: years.kind, basis: years.basis,
        evidence: years.evidence, evidenceRange: years.evidenceRange)
    }
  }
}
