import Foundation
import TestSupport
import Testing

/// Replays the inputs that fuzzing kept, and some seeded mutations of the samples, for each reader
/// and the query parser. A short form of `scripts/fuzz`, which takes seconds.
struct KeptInputTests {
  private static let targets = try! FuzzTarget.all()

  /// Returns the kept inputs with their paths.
  private static func keptInputs() throws -> [(name: String, bytes: [UInt8])] {
    try ProjectFolder.files(below: ProjectFolder.root + "/Tests/Fuzzing/seeds").map { path in
      (path, try Array(Data(contentsOf: URL(fileURLWithPath: path))))
    }
  }

  @Test(arguments: targets.map(\.name))
  func `kept inputs and samples satisfy all properties`(name: String) throws {
    let target = try #require(Self.targets.first { $0.name == name })
    for sample in target.samples { try target.read(sample) }
    let inputs = try Self.keptInputs()
    #expect(inputs.count >= 6)
    for input in inputs {
      #expect(throws: Never.self, "\(input.name)") { try target.read(input.bytes) }
    }
  }

  @Test(.law, arguments: targets.map(\.name))
  func `mutations of samples satisfy all properties`(name: String) throws {
    let target = try #require(Self.targets.first { $0.name == name })
    let mutator = Mutator(samples: target.samples)
    var random = SeededRandom(seed: LawSeeds.seed(1))
    for round in 0..<LawSeeds.rounds(400) {
      let input = mutator.next(using: &random)
      #expect(throws: Never.self, "round \(round)") { try target.read(input) }
    }
  }
}
