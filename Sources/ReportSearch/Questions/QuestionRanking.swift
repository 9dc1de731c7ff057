import TextAnalysis

/// The ranked answers to a question.
///
/// The postings of bigrams select candidates. Then the characters, and the bigrams that are too
/// common to select candidates, are counted in the texts of the candidates.
struct QuestionRanking {
  /// The best answers, in order.
  let best: [RankedParagraph]
  /// The number of answers that contain a term that selects candidates.
  let sharing: Int

  /// Ranks the answers to a question.
  ///
  /// - Complexity: O(*n*) in the postings of the bigrams, plus reading the texts of
  ///   ``QuestionWeights/candidates`` paragraphs.
  init(
    of terms: QuestionTerms, postings: any PostingsSource, columns: DocValues,
    fields: AnswerFields, limit: Int
  ) throws {
    var scores = ScoreTable(fields: fields)
    let choosing = terms.bigrams.isEmpty ? terms.characters : terms.bigrams
    var common: [WeightedTerm] = []
    for term in choosing {
      let frequency = try scores.add(term, postings)
      if QuestionWeights.isCommon(frequency, among: fields.count) {
        common.append(WeightedTerm(term, frequency, among: fields.count, fields))
      }
    }
    // If all terms are too common, the rarest one selects candidates.
    if common.count == choosing.count, let rarest = common.min(by: { $0.frequency < $1.frequency })
    {
      common.removeAll { $0.term == rarest.term }
      _ = try scores.add(rarest.term, evenIfCommon: true, postings)
    }
    if !terms.bigrams.isEmpty {
      let characters = terms.characters.map { term in
        let (frequency, count) = fields.sampled(term)
        return WeightedTerm(term, frequency, among: count, fields)
      }
      common = characters + common
    }
    sharing = scores.ids.count
    var candidates = BestParagraphs(limit: max(limit, QuestionWeights.candidates))
    for id in scores.ids { candidates.add(RankedParagraph(id: id, score: scores[id])) }
    // In the order of ids, the texts are read sequentially.
    let ids = candidates.sorted().map(\.id).sorted()
    var counting = FieldCounting(of: common, fields: fields, columns: columns)
    if !common.isEmpty { columns.expectTexts(ofParagraphs: ids) }
    let sums = try ids.map { scores[$0] + (try counting.score(of: $0)) }
    var reports: [UInt32: [Double]] = [:]
    for (id, sum) in zip(ids, sums) { reports[fields.reports[Int(id)], default: []].append(sum) }
    let means = reports.mapValues { sums in
      sums.sorted(by: >).prefix(QuestionWeights.reportSize).reduce(0, +)
        / Double(QuestionWeights.reportSize)
    }
    var best = BestParagraphs(limit: limit)
    if limit > 0 {
      for (id, sum) in zip(ids, sums) {
        let score = sum + QuestionWeights.report * means[fields.reports[Int(id)]]!
        best.add(RankedParagraph(id: id, score: score))
      }
    }
    self.best = best.sorted()
  }
}

/// A term that is counted in texts.
private struct WeightedTerm {
  let term: FoldedText
  let frequency: Int
  let weights: QuestionWeights

  init(_ term: FoldedText, _ frequency: Int, among count: Int, _ fields: AnswerFields) {
    (self.term, self.frequency) = (term, frequency)
    weights = QuestionWeights(of: term, frequency: frequency, among: count, fields: fields)
  }
}

/// The partial scores of answers from postings lists.
private struct ScoreTable {
  private let fields: AnswerFields
  private var scores: [Double]
  /// The answers with a score.
  private(set) var ids: [UInt32] = []
  private var frequencies: [UInt32]

  init(fields: AnswerFields) {
    self.fields = fields
    scores = [Double](repeating: 0, count: fields.characterCounts.count)
    frequencies = scores.map { _ in 0 }
  }

  subscript(id: UInt32) -> Double { scores[Int(id)] }

  /// Adds a term to the scores, unless it is too common.
  ///
  /// - Returns: The number of answers that contain it.
  mutating func add(
    _ term: FoldedText, evenIfCommon: Bool = false, _ postings: any PostingsSource
  ) throws -> Int {
    let list = try postings.counts(of: term)
    var having: [UInt32] = []
    for (place, key) in list.keys.enumerated() {
      let count = list.matchCount(at: place)
      fields.forEachAnswer(with: key) { id in
        if frequencies[Int(id)] == 0 { having.append(id) }
        frequencies[Int(id)] += count
      }
    }
    let isAdded = evenIfCommon || !QuestionWeights.isCommon(having.count, among: fields.count)
    let weights = QuestionWeights(
      of: term, frequency: having.count, among: fields.count, fields: fields)
    for id in having {
      let place = Int(id)
      if isAdded {
        if scores[place] == 0 { ids.append(id) }
        scores[place] += weights.score(
          frequency: frequencies[place], characterCount: fields.characterCounts[place])
      }
      frequencies[place] = 0
    }
    return having.count
  }
}

/// Scores answers by counting terms in their texts.
private struct FieldCounting {
  private let fields: AnswerFields
  private let columns: DocValues
  private let counter: QuestionCounter
  private let weights: [QuestionWeights]
  /// A cache of the counts in titles and headings, which many answers share.
  private var above: [UInt32: [UInt32]] = [:]

  init(of terms: [WeightedTerm], fields: AnswerFields, columns: DocValues) {
    self.fields = fields
    self.columns = columns
    counter = QuestionCounter(terms.map(\.term))
    weights = terms.map(\.weights)
  }

  mutating func score(of id: UInt32) throws -> Double {
    guard !weights.isEmpty else { return 0 }
    var counts = [UInt32](repeating: 0, count: weights.count)
    counter.add(try columns.text(ofParagraph: id), to: &counts)
    for paragraph in fields.paragraphs(above: id) {
      if above[paragraph] == nil {
        var counts = [UInt32](repeating: 0, count: weights.count)
        counter.add(try columns.text(ofParagraph: paragraph), to: &counts)
        above[paragraph] = counts
      }
      for (place, count) in above[paragraph]!.enumerated() { counts[place] += count }
    }
    var score = 0.0
    for (place, count) in counts.enumerated() where count > 0 {
      score += weights[place].score(
        frequency: count, characterCount: fields.characterCounts[Int(id)])
    }
    return score
  }
}
