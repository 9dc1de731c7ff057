/// Computes how much text pairs of reports share, by report id.
struct SharedText {
  /// A pair of reports, with the number of paragraphs of the later one that have a near-duplicate
  /// in the earlier one, and their number of folded characters.
  struct Pair: Hashable {
    let earlier, later: UInt32
    let paragraphs, characters: Int
  }

  private let attributes: ParagraphAttributes
  private let copies: CopyGroups
  /// The counts that the current report shares with each other report, by report id.
  private var shared: [(paragraphs: Int, characters: Int)]

  init(attributes: ParagraphAttributes, copies: CopyGroups) {
    self.attributes = attributes
    self.copies = copies
    shared = Array(repeating: (0, 0), count: Int(attributes.reports.max() ?? 0) + 1)
  }

  /// Returns the pairs of reports that share the most text, in descending order, and the number of
  /// all pairs.
  ///
  /// - Complexity: O(*n*) in the near-duplicate pairs of paragraphs.
  mutating func pairs(limit: Int) -> (best: [Pair], count: Int) {
    var best: [Pair] = []
    var count = 0
    var start = 0
    while start < attributes.reports.count {
      let report = attributes.reports[start]
      var end = start + 1
      while end < attributes.reports.count, attributes.reports[end] == report { end += 1 }
      if report != 0 {
        let pairs = pairs(ofLater: UInt32(start)..<UInt32(end))
        count += pairs.count
        best += pairs
      }
      if best.count > 100_000 + 2 * min(limit, 1 << 30) { best = Self.first(limit, of: best) }
      start = end
    }
    return (Self.first(limit, of: best), count)
  }

  /// Returns the pairs of a report with earlier ones, those with the most shared text first.
  ///
  /// - Parameter paragraphs: The paragraphs of the report.
  mutating func pairs(ofLater paragraphs: Range<UInt32>) -> [Pair] {
    var met: [UInt32] = []
    for id in paragraphs {
      guard let group = copies.group(of: id) else { continue }
      var last: UInt32 = 0
      // Members are in the order of their reports, so each report is counted once.
      for member in copies.members(of: group) {
        guard copies.appears(inEarlierReport: member, than: id) else { break }
        let report = attributes.reports[Int(member)]
        if report == last { continue }
        last = report
        if shared[Int(report)].paragraphs == 0 { met.append(report) }
        shared[Int(report)].paragraphs += 1
        shared[Int(report)].characters += Int(attributes.characterCounts[Int(id)])
      }
    }
    let later = attributes.reports[Int(paragraphs.lowerBound)]
    let pairs = met.map { report in
      Pair(
        earlier: report, later: later, paragraphs: shared[Int(report)].paragraphs,
        characters: shared[Int(report)].characters)
    }
    for report in met { shared[Int(report)] = (0, 0) }
    return Self.first(.max, of: pairs)
  }

  /// Returns the pairs of a report with later ones, those with the most shared text first.
  ///
  /// - Parameter paragraphs: The paragraphs of the report.
  func pairs(ofEarlier paragraphs: Range<UInt32>) -> [Pair] {
    var taken: Set<UInt32> = []
    for id in paragraphs {
      guard let group = copies.group(of: id) else { continue }
      for member in copies.members(of: group).reversed() {
        guard copies.appears(inEarlierReport: id, than: member) else { break }
        taken.insert(member)
      }
    }
    let earlier = attributes.reports[Int(paragraphs.lowerBound)]
    let byReport = Dictionary(grouping: taken) { attributes.reports[Int($0)] }
    return Self.first(
      .max,
      of: byReport.map { report, members in
        Pair(
          earlier: earlier, later: report, paragraphs: members.count,
          characters: members.reduce(0) { $0 + Int(attributes.characterCounts[Int($1)]) })
      })
  }

  private static func first(_ limit: Int, of pairs: [Pair]) -> [Pair] {
    let sorted = pairs.sorted {
      ($1.characters, $0.later, $0.earlier) < ($0.characters, $1.later, $1.earlier)
    }
    return Array(sorted.prefix(limit))
  }
}
