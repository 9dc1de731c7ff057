/// The clues to a report's region outside its body text, the most reliable first.
struct RegionClues {
  /// The region, or `nil` if no clue gives one.
  let region: Region?
  /// True if the title or signature names a national institution.
  let isNational: Bool
  private let title: String?
  /// The regions found, with their sources.
  private let clues: [(basis: Region.Basis, own: OwnRegion)]

  /// Collects the clues of a report.
  init(of report: Report, sourceName: String) {
    let signature = Self.signature(of: report)
    let title = Self.title(of: report)
    var clues: [(basis: Region.Basis, own: OwnRegion)] = []
    func read(_ text: String?, _ basis: Region.Basis, isName: Bool = false) {
      if let own = text.flatMap({ OwnRegion(of: $0, isName: isName) }) {
        clues.append((basis, own))
      }
    }
    let told = report.told(\.region)
    let toldBasis: Region.Basis = told?.isCorrection == true ? .manual : .metadata
    read(told?.value, toldBasis, isName: true)
    read(title, .title)
    for line in signature { read(line, .signature) }
    read(report.told(\.issuer)?.value, .issuer)
    read(sourceName, .source)
    self.clues = clues
    self.title = title
    isNational = ([title].compactMap { $0 } + signature).contains(where: NationalInstitution.isIn)
    region = Self.told(told?.value, toldBasis, clues) ?? Self.first(of: clues)
  }

  /// Returns an ambiguous region, resolved if the names in the body text leave one candidate.
  func narrowed(_ region: Region, by body: BodyRegion) -> Region {
    let left = body.narrowed(region.candidates)
    guard left.count == 1 else { return region }
    let first = clues.first { !$0.own.isAnonymised }
    let basis = region.basis == .ambiguous ? first?.basis ?? region.basis : region.basis
    return Region(left[0], basis: basis, evidence: region.evidence)
  }

  /// Returns the region of a stem in the title if the body text names exactly one of its divisions
  /// in full.
  func vouched(by body: BodyRegion) -> Region? {
    guard let stem = title.flatMap(TitleStem.init) else { return nil }
    let named = stem.candidates.filter(body.names)
    return named.count == 1 ? Region(named[0], basis: .title, evidence: stem.evidence) : nil
  }

  /// Returns the region of a correction or metadata entry.
  ///
  /// The entry is a code, or a name that the other clues may disambiguate.
  private static func told(
    _ told: String?, _ basis: Region.Basis, _ clues: [(basis: Region.Basis, own: OwnRegion)]
  ) -> Region? {
    guard let told, !told.isEmpty else { return nil }
    if let division = Divisions.shared[told] {
      return Region(division, basis: basis, evidence: told)
    }
    guard let clue = clues.first, clue.basis == basis, !clue.own.isAnonymised else {
      return Region(code: nil, name: told, basis: basis, evidence: told)
    }
    let candidates = narrowed(clue.own.candidates, by: clues.dropFirst().map(\.own))
    return candidates.count == 1
      ? Region(candidates[0], basis: basis, evidence: told)
      : Region(code: nil, name: told, basis: basis, candidates: candidates, evidence: told)
  }

  /// Returns the region of the first clue with a division, or of the first anonymised clue.
  private static func first(of clues: [(basis: Region.Basis, own: OwnRegion)]) -> Region? {
    guard let clue = clues.first(where: { !$0.own.isAnonymised }) ?? clues.first else { return nil }
    let own = clue.own
    guard !own.isAnonymised else {
      return Region(
        code: nil, name: own.name, basis: .anonymised, candidates: own.candidates,
        evidence: own.evidence)
    }
    let candidates = narrowed(own.candidates, by: clues.map(\.own))
    return candidates.count == 1
      ? Region(candidates[0], basis: clue.basis, evidence: own.evidence)
      : Region(
        code: nil, name: own.name, basis: .ambiguous, candidates: candidates,
        evidence: own.evidence)
  }

  /// Filters candidates by each clue in turn until one is left.
  private static func narrowed(_ candidates: [Division], by clues: [OwnRegion]) -> [Division] {
    var left = candidates
    for clue in clues where left.count > 1 { left = left.narrowed(by: clue.named) }
    return left
  }

  /// Returns the title, unless it is only the name of the source.
  private static func title(of report: Report) -> String? {
    if report.told(\.title) != nil { return report.title }
    return report.paragraphs.contains { $0.kind == .title } ? report.title : nil
  }

  /// Returns the lines of the signature, and the line below the title if it only names an office.
  private static func signature(of report: Report) -> [String] {
    var lines = report.paragraphs.suffix(3).filter { $0.kind == .signature }.map(\.text)
    if let title = report.paragraphs.prefix(6).firstIndex(where: { $0.kind == .title }),
      title + 1 < report.paragraphs.count
    {
      let below = report.paragraphs[title + 1].text
      if below.utf8.count <= 3 * 24, isOffice(below) { lines.append(below) }
    }
    return lines
  }

  /// Returns true if a line is the name of an office with its region: 泸县教育局, （合江县人民政府）.
  private static func isOffice(_ line: String) -> Bool {
    let names = RegionNames(in: line)
    guard let own = OwnRegion(of: names), own.characters.lowerBound <= 1,
      let office = Office(in: names.text.characters, at: own.characters.upperBound)
    else { return false }
    return own.characters.upperBound + office.characterCount + 1 >= names.text.characters.count
  }
}
