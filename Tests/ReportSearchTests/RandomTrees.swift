import Corpus
import ReportSearch
import TestSupport
import TextAnalysis

/// A generator of random query trees over the characters of ``RandomReports``.
struct RandomTrees {
  var random: SeededRandom

  private static let alphabet = Array("控控辍保学，。a1\"".unicodeScalars)

  /// Returns a query that is neither a filter nor an exclusion, with up to `depth` levels.
  mutating func query(depth: Int = 3) -> Query {
    guard depth > 0 else { return .term(term()) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: return .term(term())
    case 3: return near(depth: depth)
    case 4...5: return .any(members(depth: depth))
    case 6...8: return all(depth: depth)
    default: return .same(Scope.allCases.randomElement(using: &random)!, query(depth: depth - 1))
    }
  }

  private mutating func members(depth: Int) -> [Query] {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in query(depth: depth - 1) }
  }

  private mutating func all(depth: Int) -> Query {
    var members = (0..<Int.random(in: 1...2, using: &random)).map { _ in query(depth: depth - 1) }
    if Int.random(in: 0..<3, using: &random) == 0 {
      members.append(.excluding(query(depth: depth - 1)))
    }
    if Bool.random(using: &random) || members.count == 1 { members.append(filter(depth: 2)) }
    return .all(members.shuffled(using: &random))
  }

  private mutating func near(depth: Int) -> Query {
    .near(
      side(depth: depth - 1), side(depth: depth - 1),
      distance: Int.random(in: 0...6, using: &random), isOrdered: Bool.random(using: &random))
  }

  private mutating func side(depth: Int) -> Query {
    switch depth > 0 ? Int.random(in: 0..<5, using: &random) : 0 {
    case 3: near(depth: depth)
    case 4: .any([side(depth: depth - 1), side(depth: depth - 1)])
    default: .term(term())
    }
  }

  // MARK: Terms

  private mutating func string(length: ClosedRange<Int>) -> String {
    random.string(of: Self.alphabet, length: length)
  }

  private mutating func term() -> Term {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return .pattern(pattern())
    case 1:
      let characters = Array("控辍輟学學，a“Ｂe\u{301}".unicodeScalars)
      return OriginalText(random.string(of: characters, length: 1...3)).map { .original($0) }
        ?? term()
    case 2:
      let variants = (0..<Int.random(in: 1...3, using: &random)).map { _ in string(length: 1...3) }
      let exclusions = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        string(length: 2...4)
      }
      return .concept(Concept(name: "甲", variants: variants, exclusions: exclusions)!)
    default:
      // The string is folded first because the reference treats two spellings as two terms.
      let folded = FoldedText(string(length: 1...3)).string
      let isLoose = Int.random(in: 0..<4, using: &random) == 0
      return .literal(Literal(folded, allowsInterruption: isLoose)!)
    }
  }

  private mutating func pattern() -> Pattern {
    let count = Int.random(in: 2...4, using: &random)
    let joints: [Pattern.Joint] = (1..<count).map { _ in
      Bool.random(using: &random)
        ? .gap : .anyCharacter(count: Int.random(in: 1...2, using: &random))
    }
    return Pattern(pieces: (0..<count).map { _ in string(length: 1...2) }, joints: joints)!
  }

  // MARK: Filters

  private mutating func filter(depth: Int) -> Query {
    switch depth > 0 ? Int.random(in: 0..<8, using: &random) : 0 {
    case 5: .any([filter(depth: depth - 1), filter(depth: depth - 1)])
    case 6: .all([filter(depth: depth - 1), filter(depth: depth - 1)])
    case 7: .excluding(filter(depth: depth - 1))
    default: .filter(single())
    }
  }

  private mutating func single() -> Filter {
    let text = FoldedText(string(length: 1...1))
    switch Int.random(in: 0..<12, using: &random) {
    case 0...3: return .mentionYear(years())
    case 4: return .reportYear(years())
    case 5: return .region(RegionFilter(["泸州", "510502", "某县"].randomElement(using: &random)!))
    case 6: return .documentType(["总结", "计划", "报告"].randomElement(using: &random)!)
    case 7: return .section(SectionKind.allCases.randomElement(using: &random)!)
    case 8:
      let days = (1...20).randomElement(using: &random)!
      return .published(
        DateFilter(
          first: CalendarDate(year: 2012, month: 2, day: days),
          last: CalendarDate(year: 2012, month: 2, day: days + 8)))
    case 9: return .text(.heading, text)
    case 10: return .text(.path, ["甲", "乙", "丙"].randomElement(using: &random)!)
    default: return .text(Bool.random(using: &random) ? .title : .issuer, text)
    }
  }

  private mutating func years() -> YearFilter {
    let rows = ["2010", "2010–2012", "placeholder", "undated", "2012/13"]
    if Bool.random(using: &random) { return YearFilter(row: rows.randomElement(using: &random)!) }
    let first = Int.random(in: 2009...2013, using: &random)
    return YearFilter(
      first: Bool.random(using: &random) ? first : nil,
      last: first + Int.random(in: 0...2, using: &random))
  }
}
