import Foundation
import TestSupport
import Testing

/// Replays the texts that fuzzing of folding kept, and seeded pieces of the samples. A violated
/// property stops the test process with its message.
struct KeptTextTests {
  private func check(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      // The entry point of libFuzzer requires an address even without bytes, which an empty buffer
      // may lack.
      if let start = buffer.baseAddress { _ = fuzzFolding(start, buffer.count) }
    }
  }

  @Test func `kept texts satisfy all properties`() throws {
    let paths = try ProjectFolder.files(below: ProjectFolder.root + "/Tests/Fuzzing/seeds")
    #expect(paths.count >= 6)
    for path in paths { check(try Array(Data(contentsOf: URL(fileURLWithPath: path)))) }
  }

  @Test(.law, arguments: LawSeeds.seeds(100))
  func `mutated pieces of samples satisfy all properties`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let samples = try ProjectFolder.files(below: ProjectFolder.samples).map { path in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let start = Int.random(in: 0...max(0, bytes.count - 200), using: &random)
      return Array(bytes[start..<min(bytes.count, start + 200)])
    }
    let mutator = Mutator(samples: samples)
    for _ in 0..<20 { check(Array(mutator.next(using: &random).prefix(400))) }
  }
}
