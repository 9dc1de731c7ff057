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
    for target in try Target.all() {
      let end = ContinuousClock.now + .seconds(seconds)
      var random = SeededRandom(seed: seed)
      var mutator = Mutator(samples: target.samples)
      var inputs = 0
      var slowest = Duration.zero
      while ContinuousClock.now < end {
        let input = mutator.next(using: &random)
        try Data(input).write(to: URL(fileURLWithPath: "\(kept)-\(target.name)"))
        slowest = max(slowest, ContinuousClock().measure { target.read(input) })
        precondition(slowest < .seconds(20), "\(target.name) takes too long")
        inputs += 1
      }
      try FileManager.default.removeItem(atPath: "\(kept)-\(target.name)")
      print("\(target.name): \(inputs) inputs, the slowest in \(slowest), clean")
    }
  }
}

/// A generator of mutated samples: changed bits and bytes, removed and repeated runs, pieces of
/// other samples, truncation.
struct Mutator {
  let samples: [[UInt8]]

  mutating func next(using random: inout SeededRandom) -> [UInt8] {
    var bytes = samples.randomElement(using: &random)!
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3:
        let piece = Array(bytes[place..<end])
        let times = Int.random(in: 1...50, using: &random)
        bytes.insert(contentsOf: repeatElement(piece, count: times).joined(), at: end)
      case 4:
        let other = samples.randomElement(using: &random)!
        let start = Int.random(in: 0...other.count, using: &random)
        bytes.insert(contentsOf: other[start..<min(other.count, start + 60)], at: place)
      default: bytes.removeLast(min(bytes.count, Int.random(in: 0...100, using: &random)))
      }
    }
    return bytes
  }
}
