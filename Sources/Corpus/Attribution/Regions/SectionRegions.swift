/// The regions of the sections of a compilation.
///
/// A place line begins a section if the place lies in the report's region. If that is unknown,
/// several such lines must name places of one parent: counties of one prefecture, or prefectures of
/// one province. The shared parent also disambiguates names such as 鼓楼区.
struct SectionRegions {
  /// The divisions that have a section.
  let divisions: [Division]
  /// For each paragraph, the region of its section or `nil`. Empty if there are no sections.
  let regions: [Region?]

  /// True if the report has sections.
  var areAny: Bool { !regions.isEmpty }

  /// Finds the sections and their regions.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - whole: The report's division, if clues outside its body text give it.
  /// - Complexity: O(*n*).
  init(of report: Report, in whole: Division?) {
    var places: [Int: PlaceLine] = [:]
    for (place, paragraph) in report.paragraphs.enumerated() {
      if let line = PlaceLine(paragraph) { places[place] = line }
    }
    places = PlaceSections.withoutLists(places)
    let known = Self.regions(of: places, in: whole)
    guard !known.isEmpty else {
      divisions = []
      regions = []
      return
    }
    places = places.filter { known[$0.key] != nil }
    divisions = Array(Set(known.values.compactMap(\.division))).sorted { $0.code < $1.code }
    regions = PlaceSections(places, in: report.paragraphs).starts.map { $0.flatMap { known[$0] } }
  }

  /// Returns the regions of the place lines that begin sections.
  private static func regions(of places: [Int: PlaceLine], in whole: Division?) -> [Int: Region] {
    var candidates = places.mapValues(\.region.candidates)
    if let whole {
      candidates = candidates.mapValues { $0.filter { $0.lies(in: whole) } }
    }
    let named = places.filter { !$0.value.region.isAnonymised && !candidates[$0.key]!.isEmpty }
    /// The names of place lines with the same parent, by the parent's code.
    var siblings: [String: Set<String>] = [:]
    for (place, line) in named {
      for parent in Set(candidates[place]!.compactMap(\.parent)) {
        siblings[parent, default: []].insert(line.region.name)
      }
    }
    var result: [Int: Region] = [:]
    for (place, line) in named {
      // A single line without a number is not sufficient evidence.
      let fewest = whole != nil && line.marker != nil ? 1 : 2
      let sizes = candidates[place]!.map { ($0, siblings[$0.parent ?? "", default: []].count) }
      guard let most = sizes.map(\.1).max(), most >= fewest else { continue }
      let best = sizes.filter { $0.1 == most }.map(\.0)
      result[place] =
        best.count == 1
        ? Region(best[0], basis: .heading, evidence: line.region.evidence)
        : Region(
          code: nil, name: line.region.name, basis: .ambiguous, candidates: best,
          evidence: line.region.evidence)
    }
    let anonymised = places.filter { $0.value.region.isAnonymised }
    if result.count + Set(anonymised.values.map(\.region.name)).count > 1 {
      for (place, line) in anonymised {
        result[place] = Region(
          code: nil, name: line.region.name, basis: .anonymised,
          candidates: line.region.candidates.isEmpty
            ? [whole].compactMap { $0 } : line.region.candidates,
          evidence: line.region.evidence)
      }
    }
    return result
  }
}
