import Corpus

/// Scores and orders the paragraphs that a query found.
struct Scoring {
  /// The terms of the query that are not excluded, with the paragraphs that contain them.
  let terms: [(term: Term, ranking: Ranking, list: MatchList)]
  private let attributes: ParagraphAttributes
  /// The boost of each kind of paragraph, indexed by the number of the kind.
  private let boosts = Paragraph.Kind.allCases.map(Ranking.boost)

  /// Prepares the terms of a query that are not excluded.
  init(of query: Query, by evaluator: inout QueryEvaluator) throws {
    let attributes = evaluator.attributes
    self.attributes = attributes
    terms = try query.positiveTerms.map { term in
      let list = try evaluator.counts(of: term)
      return (term, Ranking(paragraphsWithTerm: list.count, attributes: attributes), list)
    }
  }

  /// Returns the first paragraphs by sort key or, if there are no keys, the best by score. Ties
  /// keep the order of the index.
  ///
  /// - Parameter keys: The sort key of each paragraph, ascending; `nil` to order by score.
  func best(of found: MatchList, keys: [Int]?, limit: Int) -> [RankedParagraph] {
    guard limit > 0 else { return [] }
    let scores = scores(of: found)
    if let keys {
      let order = found.keys.indices.sorted {
        (keys[$0], found.keys[$0]) < (keys[$1], found.keys[$1])
      }
      return order.prefix(limit).map { RankedParagraph(id: found.keys[$0], score: scores[$0]) }
    }
    var best = BestParagraphs(limit: limit)
    for (id, score) in zip(found.keys, scores) { best.add(RankedParagraph(id: id, score: score)) }
    return best.sorted()
  }

  /// Returns the contribution of each term to the score of a paragraph, in the order of ``terms``:
  /// the number of matches, and the term's score multiplied by the boost of the paragraph's kind.
  func parts(ofParagraph id: UInt32) -> [(frequency: Int, score: Double)] {
    let boost = boosts[Int(attributes.kinds[Int(id)])]
    return terms.map { _, ranking, list in
      let place = MatchList.place(of: id, in: list.keys, from: 0)
      guard place < list.count, list.keys[place] == id else { return (0, 0) }
      let frequency = list.bounds[place + 1] - list.bounds[place]
      let score = ranking.score(
        frequency: frequency, characterCount: attributes.characterCounts[Int(id)])
      return (Int(frequency), score * boost)
    }
  }

  /// Returns the scores of the paragraphs. Terms are processed one after the other, so that each
  /// list is traversed once.
  private func scores(of found: MatchList) -> [Double] {
    var scores = [Double](repeating: 0, count: found.count)
    let (ids, lengths, kinds) = (found.keys, attributes.characterCounts, attributes.kinds)
    for (_, ranking, list) in terms {
      let (keys, bounds) = (list.keys, list.bounds)
      if keys == ids {
        for index in ids.indices {
          scores[index] += ranking.score(
            frequency: bounds[index + 1] - bounds[index],
            characterCount: lengths[Int(ids[index])])
        }
        continue
      }
      var place = 0
      for index in ids.indices {
        let id = ids[index]
        place = MatchList.place(of: id, in: keys, from: place)
        guard place < keys.count else { break }
        guard keys[place] == id else { continue }
        scores[index] += ranking.score(
          frequency: bounds[place + 1] - bounds[place], characterCount: lengths[Int(id)])
      }
    }
    for index in ids.indices { scores[index] *= boosts[Int(kinds[Int(ids[index])])] }
    return scores
  }
}
