import Corpus

/// The groups of near-duplicate paragraphs, each in order of appearance.
///
/// The order is by the reports' years (unknown years last), then by path, then by position in the
/// text. It depends on the current metadata of the reports and is not stored.
struct CopyGroups: Sendable {
  /// The group number of each paragraph, from 1, by id; 0 for paragraphs without near-duplicates.
  /// Empty if there are no groups.
  private let numbers: [UInt32]
  /// The offset of each group in ``members``, and a final entry for the end of the last group.
  private let bounds: [Int]
  /// The paragraph ids of all groups, concatenated, each group in order of appearance.
  private let members: [UInt32]
  /// The rank of each report in order of appearance, by report id.
  private let places: [UInt32]
  private let reports: [UInt32]

  /// Creates groups from the stored group of each paragraph.
  ///
  /// - Complexity: O(*n*) in the paragraphs, O(*n* log *n*) in the grouped paragraphs and the
  ///   reports.
  init(
    of stored: [UInt32], attributes: ParagraphAttributes,
    reports: () throws -> [UInt32: ReportRecord]
  ) rethrows {
    guard stored.contains(where: { $0 != 0 }) else {
      (numbers, bounds, members, places, self.reports) = ([], [0, 0], [], [], [])
      return
    }
    let (order, ofParagraphs) = (Self.order(of: try reports()), attributes.reports)
    var places = [UInt32](repeating: 0, count: Int(order.max() ?? 0) + 1)
    for (place, report) in order.enumerated() { places[Int(report)] = UInt32(place) }
    var (numbers, counts) = (stored, [0])
    var known: [UInt32: UInt32] = [:]
    for id in stored.indices where stored[id] != 0 {
      let number = known[stored[id]] ?? UInt32(counts.count)
      if number == counts.count {
        known[stored[id]] = number
        counts.append(0)
      }
      numbers[id] = number
      counts[Int(number)] += 1
    }
    var bounds = [0]
    for count in counts { bounds.append(bounds[bounds.count - 1] + count) }
    (self.numbers, self.bounds, self.places, self.reports) = (numbers, bounds, places, ofParagraphs)
    var members = [UInt32](repeating: 0, count: bounds[counts.count])
    var ends = bounds
    var starts = [Int](repeating: ofParagraphs.count, count: places.count)
    for id in ofParagraphs.indices.reversed() where ofParagraphs[id] != 0 {
      starts[Int(ofParagraphs[id])] = id
    }
    for report in order {
      var id = starts[Int(report)]
      // The paragraphs of a report have contiguous ids.
      while id < ofParagraphs.count, ofParagraphs[id] == report {
        let group = Int(numbers[id])
        if group != 0 {
          members[ends[group]] = UInt32(id)
          ends[group] += 1
        }
        id += 1
      }
    }
    self.members = members
  }

  /// Returns the report ids in order of appearance.
  private static func order(of reports: [UInt32: ReportRecord]) -> [UInt32] {
    let sorted = reports.sorted { left, right in
      (left.value.year.year ?? .max, left.value.paths.first ?? "", left.value.part, left.key)
        < (
          right.value.year.year ?? .max, right.value.paths.first ?? "", right.value.part, right.key
        )
    }
    return sorted.map(\.key)
  }

  /// The numbers of the groups.
  var groups: Range<Int> { 1..<bounds.count - 1 }

  /// Returns the group number of a paragraph, or `nil` if it has no near-duplicates.
  @inline(__always)
  func group(of id: UInt32) -> Int? {
    let number = Int(id) < numbers.count ? numbers[Int(id)] : 0
    return number == 0 ? nil : Int(number)
  }

  /// Returns the paragraphs of a group in order of appearance; at least two.
  func members(of group: Int) -> [UInt32] { Array(members[bounds[group]..<bounds[group + 1]]) }

  /// Returns true if the report of a paragraph precedes the report of another one.
  func appears(inEarlierReport id: UInt32, than other: UInt32) -> Bool {
    places[Int(reports[Int(id)])] < places[Int(reports[Int(other)])]
  }

  /// Returns true if a paragraph precedes another one in order of appearance.
  @inline(__always)
  func appears(_ id: UInt32, before other: UInt32) -> Bool {
    (places[Int(reports[Int(id)])], id) < (places[Int(reports[Int(other)])], other)
  }

  /// Returns matches with near-duplicates folded: each group is represented by the first matching
  /// paragraph in order of appearance.
  ///
  /// - Complexity: O(*n*) in the matching paragraphs and the groups.
  func withoutCopies(_ found: MatchList) -> MatchList {
    numbers.isEmpty ? found : found.keeping(isFirst(among: found.keys))
  }

  /// Returns a predicate that is true for the first paragraph of each group among `ids`, and for
  /// paragraphs without near-duplicates.
  ///
  /// - Complexity: O(*n*) in the paragraphs and the groups.
  func isFirst(among ids: some Sequence<UInt32>) -> (UInt32) -> Bool {
    guard !numbers.isEmpty else { return { _ in true } }
    let numbers = numbers
    var first = [UInt32](repeating: 0, count: groups.upperBound)
    for id in ids {
      let group = Int(numbers[Int(id)])
      if group != 0, first[group] == 0 || appears(id, before: first[group]) { first[group] = id }
    }
    return { [first] id in
      let group = Int(numbers[Int(id)])
      return group == 0 || first[group] == id
    }
  }
}
