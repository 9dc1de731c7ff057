import Foundation
import ReportSearch

/// The times of answers with their texts, measured one after the other in one process.
struct AnswerTimes: CustomStringConvertible {
  /// The time of the first answer, which loads the attributes of all paragraphs, in milliseconds.
  private let first: Double
  /// The times of all answers after that, ascending, in milliseconds.
  private let others: [Double]

  /// Measures each question three times and keeps the shortest time. The index must be newly
  /// opened.
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
