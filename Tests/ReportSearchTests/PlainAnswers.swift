import Corpus
import Foundation
import TextAnalysis

@testable import ReportSearch

/// A reference for answers to questions that reads every paragraph and implements
/// ``QuestionWeights`` directly.
struct PlainAnswers {
  /// The folded texts of each answer: its paragraph, the headings above it and the titles of its
  /// report.
  private let fields: [(id: String, report: Int, texts: [[Unicode.Scalar]])]
  private let mean: Double

  /// Creates the reference. The reports are in the order in which the index stores them.
  init(_ reports: [(identifier: String, report: Report)]) {
    var fields: [(id: String, report: Int, texts: [[Unicode.Scalar]])] = []
    for (number, (identifier, report)) in reports.enumerated() {
      let texts = report.paragraphs.map { PlainAnswers.folded($0.text) }
      let titles = report.paragraphs.indices.filter { report.paragraphs[$0].kind == .title }
      for (place, paragraph) in report.paragraphs.enumerated() {
        guard [.body, .list, .table].contains(paragraph.kind) else { continue }
        var parts = titles + [place]
        var heading = paragraph.heading
        while let next = heading {
          parts.append(next)
          heading = report.paragraphs[next].heading
        }
        let id = Identifier.paragraph(report: identifier, number: place + 1)
        fields.append((id, number, parts.map { texts[$0] }))
      }
    }
    self.fields = fields
    let characters = fields.reduce(0) { $0 + $1.texts.joined().count }
    mean = characters == 0 ? 1 : Double(characters) / Double(fields.count)
  }

  /// Returns the scores of the answers, by paragraph identifier.
  func scores(of question: String) -> [String: Double] {
    let folded = Self.folded(question)
    let isWord = folded.map { $0.properties.isAlphabetic || Self.isNumberOrMark($0) }
    var characters: [[Unicode.Scalar]] = []
    var pairs: [[Unicode.Scalar]] = []
    for place in folded.indices where isWord[place] {
      if !characters.contains([folded[place]]) { characters.append([folded[place]]) }
      guard place + 1 < folded.count, isWord[place + 1] else { continue }
      let pair = Array(folded[place...place + 1])
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    let choosing = pairs.isEmpty ? characters : pairs
    let frequencies = choosing.map { term in fields.count { count(of: term, in: $0.texts) > 0 } }
    var common = choosing.indices.filter {
      Double(frequencies[$0]) > max(0.05 * Double(fields.count), 500)
    }
    if common.count == choosing.count,
      let rarest = common.min(by: { frequencies[$0] < frequencies[$1] })
    {
      common.removeAll { $0 == rarest }
    }
    let chosen = rated(choosing.indices.filter { !common.contains($0) }.map { choosing[$0] })
    let ranked = fields.indices.map { ($0, sum(over: chosen, ofField: $0)) }
      .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let candidates = ranked.prefix(500).map(\.0)
    let all = rated(pairs.isEmpty ? characters : pairs + characters)
    var sums: [Int: Double] = [:]
    for field in candidates { sums[field] = sum(over: all, ofField: field) }
    var scores: [String: Double] = [:]
    for (field, sum) in sums {
      let report = sums.filter { fields[$0.key].report == fields[field].report }.map(\.value)
      let best = report.sorted(by: >).prefix(5).reduce(0, +)
      scores[fields[field].id] = sum + 0.3 * best / 5
    }
    return scores
  }

  private typealias RatedTerm = (term: [Unicode.Scalar], idf: Double)

  private func rated(_ terms: [[Unicode.Scalar]]) -> [RatedTerm] {
    terms.map { term in
      let having = Double(fields.count { count(of: term, in: $0.texts) > 0 })
      return (term, log(1 + (Double(fields.count) - having + 0.5) / (having + 0.5)))
    }
  }

  private func sum(over terms: [RatedTerm], ofField number: Int) -> Double {
    let length = Double(fields[number].texts.joined().count)
    return terms.reduce(0) { sum, rated in
      let frequency = Double(count(of: rated.term, in: fields[number].texts))
      return sum + (rated.term.count == 1 ? 0.7 : 1) * rated.idf * frequency
        / (frequency + 1.2 * (0.25 + 0.75 * length / mean))
    }
  }

  private func count(of term: [Unicode.Scalar], in texts: [[Unicode.Scalar]]) -> Int {
    texts.reduce(0) { count, text in
      var (count, place) = (count, 0)
      while place + term.count <= text.count {
        let isThere = text[place] == term[0] && text[place + term.count - 1] == term[term.count - 1]
        count += isThere ? 1 : 0
        place += isThere ? term.count : 1
      }
      return count
    }
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    Array(FoldedText(text).string.unicodeScalars)
  }

  private static func isNumberOrMark(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return [
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark,
    ].contains(category)
  }
}
