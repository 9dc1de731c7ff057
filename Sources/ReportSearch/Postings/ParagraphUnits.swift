/// Groups paragraphs into units: sections or reports.
struct ParagraphUnits {
  /// The unit of each paragraph, by paragraph id.
  private let units: [UInt32]

  /// Creates the groups from the unit of each paragraph. Units are numbered by the id of a
  /// paragraph or a report.
  init(_ units: [UInt32]) { self.units = units }

  /// Returns the matches in units where all of some lists have a match and no excluded list has
  /// one.
  ///
  /// - Complexity: O(*n*) in the keys of the lists and in the paragraphs.
  func all(_ lists: [MatchList], excluding excluded: [MatchList]) -> MatchList {
    var met = [UInt16](repeating: 0, count: Int(units.max() ?? 0) + 1)
    for (number, list) in lists.enumerated() {
      for id in list.keys where met[Int(units[Int(id)])] == number {
        met[Int(units[Int(id)])] = UInt16(number + 1)
      }
    }
    for list in excluded {
      for id in list.keys { met[Int(units[Int(id)])] = .max }
    }
    let wanted = UInt16(lists.count)
    return MatchList.union(
      lists.map { list in list.keeping { met[Int(units[Int($0)])] == wanted } })
  }
}
