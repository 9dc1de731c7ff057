import Foundation
import TestSupport
import Testing

/// The inputs that fuzzing kept, and a few seeded mutations of the samples, through each reader and the
/// parser of queries: what `scripts/fuzz` does for minutes, in seconds.
struct KeptInputTests {
  private static let targets = try! FuzzTarget.all()

  /// The kept inputs, by their paths below `Tests/Fuzzing`.
  private static func keptInputs() throws -> [(name: String, bytes: [UInt8])] {
    try ProjectFolder.files(below: ProjectFolder.root + "/Tests/Fuzzing/seeds").map { path in
      (path, try Array(Data(contentsOf: URL(fileURLWithPath: path))))
    }
  }

  @Test(arguments: targets.map(\.name))
  func `kept inputs and samples keep the promises`(name: String) throws {
    let target = try #require(Self.targets.first { $0.name == name })
    for sample in target.samples { try target.read(sample) }
    let inputs = try Self.keptInputs()
    #expect(inputs.count >= 6)
    for input in inputs {
      #expect(throws: Never.self, "\(input.name)") { try target.read(input.bytes) }
    }
  }

  @Test(.law, arguments: targets.map(\.name))
  func `mutations of samples keep the promises`(name: String) throws {
    let target = try #require(Self.targets.first { $0.name == name })
    let mutator = Mutator(samples: target.samples)
    var random = SeededRandom(seed: LawSeeds.seed(1))
    for round in 0..<LawSeeds.rounds(400) {
      let input = mutator.next(using: &random)
      #expect(throws: Never.self, "round \(round)") { try target.read(input) }
    }
  }
}
