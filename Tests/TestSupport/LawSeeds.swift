import Foundation
public import Testing

/// The seeds and rounds of laws, which are tests of properties on random inputs.
///
/// Two environment variables choose the inputs:
///
/// * `DUANSOU_LAWS=full` takes every seed and every round; otherwise a tenth of them is taken, at least one.
/// * `SEED` is a whole number that moves all seeds, for nightly runs on other inputs; it is 0 by default, so
///   that runs are reproducible.
public enum LawSeeds {
  /// Whether every seed and every round is taken.
  public static let isFull = ProcessInfo.processInfo.environment["DUANSOU_LAWS"] == "full"

  /// The number that moves all seeds.
  public static let base: UInt64 = {
    guard let text = ProcessInfo.processInfo.environment["SEED"], !text.isEmpty else { return 0 }
    guard let number = UInt64(text) else { fatalError("SEED is not a whole number: \(text)") }
    return number
  }()

  /// Returns the seeds to take, of as many as the full form takes.
  public static func seeds(_ count: Int) -> [UInt64] {
    (1...UInt64(rounds(count))).map { seed($0) }
  }

  /// Returns a seed for a test that has only one, or that numbers its seeds itself.
  public static func seed(_ number: UInt64) -> UInt64 { base &* 1_000_000 &+ number }

  /// Returns one of every so many cases, which the seed chooses; all of them in the full form.
  public static func cases<Case>(_ all: [Case], oneIn share: Int) -> [Case] {
    let first = Int(base % UInt64(share))
    return all.enumerated().filter { isFull || $0.offset % share == first }.map(\.element)
  }

  /// Returns the number of rounds to take, of as many as the full form takes.
  public static func rounds(_ count: Int) -> Int { isFull ? count : max(1, count / 10) }
}

extension Trait where Self == IssueHandlingTrait {
  /// Tells beside every failure of a law how to repeat it.
  public static var law: Self {
    .compactMapIssues { issue in
      var issue = issue
      issue.comments.append(Comment(rawValue: repetition(at: issue.sourceLocation)))
      return issue
    }
  }
}

/// Returns the seed of this run, and the command that repeats a failure.
private func repetition(at location: SourceLocation?) -> String {
  let variables = "SEED=\(LawSeeds.base)" + (LawSeeds.isFull ? " DUANSOU_LAWS=full" : "")
  let place = (Test.current?.sourceLocation ?? location).map {
    $0.fileName.replacing(".swift", with: "\\.swift:\($0.line):")
  }
  return "\(variables); repeat it by: \(variables) swift test --filter '\(place ?? "")'"
}
