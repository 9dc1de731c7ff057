import TextAnalysis

/// The senders and date of a report, from its signature (落款).
///
/// The signature consists of the paragraphs that ``Signature`` finds at the end of the report, or
/// of lines of the same form before its attachments.
///
/// | Lines                           | Senders      | Date    |
/// |---------------------------------|--------------|---------|
/// | `青溪县教育局`, `2012年1月5日`     | 青溪县教育局 | 2012-01 |
/// | `青溪县教育局2012年1月5日`         | 青溪县教育局 | 2012-01 |
/// | `（二〇一二年一月）`, the last line | none         | 2012-01 |
struct SignatureBlock {
  /// The names of the signatories, in text order.
  let senders: [String]
  /// The date of the signature.
  let date: WrittenDate
  /// The text of the line that contains the date.
  let line: String

  /// The zero-based index of that line among the report's paragraphs.
  let place: Int

  /// The date as evidence for the report's year.
  ///
  /// A report may be signed at any time of the year after its own, so the actual month is replaced
  /// by January, which ``YearConflict`` accepts.
  var evidence: DatedEvidence {
    DatedEvidence(
      year: date.year, month: 1, role: .fact, isDone: true, isHeading: true, words: line,
      paragraph: place)
  }

  /// Finds the last signature in a report, or returns `nil` if there is none.
  init?(of paragraphs: [Paragraph]) {
    for place in paragraphs.indices.reversed() {
      guard let (date, sender) = Self.date(of: paragraphs[place]) else { continue }
      var senders = sender.map { [$0] } ?? []
      if sender == nil {
        var above = place - 1
        while above >= 0, senders.count < 2, Self.isSender(paragraphs[above]) {
          senders.insert(paragraphs[above].text, at: 0)
          above -= 1
        }
      }
      let isLast = place == paragraphs.count - 1
      guard !senders.isEmpty || paragraphs[place].kind == .signature || isLast else { continue }
      self.senders = senders
      self.date = date
      line = paragraphs[place].text
      self.place = place
      return
    }
    return nil
  }

  /// Parses a paragraph that consists of a date, alone, in brackets or after an office name.
  private static func date(of paragraph: Paragraph) -> (WrittenDate, sender: String?)? {
    guard paragraph.kind == .signature || paragraph.kind == .body,
      paragraph.text.utf8.count <= longest * 3, let last = paragraph.text.unicodeScalars.last,
      endings.contains(last) || YearDigits.digit(last) != nil
    else { return nil }
    let line = Array(FoldedText(paragraph.text).string.unicodeScalars)
    guard let date = WrittenDate(in: line) else { return nil }
    let before = line[..<date.range.lowerBound]
    let behind = line[date.range.upperBound...]
    if before.isEmpty && behind.isEmpty || before == ["("] && behind == [")"] { return (date, nil) }
    let sender = String(String.UnicodeScalarView(before))
    guard behind.isEmpty, OfficeName.isName(sender) else { return nil }
    return (date, sender)
  }

  private static func isSender(_ paragraph: Paragraph) -> Bool {
    guard paragraph.kind == .signature || paragraph.kind == .body,
      paragraph.text.utf8.count <= longest * 3
    else { return false }
    return OfficeName.isName(FoldedText(paragraph.text).string)
  }

  /// The maximum length of a signature line in Han characters, which take three bytes each.
  private static let longest = 40
  private static let endings: Set<Unicode.Scalar> = ["日", "月", ")", "）"]
}
