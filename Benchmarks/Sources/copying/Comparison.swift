import Corpus
import ReportSearch
import TestSupport

/// The near-duplicate groups of an index, compared with all pairs of near-duplicate paragraphs.
struct Comparison {
  /// The group of each paragraph, by its number over all reports; `nil` if it is in no group.
  private var groups: [Int?] = []
  /// The paragraphs of each group.
  private var members: [[Int]] = []
  /// The number of each paragraph in ``shingles``; `nil` if it is not compared.
  private var numbers: [Int?] = []
  private var shingles = PlainShingles()

  /// The counts for recall and precision.
  struct Result: CustomStringConvertible {
    let paragraphs, compared, sampled, groups, copies: Int
    /// The number of near-duplicate pairs, and of those in one group.
    let pairs, found: Int
    /// The number of pairs within groups, and of those that a chain of near-duplicate pairs
    /// connects.
    let grouped, joined: Int

    var description: String {
      """
      \(paragraphs) paragraphs, of which \(compared) are compared; \(groups) groups with \(copies) paragraphs
        recall: \(found) of \(pairs) near pairs of \(sampled) paragraphs with all are in one group\
       (\(Self.share(found, pairs)))
        precision: \(joined) of \(grouped) pairs in one group are joined by near pairs\
       (\(Self.share(joined, grouped)))
      """
    }

    private static func share(_ part: Int, _ all: Int) -> String {
      all == 0 ? "none" : "\(Double(part * 1_000_000 / all) / 1_000_000)"
    }
  }

  /// Reads the paragraphs and groups of an index.
  init(_ index: ReportIndex) throws {
    var places: [String: Int] = [:]
    for report in try index.reports() {
      for paragraph in try index.paragraphs(of: report) {
        places[paragraph.identifier] = numbers.count
        let isTaken = paragraph.kind != .title && paragraph.kind != .heading
        numbers.append(isTaken ? shingles.add(paragraph.text) : nil)
      }
    }
    groups = Array(repeating: nil, count: numbers.count)
    for group in try index.copies(limit: .max).groups {
      members.append(group.paragraphs.map { places[$0.paragraph.identifier]! })
      for place in members[members.count - 1] { groups[place] = members.count - 1 }
    }
  }

  /// Returns true if two paragraphs are in one group.
  func areInOneGroup(_ left: Int, _ right: Int) -> Bool {
    groups[left] != nil && groups[left] == groups[right]
  }

  /// Compares sampled paragraphs with all others, and the members of each group with one another.
  ///
  /// - Parameter sample: The number of sampled paragraphs; 0 compares all pairs.
  func compare(sample: Int) -> Result {
    let compared = numbers.indices.filter { numbers[$0] != nil }
    var random = SeededRandom(seed: 1)
    let sampled =
      sample == 0 ? compared : Array(compared.shuffled(using: &random).prefix(sample))
    var (pairs, found) = (0, 0)
    for (count, place) in sampled.enumerated() {
      // If all paragraphs are compared, each pair is compared once.
      let others = sample == 0 ? compared[..<count] : compared[...]
      for other in others where other != place && areNear(place, other) {
        pairs += 1
        if areInOneGroup(place, other) { found += 1 }
      }
    }
    var (grouped, joined) = (0, 0)
    for group in members {
      grouped += group.count * (group.count - 1) / 2
      joined += components(of: group).reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
    return Result(
      paragraphs: numbers.count, compared: compared.count, sampled: sampled.count,
      groups: members.count, copies: members.reduce(0) { $0 + $1.count }, pairs: pairs,
      found: found, grouped: grouped, joined: joined)
  }

  private func areNear(_ left: Int, _ right: Int) -> Bool {
    guard let first = numbers[left], let second = numbers[right] else { return false }
    return shingles.areNear(first, second)
  }

  /// Returns the sizes of the connected components that near-duplicate pairs form in a group.
  private func components(of group: [Int]) -> [Int] {
    var open = Set(group)
    var sizes: [Int] = []
    while let first = open.popFirst() {
      var (size, next) = (1, [first])
      while let place = next.popLast() {
        let near = open.filter { areNear(place, $0) }
        open.subtract(near)
        next += near
        size += near.count
      }
      sizes.append(size)
    }
    return sizes
  }
}
