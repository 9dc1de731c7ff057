public import Corpus
public import TextAnalysis

/// What must be true of a hit beside its literals: `year:2011`, `region:泸州`, `type:计划`.
public enum Filter: Hashable, Sendable {
  /// A match speaks of some years.
  case mentionYear(YearFilter)
  /// The report is about some years.
  case reportYear(YearFilter)
  /// The page says that the report was published on some days.
  case published(DateFilter)
  /// The paragraph is about a region, or about one that lies in it.
  case region(RegionFilter)
  /// The report is a kind of document, by a part of its name: 计划.
  case documentType(FoldedText)
  /// The paragraph stands in a section of a kind.
  case section(SectionKind)
  /// A text beside the paragraph contains a string.
  case text(TextField, FoldedText)

  /// Texts beside a paragraph that filters ask.
  public enum TextField: String, Hashable, Sendable, CaseIterable {
    /// The title of the report.
    case title
    /// One of the headings above the paragraph.
    case heading
    /// Who issued the report.
    case issuer
    /// The path of a file that holds the report.
    case path
    /// The beginning of the report's identifier.
    case report
  }
}

/// Years that are asked for.
public struct YearFilter: Hashable, Sendable {
  /// The first year, or `nil` for no limit.
  public let first: Int?
  /// The last year, or `nil` for no limit.
  public let last: Int?
  /// The row of a table by years that is asked for, and no other: `2011–2015`, `placeholder`.
  public let row: String?

  /// Asks for years that touch a span; the first year is not after the last.
  public init(first: Int?, last: Int?) {
    precondition(first ?? .min <= last ?? .max, "the first year is not after the last")
    self.first = first
    self.last = last
    row = nil
  }

  /// Asks for one row of a table by years.
  public init(row: String) {
    first = nil
    last = nil
    self.row = row
  }

  /// Whether some years pass. Years that are not known pass only as the row that they are in.
  public func contains(_ years: MentionedYears) -> Bool {
    if let row { return years.row == row }
    guard years.from != nil || years.to != nil else { return false }
    return years.from ?? .min <= last ?? .max && years.to ?? .max >= first ?? .min
  }
}

/// A region that is asked for, with all below it.
public struct RegionFilter: Hashable, Sendable {
  /// What the user wrote: a name with or without its ending, or a code of two to six digits.
  public let text: String
  /// The divisions that it may mean; none for names that no division has, such as 某县.
  public let divisions: [Division]

  /// Asks for a region.
  public init(_ text: String) {
    self.text = text
    let folded = FoldedText(text).string
    if folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (2...6).contains(folded.utf8.count) {
      let code = folded + String(repeating: "0", count: 6 - folded.utf8.count)
      divisions = Divisions.shared[code].map { [$0] } ?? []
    } else {
      let named = Divisions.shared.named(folded)
      divisions = named.isEmpty ? Divisions.shared.withStem(folded) : named
    }
  }

  /// Names of divisions that are similar to a name that no division has: those whose short name it
  /// contains, then those that differ by one character; five at most.
  var suggestions: [String] {
    let folded = FoldedText(text).string
    let short = { (division: Division) in division.stem ?? division.name }
    let contained = Divisions.shared.all.filter {
      short($0).count > 1 && folded.contains(short($0))
    }
    let similar = Divisions.shared.all.filter { division in
      [division.name, short(division)].contains { name in
        name.isWithinOneEdit(of: folded) && name.count > 2
          || name.count == 2 && folded.count == 2 && name.first == folded.first
      }
    }
    var names: [String] = []
    for division in contained + similar.sorted(by: { $0.level < $1.level })
    where !names.contains(division.name) { names.append(division.name) }
    return Array(names.prefix(5))
  }

  /// Whether a region is the one that is asked for, or lies in it.
  public func contains(_ region: Region) -> Bool {
    if let division = region.division {
      return divisions.contains { division == $0 || division.lies(in: $0) }
    }
    return divisions.isEmpty
      && region.name.map { FoldedText($0).contains(FoldedText(text)) } ?? false
  }
}
