/// Tells which year each place of a paragraph speaks of.
///
/// ```swift
/// let context = YearContext(reportYear: 2011, hasOwnYear: true)
/// let spans = YearSpans.spans(of: "入学率达到100%。2010年建校2所,今年又建3所。", in: context)
/// spans.map(\.years.row)   // ["2011", "2010", "2011"]
/// spans.map(\.basis)       // [.report, .clause, .relative]
/// spans.map(\.evidence)    // ["", "2010年", "今年"]
/// ```
///
/// A match belongs to the span that its first character lies in. The nearest expression of time
/// before it in its sentence tells its year, else the first after it in its clause, else the words
/// that open the paragraph, else the nearest heading with an expression, else the section, else the
/// year of the report.
public enum YearSpans {
  /// Returns the spans of a paragraph in the order of the text.
  ///
  /// - Returns: Spans that are adjacent and cover all characters; none for an empty paragraph.
  /// - Complexity: O(*n*) in the length of the paragraph.
  public static func spans(of paragraph: String, in context: YearContext) -> [YearSpan] {
    let text = YearText(paragraph)
    let governance = Governance(TimeScanner(text))
    let resolver = context.headingYears.resolver
    var evidence = YearEvidence(paragraph)
    var attributed: [AttributedYears] = []
    var ranges: [Range<Int>] = []
    attributed.reserveCapacity(governance.rulers.count)
    ranges.reserveCapacity(governance.rulers.count)
    let frame = governance.frame
    var frameYear: Int?
    var anchor: Int?
    var sentence = -1
    for (place, ruler) in governance.rulers.enumerated() {
      if ruler.sentence != sentence {
        sentence = ruler.sentence
        anchor = frameYear
      }
      let resolved = resolver.resolved(ruler.expression, after: anchor)
      let words = evidence.words(of: ruler.expression.range, in: text)
      let start = evidence.characters(before: words.bytes.lowerBound)
      ranges.append(start..<evidence.characters(before: words.bytes.upperBound))
      let isRelative: Bool = if case .relative = ruler.expression.meaning { true } else { false }
      attributed.append(
        AttributedYears(
          years: resolved.years, kind: resolved.kind,
          basis: resolved.kind == .none ? .undated : isRelative ? .relative : .clause,
          evidence: words.text))
      if !ruler.isBracketed, ruler.expression.reach == .sentence {
        anchor = resolved.years.single
        if place == frame { frameYear = anchor }
      }
    }
    var builder = SpanBuilder(rest: context.years)
    if let frame {
      builder.frame = attributed[frame]
      builder.frameRange = ranges[frame]
    }
    for piece in governance.pieces {
      let start = text.originalUTF8Range(of: piece.range.lowerBound..<piece.range.lowerBound + 1)
      let place = evidence.characters(before: start.lowerBound)
      if let ruler = piece.ruler {
        builder.add(from: place, attributed[ruler], ranges[ruler])
      } else {
        builder.addRest(from: place)
      }
    }
    return builder.spans(until: paragraph.unicodeScalars.count)
  }
}

/// Joins stretches of a paragraph that are told the same.
private struct SpanBuilder {
  /// What is told where nothing in the paragraph tells it.
  let rest: AttributedYears
  /// What the words tell that open the paragraph.
  var frame: AttributedYears?
  var frameRange: Range<Int>?
  private var stretches: [(start: Int, years: AttributedYears, evidence: Range<Int>?)] = []

  init(rest: AttributedYears) { self.rest = rest }

  mutating func addRest(from start: Int) {
    guard let frame else { return add(from: start, rest, nil) }
    add(
      from: start,
      AttributedYears(
        years: frame.years, kind: frame.kind, basis: frame.kind == .none ? .undated : .frame,
        evidence: frame.evidence), frameRange)
  }

  mutating func add(from start: Int, _ years: AttributedYears, _ evidence: Range<Int>?) {
    // The first stretch begins with the paragraph, whatever stands before its first folded character.
    let start = stretches.isEmpty ? 0 : max(start, stretches.last!.start)
    if let last = stretches.last, last.years == years, last.evidence == evidence { return }
    if let last = stretches.last, last.start == start { stretches.removeLast() }
    stretches.append((start, years, evidence))
  }

  mutating func spans(until end: Int) -> [YearSpan] {
    guard end > 0 else { return [] }
    if stretches.isEmpty { addRest(from: 0) }
    return stretches.indices.compactMap { place in
      let stretch = stretches[place]
      let next = place + 1 < stretches.count ? stretches[place + 1].start : end
      guard next > stretch.start else { return nil }
      return YearSpan(
        range: stretch.start..<next, years: stretch.years.years, kind: stretch.years.kind,
        basis: stretch.years.basis, evidence: stretch.years.evidence,
        evidenceRange: stretch.evidence)
    }
  }
}
