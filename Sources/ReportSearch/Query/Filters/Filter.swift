public import Corpus
public import TextAnalysis

/// A condition on matches or paragraphs in addition to the search terms: `year:2011`, `region:泸州`,
/// `type:计划`.
public enum Filter: Hashable, Sendable {
  /// The years attributed to a match intersect the given years.
  case mentionYear(YearFilter)
  /// The report's year is one of the given years.
  case reportYear(YearFilter)
  /// The publication date stated on the page lies in a range of days.
  case published(DateFilter)
  /// The paragraph's region is the given region or lies in it.
  case region(RegionFilter)
  /// The name of the report's document type contains a string: 计划.
  case documentType(FoldedText)
  /// The paragraph belongs to a section of the given kind.
  case section(SectionKind)
  /// A field of the report or of the paragraph's context contains a string.
  case text(TextField, FoldedText)

  /// The text fields that a filter can search.
  public enum TextField: String, Hashable, Sendable, CaseIterable {
    /// The title of the report.
    case title
    /// One of the headings above the paragraph.
    case heading
    /// The issuer of the report.
    case issuer
    /// The path of a file that contains the report.
    case path
    /// A prefix of the report's identifier.
    case report
  }
}

/// Years that a filter accepts: a range, or a single row of a table by years.
public struct YearFilter: Hashable, Sendable {
  /// The first year, or `nil` for no limit.
  public let first: Int?
  /// The last year, or `nil` for no limit.
  public let last: Int?
  /// The only accepted row of a table by years, such as `2011–2015` or `placeholder`; `nil` for a
  /// range.
  public let row: String?

  /// Creates a filter that accepts years that intersect a range.
  ///
  /// - Precondition: `first` is not greater than `last`.
  public init(first: Int?, last: Int?) {
    precondition(first ?? .min <= last ?? .max, "the first year is not after the last")
    self.first = first
    self.last = last
    row = nil
  }

  /// Creates a filter that accepts a single row of a table by years.
  public init(row: String) {
    first = nil
    last = nil
    self.row = row
  }

  /// Returns `true` if the filter accepts the given years. Unknown years pass only a filter for
  /// their own row.
  public func contains(_ years: MentionedYears) -> Bool {
    if let row { return years.row == row }
    guard years.from != nil || years.to != nil else { return false }
    return years.from ?? .min <= last ?? .max && years.to ?? .max >= first ?? .min
  }
}

/// An administrative region together with all divisions below it.
public struct RegionFilter: Hashable, Sendable {
  /// The text as typed: a name with or without its suffix, or a code of two to six digits.
  public let text: String
  /// The divisions that the text may denote; empty for names of no known division, such as 某县.
  public let divisions: [Division]

  /// Creates a filter from a name or a code.
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

  /// Suggestions for a name that denotes no division, five at most: first the divisions whose short
  /// name it contains, then those whose name differs by one edit.
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

  /// Returns `true` if a region is the requested region or lies in it.
  public func contains(_ region: Region) -> Bool {
    if let division = region.division {
      return divisions.contains { division == $0 || division.lies(in: $0) }
    }
    return divisions.isEmpty
      && region.name.map { FoldedText($0).contains(FoldedText(text)) } ?? false
  }
}
