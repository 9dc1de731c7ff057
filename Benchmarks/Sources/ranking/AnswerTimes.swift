import Foundation
import ReportSearch

/// How long answers with their texts take, in one process, one after the other.
struct AnswerTimes: CustomStringConvertible {
  /// The first one, which reads the attributes of all paragraphs: milliseconds.
  private let first: Double
  /// All others, ascending: milliseconds.
  private let others: [Double]

  /// Asks each question three times of an index opened anew, and keeps the shortest.
  init(of questions: [String], index: ReportIndex) throws {
    func time(_ body: () throws -> Void) rethrows -> Double {
      try ContinuousClock().measure(body) / .milliseconds(1)
    }
    first = try time { _ = try index.read { try $0.ask(questions[0], limit: 20) } }
    others = try questions.map { question in
      try (0..<3).map { _ in
        try time { _ = try index.read { try $0.ask(question, limit: 20) } }
      }.min()!
    }.sorted()
  }

  var description: String {
    String(
      format: "twenty best with texts: median %.1f ms, 95 %% %.1f ms, most %.1f ms; first %.0f ms",
      others[others.count / 2], others[others.count * 95 / 100], others.last!, first)
  }
}
