/// The division names in a short text, such as a title, heading or signature.
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
  /// A division name in a text.
  struct Name: Hashable {
    /// The range in characters of the folded text.
    let characters: Range<Int>
    /// The possible divisions, ascending by code; empty for an anonymised name.
    var candidates: [Division]

    /// True if the name was anonymised.
    var isAnonymised: Bool { candidates.isEmpty }
  }

  /// The searched text.
  let text: RegionText
  private let characters: RegionCharacters
  /// The names in text order, without overlaps.
  private(set) var names: [Name] = []

  /// Finds the names in a text.
  ///
  /// - Parameter isName: True if the text is known to be a name, so that a stem such as 泸州 or 江阳
  ///   counts.
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

  /// Finds the names in a string.
  init(in text: String, isName: Bool = false) { self.init(in: RegionText(text), isName: isName) }

  /// Returns the longest name at a position that its context allows.
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

  /// Returns the divisions that a stem can refer to before an office or the name of a contained
  /// division.
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

  /// Returns the candidates of the name that ends where `range` begins.
  private func above(_ range: Range<Int>) -> [Division]? {
    guard let last = names.last, last.characters.upperBound == range.lowerBound,
      !last.isAnonymised
    else { return nil }
    return last.candidates
  }

  /// Returns true if a stem after another name is complete: 四川省安居教育局, but not 四川省安居工程.
  private func ends(_ range: Range<Int>) -> Bool {
    !characters.isHan(at: range.upperBound) || Office(in: characters, at: range.upperBound) != nil
      || Self.learning.contains { characters.has($0, at: range.upperBound) }
  }

  /// Removes candidates that other names in the text exclude: next to 福州市, 鼓楼区 is the one in 福州.
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
  /// Returns true if any of the divisions contains this one.
  func liesInAny(of others: [Division]) -> Bool { others.contains { lies(in: $0) } }
}

extension [Division] {
  /// Returns the candidates that match the named divisions, or all candidates if none matches.
  ///
  /// Three criteria are tried in order: the candidate is named, lies in a named division, or
  /// contains one.
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
