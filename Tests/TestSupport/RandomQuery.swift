import Corpus
public import ReportSearch
import TextAnalysis

/// A generator of random queries in the parser's normal form: no list contains a list of its own
/// kind or an element twice.
public struct RandomQuery {
  /// The concepts that the queries use.
  public let concepts: ConceptList
  private let called: [Concept]
  private let alphabet: [Unicode.Scalar]
  private var random: SeededRandom

  /// Creates a generator.
  ///
  /// - Parameter alphabet: The characters of the terms.
  public init(seed: UInt64, alphabet: String = "控辍保学校aB1 \"“”\\()（-|&/>?…~@:.\u{301}輟\n") {
    random = SeededRandom(seed: seed)
    self.alphabet = Array(alphabet.unicodeScalars)
    called = [
      Concept(name: "控辍", variants: ["控辍", "控辍保"], exclusions: ["控辍保学"])!,
      Concept(name: "a b|(", variants: ["保", "学校"])!,
    ]
    var list = ConceptList()
    for concept in called { list.add(concept) }
    concepts = list
  }

  /// Returns a query that can match by itself: neither a filter nor an exclusion.
  public mutating func query() -> Query { positive(depth: 2) }

  private mutating func chance(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  // MARK: Trees

  private mutating func positive(depth: Int) -> Query {
    guard depth > 0 else { return .term(term()) }
    switch chance(6) {
    case 0: return .term(term())
    case 1: return near(depth: depth)
    case 2: return any(depth: depth) { $0.positive(depth: depth - 1) }
    case 3:
      return .same(Scope.allCases.randomElement(using: &random)!, positive(depth: depth - 1))
    default: return all(depth: depth)
    }
  }

  private mutating func near(depth: Int) -> Query {
    .near(
      side(depth: depth - 1), side(depth: depth - 1), distance: chance(30),
      isOrdered: chance(2) == 0)
  }

  private mutating func side(depth: Int) -> Query {
    switch depth > 0 ? chance(4) : 0 {
    case 1: near(depth: depth)
    case 2: any(depth: depth) { $0.side(depth: depth - 1) }
    default: .term(term())
    }
  }

  private mutating func any(depth: Int, _ member: (inout Self) -> Query) -> Query {
    var members: [Query] = []
    for _ in 0...chance(3) {
      let query = member(&self)
      if case .any(let inner) = query { members += inner } else { members.append(query) }
    }
    let different = different(members)
    return different.count > 1 ? .any(different) : different[0]
  }

  private mutating func all(depth: Int) -> Query {
    var members = [positive(depth: depth - 1)]
    for _ in 0...chance(3) {
      switch chance(5) {
      case 0: members.append(.excluding(positive(depth: depth - 1)))
      case 1: members.append(filters(depth: 2))
      default: members.append(positive(depth: depth - 1))
      }
    }
    return joined(members)
  }

  private mutating func filters(depth: Int) -> Query {
    switch depth > 0 ? chance(5) : 0 {
    case 1:
      let query = filters(depth: depth - 1)
      if case .excluding = query { return query }
      return .excluding(query)
    case 2: return any(depth: depth) { $0.filters(depth: depth - 1) }
    case 3: return joined([filters(depth: depth - 1), filters(depth: depth - 1)])
    default: return .filter(filter())
    }
  }

  private func joined(_ queries: [Query]) -> Query {
    let members = queries.flatMap { query in
      if case .all(let inner) = query, query.isFilter || !inner.contains(where: \.isFilter) {
        inner
      } else {
        [query]
      }
    }
    let different = different(members)
    return different.count > 1 ? .all(different) : different[0]
  }

  private func different(_ queries: [Query]) -> [Query] {
    var seen: Set<Query> = []
    return queries.filter { seen.insert($0).inserted }
  }

  // MARK: Leaves

  private mutating func term() -> Term {
    switch chance(8) {
    case 0: .pattern(pattern())
    case 1: .original(OriginalText(text())!)
    case 2: .concept(called[chance(2)])
    case 3: .literal(Literal(text(), allowsInterruption: true)!)
    default: .literal(Literal(text())!)
    }
  }

  private mutating func pattern() -> Pattern {
    let joints = (0...chance(2)).map { _ in
      chance(2) == 0 ? Pattern.Joint.gap : .anyCharacter(count: chance(3) + 1)
    }
    return Pattern(pieces: (0...joints.count).map { _ in text() }, joints: joints)!
  }

  /// Returns a string that is not empty after folding.
  private mutating func text() -> String {
    while true {
      let text = random.string(of: alphabet, length: 1...4)
      if !FoldedText(text).isEmpty { return text }
    }
  }

  private mutating func filter() -> Filter {
    switch chance(8) {
    case 0: return .mentionYear(years())
    case 1: return .reportYear(years())
    case 2:
      let day = CalendarDate(year: 2011 + chance(3), month: 1 + chance(12), day: 1 + chance(28))
      return .published(DateFilter(first: chance(2) == 0 ? day : nil, last: day))
    case 3: return .region(RegionFilter(["泸州", "510500", "某县", "a b"][chance(4)]))
    case 4: return .documentType(canonical(["总结", "计划", "工作", "其他"][chance(4)]))
    case 5: return .section(SectionKind.allCases.randomElement(using: &random)!)
    default:
      let field = Filter.TextField.allCases.randomElement(using: &random)!
      return .text(
        field, canonical(field == .report ? "r" + String(chance(16), radix: 16) : text()))
    }
  }

  private mutating func years() -> YearFilter {
    let year = 2008 + chance(6)
    switch chance(4) {
    case 0: return YearFilter(first: year, last: year + chance(3))
    case 1: return YearFilter(first: nil, last: year)
    case 2: return YearFilter(first: year, last: nil)
    default: return YearFilter(row: ["2011", "2011–2015", "2012/13", "undated"][chance(4)])
    }
  }

  private func canonical(_ text: String) -> FoldedText { FoldedText(FoldedText(text).string) }
}
