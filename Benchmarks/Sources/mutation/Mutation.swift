import Corpus
import Foundation
import ReportSearch
import TestSupport

/// Fuzzes the readers and the query parser with seeded mutations of samples, under AddressSanitizer
/// (`scripts/fuzz`).
///
/// Each input is written to a file before it is read, so that an input that causes a crash is kept.
@main
struct Mutation {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let seconds = Double(arguments[1]), let seed = UInt64(arguments[2])
    else {
      print("usage: mutation SECONDS SEED FOLDER")
      exit(64)
    }
    let kept = arguments[3] + "/mutation"
    for target in try FuzzTarget.all() + [FuzzTarget.layouts()] {
      let end = ContinuousClock.now + .seconds(seconds)
      var random = SeededRandom(seed: seed)
      let mutator = Mutator(samples: target.samples)
      var inputs = 0
      var slowest = Duration.zero
      while ContinuousClock.now < end {
        let input = mutator.next(using: &random)
        try Data(input).write(to: URL(fileURLWithPath: "\(kept)-\(target.name)"))
        slowest = max(slowest, try ContinuousClock().measure { try target.read(input) })
        precondition(slowest < .seconds(20), "\(target.name) takes too long")
        inputs += 1
      }
      try FileManager.default.removeItem(atPath: "\(kept)-\(target.name)")
      print("\(target.name): \(inputs) inputs, the slowest in \(slowest), clean")
    }
  }
}
