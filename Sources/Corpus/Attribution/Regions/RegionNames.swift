/// The names of divisions in a short text: a title, a heading, a signature.
///
/// | Text                        | Names                                          |
/// |-----------------------------|------------------------------------------------|
/// | 四川省泸州市江阳区教育局        | 四川省, 泸州市, 江阳区                             |
/// | 四川江阳区                    | 四川 (a name in it follows), 江阳区                |
/// | 江阳教育局                    | 江阳 (an office follows)                         |
/// | 朝阳产业                     | none                                           |
/// | 福建省福州市鼓楼区             | 福建省, 福州市, 鼓楼区: only the one of 福州          |
/// | 鼓楼区                       | 鼓楼区, with four candidates                      |
/// | XX市**区                     | XX市 and `**区`, anonymised                      |
///
/// - Complexity: O(*n*) in the length of the text.
struct RegionNames {
  /// A name in a text.
  struct Name: Hashable {
    /// Where it stands, in folded characters.
    let characters: Range<Int>
    /// The divisions that it may mean, ascending by code; none if it is anonymised.
    var candidates: [Division]

    /// Whether the name was replaced.
    var isAnonymised: Bool { candidates.isEmpty }
  }

  /// The text.
  let text: RegionText
  private let characters: RegionCharacters
  /// The names in the order of the text; they do not overlap.
  private(set) var names: [Name] = []

  /// Finds the names in a text.
  ///
  /// - Parameter isName: Whether the text is known to be a name: 泸州 then is one, and 江阳.
  init(in text: RegionText, isName: Bool = false) {
    self.text = text
    characters = text.characters
    var place = 0
    while place < characters.count {
      if let anonymised = AnonymisedName(in: characters, at: place) {
        names.append(Name(characters: anonymised.characters, candidates: []))
        place = anonymised.characters.upperBound
      } else if let name = name(at: place, isName: isName) {
        names.append(name)
        place = name.characters.upperBound
      } else {
        place += 1
      }
    }
    narrow()
  }

  /// Finds the names in a text.
  init(in text: String, isName: Bool = false) { self.init(in: RegionText(text), isName: isName) }

  /// The longest name at a place that what stands around it allows.
  private func name(at place: Int, isName: Bool) -> Name? {
    for entry in lexicon.entries(in: characters.units, at: place) {
      let range = place..<place + entry.letters.count
      if let candidates = candidates(of: entry, range, isName: isName) {
        return Name(characters: range, candidates: candidates)
      }
    }
    return nil
  }

  private func candidates(
    of entry: NameLexicon.Entry, _ range: Range<Int>, isName: Bool
  ) -> [Division]? {
    let divisions = entry.divisions.map { all[$0] }
    let inside = above(range).map { parents in divisions.filter { $0.liesInAny(of: parents) } }
    if let inside, !inside.isEmpty, entry.trust != .inContext { return inside }
    if isName, range == characters.units.indices { return divisions }
    let isFree = inside != nil || !PlaceBoundary.isInsideWords(range, of: characters)
    let isBounded = inside != nil || PlaceBoundary.isBefore(range, of: characters)
    switch entry.trust {
    case .anywhere: return isFree ? divisions : nil
    case .atBoundary:
      return isFree && isBounded && PlaceBoundary.isBehind(range, of: characters) ? divisions : nil
    case .belowParent: return nil
    case .inContext:
      guard isBounded else { return nil }
      if let inside, !inside.isEmpty {
        let cities = inside.filter { $0.level == .prefecture }
        if !cities.isEmpty { return cities }
        return ends(range) ? inside : nil
      }
      return stemCandidates(divisions, range)
    }
  }

  /// The divisions that a stem means by what stands behind it: an office, or a name in one of them.
  private func stemCandidates(_ divisions: [Division], _ range: Range<Int>) -> [Division]? {
    if let office = Office(in: characters, at: range.upperBound) {
      let fitting = divisions.filter { office.fits($0) }
      return fitting.isEmpty ? divisions : fitting
    }
    var next = range.upperBound
    if let mark = characters[next], PlaceBoundary.marks.contains(mark) { next += 1 }
    for entry in lexicon.entries(in: characters.units, at: next) {
      let end = next + entry.letters.count
      let below = entry.divisions.map { all[$0] }.filter {
        entry.trust != .inContext || $0.level == .prefecture || ends(next..<end)
      }
      let above = divisions.filter { division in below.contains { $0.lies(in: division) } }
      if !above.isEmpty { return above }
    }
    return nil
  }

  /// The divisions of the name that ends where another begins.
  private func above(_ range: Range<Int>) -> [Division]? {
    guard let last = names.last, last.characters.upperBound == range.lowerBound,
      !last.isAnonymised
    else { return nil }
    return last.candidates
  }

  /// Whether a stem that stands behind a name ends there: 四川省安居教育局, and not 四川省安居工程.
  private func ends(_ range: Range<Int>) -> Bool {
    !characters.isHan(at: range.upperBound) || Office(in: characters, at: range.upperBound) != nil
      || Self.learning.contains { characters.has($0, at: range.upperBound) }
  }

  /// Drops candidates that another name of the text speaks against: 鼓楼区 is the one of 福州 where 福州市 is named
  /// too.
  private mutating func narrow() {
    let certain = names.filter { $0.candidates.count == 1 }.map { $0.candidates[0] }
    for place in names.indices where names[place].candidates.count > 1 {
      let touching =
        place > 0 && names[place - 1].characters.upperBound == names[place].characters.lowerBound
        ? names[place].candidates.filter { $0.liesInAny(of: names[place - 1].candidates) } : []
      names[place].candidates =
        touching.isEmpty
        ? names[place].candidates.narrowed(by: certain) : touching
    }
    for place in names.indices.dropLast().reversed() where names[place].candidates.count > 1 {
      let next = names[place + 1]
      guard next.characters.lowerBound == names[place].characters.upperBound else { continue }
      let above = names[place].candidates.filter { division in
        next.candidates.contains { $0.lies(in: division) }
      }
      if !above.isEmpty { names[place].candidates = above }
    }
  }

  private var lexicon: NameLexicon { .shared }
  private var all: [Division] { Divisions.shared.all }
  private static let learning: [RegionCharacters.Word] = ["教育", "中学", "一中", "实验小学", "年"]
}

extension Division {
  /// Whether the division lies in one of several.
  func liesInAny(of others: [Division]) -> Bool { others.contains { lies(in: $0) } }
}

extension [Division] {
  /// Keeps the candidates that are named elsewhere, or lie in what is, or hold it; all, if none does.
  func narrowed(by named: [Division]) -> [Division] {
    for fits in [
      { (candidate: Division, other: Division) in candidate == other },
      { (candidate: Division, other: Division) in candidate.lies(in: other) },
      { (candidate: Division, other: Division) in other.lies(in: candidate) },
    ] {
      let kept = filter { candidate in named.contains { fits(candidate, $0) } }
      if !kept.isEmpty { return kept }
    }
    return self
  }
}
