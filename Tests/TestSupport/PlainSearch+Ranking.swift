public import Corpus
import Foundation
public import ReportSearch
import TextAnalysis

extension PlainSearch {
  /// Returns the score of each matching paragraph: the BM25 sum over the distinct positive terms of
  /// the query, times the boost of the paragraph's kind.
  ///
  /// k1 = 1.2 and b = 0.75; the length of a paragraph is its number of folded characters.
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
  /// The term's identity in the index: 控輟 and 控辍 are the same term.
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
  /// The terms that are not below an exclusion.
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
