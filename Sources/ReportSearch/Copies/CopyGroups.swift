import Corpus

/// Which paragraphs are copies of each other, in the order in which they appeared.
///
/// The order is that of the reports' years, unknown ones last, then of their paths, then of the text.
/// It follows from what the reports are known as now, and is not stored.
struct CopyGroups: Sendable {
  /// The number of the group of each paragraph, from 1, by its id; 0 for those that are no copies. Empty if
  /// there are no groups.
  private let numbers: [UInt32]
  /// The paragraphs of each group, in the order of their appearance.
  private let members: [[UInt32]]
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
      (numbers, members, places, self.reports) = ([], [[]], [], [])
      return
    }
    let (places, ofParagraphs) = (Self.places(of: try reports()), attributes.reports)
    var numbers = stored
    var known: [UInt32: UInt32] = [:]
    var members: [[UInt32]] = [[]]
    for id in stored.indices where stored[id] != 0 {
      let number = known[stored[id]] ?? UInt32(members.count)
      if number == members.count {
        known[stored[id]] = number
        members.append([])
      }
      numbers[id] = number
      members[Int(number)].append(UInt32(id))
    }
    for group in members.indices {
      members[group].sort {
        (places[Int(ofParagraphs[Int($0)])], $0) < (places[Int(ofParagraphs[Int($1)])], $1)
      }
    }
    (self.numbers, self.members, self.places) = (numbers, members, places)
    self.reports = ofParagraphs
  }

  private static func places(of reports: [UInt32: ReportRecord]) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: Int(reports.keys.max() ?? 0) + 1)
    let sorted = reports.sorted { left, right in
      (left.value.year.year ?? .max, left.value.paths.first ?? "", left.value.part, left.key)
        < (
          right.value.year.year ?? .max, right.value.paths.first ?? "", right.value.part, right.key
        )
    }
    for (place, report) in sorted.enumerated() { places[Int(report.key)] = UInt32(place) }
    return places
  }

  /// The numbers of the groups.
  var groups: Range<Int> { 1..<members.count }

  /// The number of the group of a paragraph; `nil` if it is no copy.
  @inline(__always)
  func group(of id: UInt32) -> Int? {
    let number = Int(id) < numbers.count ? numbers[Int(id)] : 0
    return number == 0 ? nil : Int(number)
  }

  /// The paragraphs of a group, in the order of their appearance; at least two.
  func members(of group: Int) -> [UInt32] { members[group] }

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
    guard !numbers.isEmpty else { return found }
    var first = [UInt32](repeating: 0, count: members.count)
    for id in found.keys {
      let group = Int(numbers[Int(id)])
      if group != 0, first[group] == 0 || appears(id, before: first[group]) { first[group] = id }
    }
    return found.keeping { id in
      let group = Int(numbers[Int(id)])
      return group == 0 || first[group] == id
    }
  }
}
