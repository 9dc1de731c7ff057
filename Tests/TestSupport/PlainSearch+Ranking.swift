public import Corpus
import Foundation
public import ReportSearch
import TextAnalysis

extension PlainSearch {
  /// Returns the score of each paragraph that fits: the sum of BM25 over the different terms of the query
  /// that are not excluded, times the boost of its kind.
  public func scores(
    of query: Query, boost: (Paragraph.Kind) -> Double = { _ in 1 }
  ) -> [Int: Double] {
    let found = matches(of: query)
    let lengths = paragraphs.map { Double($0.text.folded.count) }
    let count = Double(paragraphs.count)
    let mean = lengths.reduce(0, +) / count
    var scores: [Int: Double] = [:]
    var seen: Set<String> = []
    for term in query.positiveTerms where seen.insert(term.foldedSpelling).inserted {
      let frequencies = paragraphs.indices.map {
        Double(paragraphs[$0].text.occurrences(of: term, in: whole($0).range).count)
      }
      let having = Double(frequencies.count { $0 > 0 })
      let idf = log(1 + (count - having + 0.5) / (having + 0.5))
      for number in found.keys {
        let frequency = frequencies[number]
        scores[number, default: 0] +=
          idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * lengths[number] / mean))
      }
    }
    for number in found.keys {
      let (item, place, _) = paragraphs[number]
      scores[number]! *= boost(items[item].report.paragraphs[place].kind)
    }
    return scores
  }
}

extension Term {
  /// The term as the index sees it: 控輟 and 控辍 are one.
  fileprivate var foldedSpelling: String {
    switch self {
    case .literal(let literal): "\(literal.allowsInterruption) \(literal.folded.string)"
    case .pattern(let pattern): "\(pattern.pieces.map(\.string)) \(pattern.joints)"
    case .original(let original): "original \(original.text)"
    case .concept(let concept):
      "\(concept.variants.map(\.string).sorted()) \(concept.exclusions.map(\.string).sorted())"
    }
  }
}

extension Query {
  /// The terms that are looked for, not those that are excluded.
  fileprivate var positiveTerms: [Term] {
    switch self {
    case .term(let term): [term]
    case .near(let left, let right, _, _): left.positiveTerms + right.positiveTerms
    case .all(let queries), .any(let queries): queries.flatMap(\.positiveTerms)
    case .same(_, let query): query.positiveTerms
    case .excluding, .filter: []
    }
  }
}
