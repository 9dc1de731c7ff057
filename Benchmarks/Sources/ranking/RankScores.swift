import Foundation

/// The agreement of ranked lists with judgments, as means over questions.
struct RankScores: CustomStringConvertible {
  /// MRR@10: the mean of 1 / rank of the first answer among the ten best, or 0 if there is none.
  let meanReciprocalRank: Double
  /// P@1: the share of questions whose best result is an answer.
  let precisionOfFirst: Double
  /// The mean share of a question's answers among the ten best.
  let recallOf10: Double
  /// The mean share of a question's answers among the hundred best.
  let recallOf100: Double

  init(of ranked: [(question: JudgedQuestion, ids: [String])]) {
    func mean(_ value: (Set<String>, [String]) -> Double) -> Double {
      ranked.reduce(0) { $0 + value($1.question.answers, $1.ids) } / Double(max(ranked.count, 1))
    }
    func recall(_ count: Int) -> Double {
      mean { answers, ids in
        Double(answers.intersection(ids.prefix(count)).count) / Double(answers.count)
      }
    }
    meanReciprocalRank = mean { answers, ids in
      ids.prefix(10).firstIndex { answers.contains($0) }.map { 1 / Double($0 + 1) } ?? 0
    }
    precisionOfFirst = mean { answers, ids in ids.first.map(answers.contains) == true ? 1 : 0 }
    recallOf10 = recall(10)
    recallOf100 = recall(100)
  }

  var description: String {
    String(
      format: "MRR@10 %.4f  P@1 %.4f  recall@10 %.4f  recall@100 %.4f", meanReciprocalRank,
      precisionOfFirst, recallOf10, recallOf100)
  }
}
