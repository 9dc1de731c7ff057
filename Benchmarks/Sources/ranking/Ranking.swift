import Foundation
import ReportSearch
import TestSupport

/// Measures the quality of answers to questions against human judgments.
///
/// ```
/// ranking FOLDER [--record RANKS | --compare RANKS] [--copies N]
/// ```
///
/// The folder contains `corpus.tsv` (identifier, law and article, text), `queries.tsv` (identifier,
/// question) and `qrels.tsv` (question, 0, article, 1). RANKS is a file with the identifiers of the
/// ten best results of each question, which makes every change visible. With `--copies`, the index
/// also contains N altered copies of the corpus, for measuring times.
@main
struct Ranking {
  static func main() throws {
    guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
      print("usage: ranking FOLDER [--record RANKS | --compare RANKS] [--copies N]")
      exit(64)
    }
    let questions = try JudgedQuestion.questions(in: options.folder)
    let folder = try TemporaryFolder()
    let laws = try Laws(in: options.folder)
    let path = folder("laws.sqlite")
    let ids = try laws.index(at: path, copies: options.copies)
    let index = try ReportIndex(path: path)
    print("\(ids.count) articles, \(questions.count) questions")

    let ranks = try questions.map { question in
      try index.read { try $0.ranking(ofQuestion: question.text, limit: 100) }
        .map { ids[Int($0.id)] ?? "" }
    }
    let judged = Array(zip(questions, ranks))
    let scores = RankScores(of: judged)
    print("all questions   \(scores)")
    for half in 0...1 {
      let part = judged.enumerated().filter { $0.offset % 2 == half }.map(\.element)
      print("\(half == 0 ? "even" : "odd ") ones only  \(RankScores(of: part))")
    }
    print(try AnswerTimes(of: questions.map(\.text), index: ReportIndex(path: path)))

    let table = RankTable(questions: questions, ranks: ranks)
    if let path = options.recording { try table.write(to: path) }
    let isUnchanged = try options.comparing.map { try table.isEqual(toRecordAt: $0) } ?? true
    guard options.copies == 0 else { return }
    let isGood = scores.meanReciprocalRank >= 0.43 && scores.recallOf100 >= 0.71
    if !isGood { print("MRR@10 is below 0.43 or recall@100 is below 0.71") }
    if !(isGood && isUnchanged) { exit(1) }
  }
}

/// The command line options.
private struct Options {
  let folder: String
  private(set) var recording: String?
  private(set) var comparing: String?
  private(set) var copies = 0

  init?(_ arguments: [String]) {
    guard let folder = arguments.first, arguments.count % 2 == 1 else { return nil }
    self.folder = folder
    for place in stride(from: 1, to: arguments.count, by: 2) {
      switch (arguments[place], arguments[place + 1]) {
      case ("--record", let path): recording = path
      case ("--compare", let path): comparing = path
      case ("--copies", let number):
        guard let number = Int(number), number >= 0 else { return nil }
        copies = number
      default: return nil
      }
    }
  }
}
