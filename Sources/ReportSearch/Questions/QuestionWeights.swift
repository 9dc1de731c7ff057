import TextAnalysis

/// The weights by which a paragraph is scored as the answer to a question.
///
/// `S = Σ idf · tf / (tf + k1·(1 − b + b·length/mean))` over the bigrams of the question, plus 0.7
/// times the same sum over its characters, with `idf = ln(1 + (N − df + 0.5)/(df + 0.5))`, k1 = 1.2
/// and b = 0.75: BM25 as in ``Ranking``. Length and mean are those of fields (``AnswerFields``).
/// For characters, N and df come from a sample. The score is S plus 0.3 times the mean of the five
/// best S among the candidates of the paragraph's report, with 0 for missing ones.
///
/// The values 0.7, 0.3, five and 5 %, the number of candidates, and the exclusion of punctuation
/// were tuned on one half of 780 questions with human relevance judgements over 58,550 articles of
/// law, and confirmed on the other half. Weighting terms by their frequency in the question gained
/// nothing. `scripts/ranking` measures the ranking.
struct QuestionWeights {
  /// The weight of characters relative to bigrams.
  static let characters = 0.7
  /// The weight of the report relative to the paragraph.
  static let report = 0.3
  /// The number of paragraphs by which a report is scored.
  static let reportSize = 5
  /// The number of paragraphs whose texts are read, unless more answers are requested.
  static let candidates = 500
  /// The fraction of answers above which a bigram does not select candidates.
  private static let commonShare = 0.05

  private static let k1 = 1.2
  private static let b = 0.75

  /// Returns true if a bigram is too common to select candidates: it discriminates little, and its
  /// postings list is long. In a small index, no bigram is too common.
  static func isCommon(_ frequency: Int, among count: Int) -> Bool {
    Double(frequency) > max(commonShare * Double(count), Double(candidates))
  }

  private let weight: Double
  private let constant: Double
  private let slope: Double

  /// Computes the weight of a term.
  ///
  /// - Parameters:
  ///   - frequency: The number of answers that contain it.
  ///   - count: The number of answers in which it was counted: all, or a sample.
  init(of term: FoldedText, frequency: Int, among count: Int, fields: AnswerFields) {
    let factor = term.characterCount == 1 ? Self.characters : 1
    weight = factor * Ranking.inverseDocumentFrequency(of: frequency, among: count)
    constant = Self.k1 * (1 - Self.b)
    slope = Self.k1 * Self.b / fields.meanCharacterCount
  }

  /// Returns the contribution of a term to the score of a paragraph that contains it.
  @inline(__always)
  func score(frequency: UInt32, characterCount: UInt32) -> Double {
    let frequency = Double(frequency)
    return weight * frequency / (frequency + constant + slope * Double(characterCount))
  }
}
