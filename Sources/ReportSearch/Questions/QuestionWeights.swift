import TextAnalysis

/// How well a paragraph answers a question, by the terms that they share.
///
/// `S = Σ idf · tf / (tf + k1·(1 − b + b·length/mean))` over the pairs of the question, and 0.7
/// times the same over its characters, with `idf = ln(1 + (N − df + 0.5)/(df + 0.5))`, length and
/// mean those of fields (``AnswerFields``), and k1 1.2, b 0.75: BM25 as in ``Ranking``. For
/// characters, N and df are those of a sample. The score is S and 0.3 times the mean of the five
/// best S in the paragraph's report among the candidates, where what is missing to five counts as
/// 0.
///
/// 0.7, 0.3, five and 5 % were found on one half of 780 questions that people had judged over 58,550
/// articles of law, and confirmed on the other; so were the number of candidates and that
/// punctuation is no term. To weigh a term by how often the question has it gained nothing.
/// `scripts/ranking` measures them.
struct QuestionWeights {
  /// The weight of characters against pairs.
  static let characters = 0.7
  /// The weight of the report against the paragraph.
  static let report = 0.3
  /// The number of paragraphs by which a report is judged.
  static let reportSize = 5
  /// The number of paragraphs whose texts are read, or as many as are asked for if that is more.
  static let candidates = 500
  /// The share of answers above which a pair does not choose candidates.
  private static let commonShare = 0.05

  private static let k1 = 1.2
  private static let b = 0.75

  /// Whether a pair is too common to choose candidates: it tells little, and its list is long. In
  /// an index with few paragraphs none is.
  static func isCommon(_ frequency: Int, among count: Int) -> Bool {
    Double(frequency) > max(commonShare * Double(count), Double(candidates))
  }

  private let weight: Double
  private let constant: Double
  private let slope: Double

  /// Prepares the weight of a term.
  ///
  /// - Parameters:
  ///   - frequency: The number of answers that have it.
  ///   - count: The number of answers in which it was looked for: all, or a sample.
  init(of term: FoldedText, frequency: Int, among count: Int, fields: AnswerFields) {
    let factor = term.characterCount == 1 ? Self.characters : 1
    weight = factor * Ranking.inverseDocumentFrequency(of: frequency, among: count)
    constant = Self.k1 * (1 - Self.b)
    slope = Self.k1 * Self.b / fields.meanCharacterCount
  }

  /// What a term adds to the score of a paragraph that has it.
  @inline(__always)
  func score(frequency: UInt32, characterCount: UInt32) -> Double {
    let frequency = Double(frequency)
    return weight * frequency / (frequency + constant + slope * Double(characterCount))
  }
}
