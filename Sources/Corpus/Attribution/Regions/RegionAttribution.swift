/// Infers the region of a report, and of its paragraphs where it differs.
///
/// The first clue that names a division decides: corrections and metadata, title, signature,
/// issuer, name of the source, and finally the names in the text. Other clues resolve a name shared
/// by several divisions. Otherwise the region is `ambiguous` and keeps all candidates.
///
/// | Report                                             | Region                              |
/// |----------------------------------------------------|-------------------------------------|
/// | 泸州市江阳区教育局2011年工作总结                         | 510502, `title`                     |
/// | 2011年工作总结, signed 合江县教育局                     | 510522, `signature`                 |
/// | 鼓楼区教育局工作总结, signed 南京市鼓楼区教育局            | 320106, `title`                     |
/// | 绍兴古城保护条例, whose text names 绍兴市                 | 330600, `title`                     |
/// | 鼓楼区教育局工作总结                                    | `ambiguous`, four candidates        |
/// | XX县教育局工作总结                                     | `anonymised`, XX县                   |
/// | 国务院关于修改若干条例的决定                             | `unknown`: the whole country         |
public enum RegionAttribution {
  /// Returns the regions of a report and of its paragraphs.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - sourceName: The name of the file or site that contains the report.
  /// - Returns: The report's region and, for each paragraph, its own region or `nil` if it is the
  ///   report's.
  /// - Complexity: O(*n*) in the length of the text.
  public static func regions(
    of report: Report, sourceName: String
  ) -> (report: Region, paragraphs: [Region?]) {
    let clues = RegionClues(of: report, sourceName: sourceName)
    var region = clues.region
    let sections = SectionRegions(of: report, in: region?.division)
    if region == nil && !clues.isNational || region?.isUndecided == true {
      var body = BodyRegion()
      for paragraph in report.paragraphs { body.add(paragraph.text) }
      region =
        region.map { clues.narrowed($0, by: body) } ?? clues.vouched(by: body) ?? body.region()
    }
    let whole = region ?? .unknown
    guard sections.areAny else {
      return (whole, Array(repeating: nil, count: report.paragraphs.count))
    }
    let paragraphs = zip(report.paragraphs, sections.regions).map { paragraph, section in
      section.flatMap { own(paragraph, $0, in: whole, among: sections.divisions) }
    }
    return (whole, paragraphs)
  }

  /// Returns the region of a paragraph in a section, or `nil` if it equals the report's without
  /// conflict.
  private static func own(
    _ paragraph: Paragraph, _ section: Region, in whole: Region, among divisions: [Division]
  ) -> Region? {
    if let division = section.division, divisions.count > 1 {
      let others = divisions.filter { $0 != division && !division.lies(in: $0) }
      let conflict = RegionConflict(in: paragraph.text, with: others)
      if !conflict.divisions.isEmpty {
        return Region(
          code: section.code, name: section.name, basis: section.basis,
          candidates: ([division] + conflict.divisions).sorted { $0.code < $1.code },
          evidence: section.evidence, conflict: conflict.divisions,
          conflictEvidence: conflict.evidence)
      }
    }
    let isSame = section.code == whole.code && section.name == whole.name
    return isSame ? nil : section
  }
}
