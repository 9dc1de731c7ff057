import ReportSearch

/// Writes one bibliographic record for each report with a hit, in BibTeX or RIS.
struct ReferenceList: HitListWriter {
  private let isBibTeX: Bool
  private var written: Set<String> = []
  private let write: (String) throws -> Void

  init(_ format: HitListOptions.Format, write: @escaping (String) throws -> Void) {
    isBibTeX = format == .bibtex
    self.write = write
  }

  mutating func add(_ hit: Hit) throws {
    guard written.insert(hit.report.identifier).inserted else { return }
    let reference = Reference(hit.report)
    try write(isBibTeX ? reference.bibTeX : reference.ris)
  }
}
