import Corpus

/// Which paragraphs are copies of each other, in the order in which they appeared.
///
/// The order is that of the reports' years, unknown ones last, then of their paths, then of the text.
/// It follows from what the reports are known as now, and is not stored.
struct CopyGroups: Sendable {
  /// The number of the group of each paragraph, from 1, by its id; 0 for those that are no copies. Empty if
  /// there are no groups.
  private let numbers: [UInt32]
  /// Where the members of each group begin in ``members``; one more entry says where the last ones end.
  private let bounds: [Int]
  /// The paragraphs of all groups, those of each in the order of their appearance.
  private let members: [UInt32]
  /// The places of the reports in the order, by their ids.
  private let places: [UInt32]
  private let reports: [UInt32]

  /// Takes the groups of paragraphs as they are stored.
  ///
  /// - Complexity: O(*n*) in the paragraphs, O(*n* log *n*) in those of groups and in the reports.
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
      // The paragraphs of a report have neighbouring ids.
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

  /// The ids of the reports, in the order in which they appeared.
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

  /// The number of the group of a paragraph; `nil` if it is no copy.
  @inline(__always)
  func group(of id: UInt32) -> Int? {
    let number = Int(id) < numbers.count ? numbers[Int(id)] : 0
    return number == 0 ? nil : Int(number)
  }

  /// The paragraphs of a group, in the order of their appearance; at least two.
  func members(of group: Int) -> [UInt32] { Array(members[bounds[group]..<bounds[group + 1]]) }

  /// Whether the report of one paragraph comes before that of another.
  func appears(inEarlierReport id: UInt32, than other: UInt32) -> Bool {
    places[Int(reports[Int(id)])] < places[Int(reports[Int(other)])]
  }

  /// Whether a paragraph appeared before another.
  @inline(__always)
  func appears(_ id: UInt32, before other: UInt32) -> Bool {
    (places[Int(reports[Int(id)])], id) < (places[Int(reports[Int(other)])], other)
  }

  /// Returns what was found without copies: of each group the paragraph that appeared first among those
  /// that were found.
  ///
  /// - Complexity: O(*n*) in the paragraphs that were found and the groups.
  func withoutCopies(_ found: MatchList) -> MatchList {
    numbers.isEmpty ? found : found.keeping(isFirst(among: found.keys))
  }

  /// Returns whether a paragraph is the one of its group that appeared first among some paragraphs, or is
  /// no copy at all.
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
