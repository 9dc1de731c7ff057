/// A generator of mutated samples: changed bits and bytes, removed and repeated runs, pieces of
/// other samples, truncation.
public struct Mutator {
  private let samples: [[UInt8]]

  /// Creates a generator.
  public init(samples: [[UInt8]]) { self.samples = samples }

  /// Returns a random sample with one to six random changes.
  public func next(using random: inout SeededRandom) -> [UInt8] {
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
