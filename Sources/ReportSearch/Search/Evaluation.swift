import TextAnalysis

/// Finds the paragraphs of a query, counts and ranks them. It knows postings and attributes, no SQL.
struct Evaluation {
  /// The numbers of what was found.
  struct Counts {
    var paragraphs = 0
    var matches = 0
    var looseMatches = 0
    var reports = 0
  }

  /// The best paragraphs, best first.
  let best: [RankedParagraph]
  /// The numbers of all that was found.
  let counts: Counts

  /// Evaluates a query.
  ///
  /// - Parameters:
  ///   - limit: The number of best paragraphs to keep.
  ///   - passes: Whether a report's paragraphs pass the filters of the query.
  /// - Complexity: O(*n*) in the postings of the literals.
  init(
    of query: Query, postings source: some PostingsSource, attributes: ParagraphAttributes,
    limit: Int, passes: (_ report: UInt32) -> Bool
  ) throws {
    let literals = try query.literals.map { try source.postings(of: $0) }
    let rankings = literals.map {
      Ranking(paragraphsWithLiteral: $0.paragraphs.count, attributes: attributes)
    }
    // The shortest list leads; the others are only moved forward to where it stands.
    let lead = literals.indices.min {
      literals[$0].paragraphs.count < literals[$1].paragraphs.count
    }!
    var places = [Int](repeating: 0, count: literals.count)
    var best = BestParagraphs(limit: limit)
    var counts = Counts()
    var lastReport: UInt32 = 0
    var lastReportPasses = false
    candidates: for (place, id) in literals[lead].paragraphs.enumerated() {
      places[lead] = place
      for index in literals.indices where index != lead {
        let paragraphs = literals[index].paragraphs
        var place = places[index]
        while place < paragraphs.count, paragraphs[place] < id { place += 1 }
        places[index] = place
        if place == paragraphs.count { break candidates }
        if paragraphs[place] != id { continue candidates }
      }
      // Paragraphs of a report have neighbouring ids: a report is asked for and counted once.
      let report = attributes.reports[Int(id)]
      if report != lastReport {
        lastReport = report
        lastReportPasses = passes(report)
        if lastReportPasses { counts.reports += 1 }
      }
      guard lastReportPasses else { continue }
      counts.paragraphs += 1
      var score = 0.0
      for index in literals.indices {
        let postings = literals[index]
        let literalMatches = postings.frequencies[places[index]]
        let looseMatches =
          postings.looseFrequencies.isEmpty ? 0 : postings.looseFrequencies[places[index]]
        counts.matches += Int(literalMatches)
        counts.looseMatches += Int(looseMatches)
        score += rankings[index].score(
          frequency: literalMatches + looseMatches,
          characterCount: attributes.characterCounts[Int(id)])
      }
      best.add(RankedParagraph(id: id, score: score))
    }
    self.best = best.sorted()
    self.counts = counts
  }
}
