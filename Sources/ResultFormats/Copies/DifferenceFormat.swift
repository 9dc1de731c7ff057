package import Corpus
package import ReportSearch

/// The difference between two paragraphs.
package struct DifferenceAnswer: Sendable {
  let left, right: CopiedParagraph
  let difference: ParagraphDifference

  /// Compares two paragraphs.
  package init(_ left: CopiedParagraph, _ right: CopiedParagraph) {
    (self.left, self.right) = (left, right)
    difference = ParagraphDifference(from: left.paragraph.text, to: right.paragraph.text)
  }

  /// The columns of a table with one row for each part of the difference.
  package static let columns = [
    "kind", "mention", "left", "right", "left_from", "left_to", "right_from", "right_to",
  ]

  /// The rows of the table: the parts in order.
  package var records: [Record] {
    difference.parts.map { part in
      Record([
        ("kind", .text(part.kind.rawValue)), ("mention", .text(part.mention?.rawValue)),
        ("left", .text(part.left)), ("right", .text(part.right)),
        ("left_from", .integer(part.leftRange.lowerBound)),
        ("left_to", .integer(part.leftRange.upperBound)),
        ("right_from", .integer(part.rightRange.lowerBound)),
        ("right_to", .integer(part.rightRange.upperBound)),
      ])
    }
  }

  /// The difference as JSON.
  package var record: Record {
    func side(_ paragraph: CopiedParagraph) -> Record {
      Record(paragraph.fields.filter { $0.0 != "similarity" })
    }
    return Record([
      ("schema", .integer(SearchAnswer.schema)), ("similarity", .number(difference.similarity)),
      ("left", .record(side(left))), ("right", .record(side(right))),
      ("parts", .records(records)),
    ])
  }
}

extension TextFormat {
  /// Returns two paragraphs as one text, in which `[-…-]` is only in the first and `{+…+}` only in
  /// the second. The years, places and numbers that replace others are listed below it.
  package func difference(_ answer: DifferenceAnswer) -> String {
    var lines = [
      "A  " + heading(of: answer.left), "B  " + heading(of: answer.right),
      language.choose("相似度 ", "similarity ") + percentage(answer.difference.similarity), "",
      answer.difference.parts.map(text).joined(),
    ]
    let substitutions = Mention.Kind.allCases.compactMap { kind -> String? in
      let parts = answer.difference.parts.filter { $0.mention == kind }
      guard !parts.isEmpty else { return nil }
      var seen: [(text: String, count: Int)] = []
      for part in parts {
        let text = "\(visible(part.left)) → \(visible(part.right))"
        if let place = seen.firstIndex(where: { $0.text == text }) {
          seen[place].count += 1
        } else {
          seen.append((text, 1))
        }
      }
      let told = seen.map { $0.count == 1 ? $0.text : "\($0.text) ×\($0.count)" }
      return kind.label(in: language) + language.choose("：", ": ")
        + told.joined(separator: language.choose("；", "; "))
    }
    if !substitutions.isEmpty { lines += [""] + substitutions }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(of paragraph: CopiedParagraph) -> String {
    let report = paragraph.report
    let year = report.year.year.map(String.init) ?? language.choose("年份不详", "year unknown")
    return "\(strong(report.title))  \(year)  "
      + faint("\(shortened(report.sourcePaths[0]))  \(paragraph.paragraph.identifier)")
  }

  private func text(of part: ParagraphDifference.Part) -> String {
    let (left, right) = (visible(part.left), visible(part.right))
    return switch part.kind {
    case .equal: right
    case .deletion: removed(left)
    case .insertion: added(right)
    case .substitution: removed(left) + added(right)
    }
  }

  private func removed(_ text: String) -> String {
    switch markup {
    case .ansi: "\u{1B}[31;9m\(text)\u{1B}[0m"
    case .plain: "[-\(text)-]"
    }
  }

  private func added(_ text: String) -> String {
    switch markup {
    case .ansi: "\u{1B}[32;1m\(text)\u{1B}[0m"
    case .plain: "{+\(text)+}"
    }
  }

  private func visible(_ text: String) -> String { visible(Array(text.unicodeScalars)[...]) }
}

extension Mention.Kind {
  /// Returns the name of the kind.
  package func label(in language: Language) -> String {
    switch self {
    case .year: language.choose("年份", "years")
    case .place: language.choose("地名", "places")
    case .number: language.choose("数字", "numbers")
    }
  }
}
