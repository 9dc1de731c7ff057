import Corpus

/// The metadata of a report that filters and facets use. A class, because a query reads thousands
/// of them without copying.
final class ReportRecord: Sendable {
  let identifier: String
  let title: String
  let year: ReportYear
  let documentType: DocumentType
  let issuer: String?
  let region: Region
  let publishDate: String?
  /// The paths of the files that contain it, sorted.
  let paths: [String]
  /// Its position in its source, from 1.
  let part: Int

  init(
    identifier: String, title: String, year: ReportYear, documentType: DocumentType,
    issuer: String?, region: Region, publishDate: String?, paths: [String], part: Int
  ) {
    self.identifier = identifier
    self.title = title
    self.year = year
    self.documentType = documentType
    self.issuer = issuer
    self.region = region
    self.publishDate = publishDate
    self.paths = paths
    self.part = part
  }
}
