import Foundation
public import Testing

/// The seeds and rounds of laws, which are property tests on random inputs.
///
/// Two environment variables choose the inputs:
///
/// * `DUANSOU_LAWS=full` runs every seed and every round. The default is a tenth of them, at least
///   one.
/// * `SEED` is a nonnegative integer that shifts all seeds, for nightly runs on other inputs. The
///   default is 0, so that runs are reproducible.
public enum LawSeeds {
  /// True if every seed and every round runs.
  public static let isFull = ProcessInfo.processInfo.environment["DUANSOU_LAWS"] == "full"

  /// The value of `SEED`, which shifts all seeds.
  public static let base: UInt64 = {
    guard let text = ProcessInfo.processInfo.environment["SEED"], !text.isEmpty else { return 0 }
    guard let number = UInt64(text) else { fatalError("SEED is not a whole number: \(text)") }
    return number
  }()

  /// Returns the seeds to run.
  ///
  /// - Parameter count: The number of seeds of a full run.
  public static func seeds(_ count: Int) -> [UInt64] {
    (1...UInt64(rounds(count))).map { seed($0) }
  }

  /// Returns the seed with a number, shifted by ``base``.
  ///
  /// For tests that have one seed only, or that number their seeds themselves.
  public static func seed(_ number: UInt64) -> UInt64 { base &* 1_000_000 &+ number }

  /// Returns one of every `share` cases, or all cases in a full run. ``base`` chooses which ones.
  public static func cases<Case>(_ all: [Case], oneIn share: Int) -> [Case] {
    let first = Int(base % UInt64(share))
    return all.enumerated().filter { isFull || $0.offset % share == first }.map(\.element)
  }

  /// Returns the number of rounds to run.
  ///
  /// - Parameter count: The number of rounds of a full run.
  public static func rounds(_ count: Int) -> Int { isFull ? count : max(1, count / 10) }
}

extension Trait where Self == IssueHandlingTrait {
  /// Appends to every failure of a law the command that repeats it.
  public static var law: Self {
    .compactMapIssues { issue in
      var issue = issue
      issue.comments.append(Comment(rawValue: repetition(at: issue.sourceLocation)))
      return issue
    }
  }
}

/// Returns the environment variables of this run and the command that repeats a failure.
private func repetition(at location: SourceLocation?) -> String {
  let variables = "SEED=\(LawSeeds.base)" + (LawSeeds.isFull ? " DUANSOU_LAWS=full" : "")
  let place = (Test.current?.sourceLocation ?? location).map {
    $0.fileName.replacing(".swift", with: "\\.swift:\($0.line):")
  }
  return "\(variables); repeat it by: \(variables) swift test --filter '\(place ?? "")'"
}
