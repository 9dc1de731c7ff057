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

  /// How many matches of a paragraph pass a filter.
  struct MatchCounts {
    var literal = 0
    var loose = 0
  }

  /// The best paragraphs, best first.
  let best: [RankedParagraph]
  /// The numbers of all that was found.
  let counts: Counts

  /// Evaluates a query.
  ///
  /// - Parameters:
  ///   - limit: The number of best paragraphs to keep.
  ///   - filter: Returns how many matches of a paragraph pass the filters of the query, for queries that
  ///     have filters.
  /// - Complexity: O(*n*) in the postings of the literals; with a filter, also in the texts of the
  ///   paragraphs that fit without it.
  init(
    of query: Query, postings source: some PostingsSource, attributes: ParagraphAttributes,
    limit: Int, filter: ((_ paragraph: UInt32) throws -> MatchCounts)? = nil
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
      let passing = try filter?(id)
      if let passing, passing.literal + passing.loose == 0 { continue }
      // Paragraphs of a report have neighbouring ids: a report is counted once.
      let report = attributes.reports[Int(id)]
      if report != lastReport {
        lastReport = report
        counts.reports += 1
      }
      counts.paragraphs += 1
      if let passing {
        counts.matches += passing.literal
        counts.looseMatches += passing.loose
      }
      var score = 0.0
      for index in literals.indices {
        let postings = literals[index]
        let literalMatches = postings.frequencies[places[index]]
        let looseMatches =
          postings.looseFrequencies.isEmpty ? 0 : postings.looseFrequencies[places[index]]
        if filter == nil {
          counts.matches += Int(literalMatches)
          counts.looseMatches += Int(looseMatches)
        }
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
