import Corpus
package import ReportSearch

extension CopyListing {
  /// The columns of a table of groups: a row a paragraph.
  package static let columns = ["dup_group", "dup_count"] + CopiedParagraph.columns

  /// The rows of a table: the paragraphs of each group in the order of their appearance.
  package var records: [Record] {
    groups.flatMap { group in
      group.paragraphs.map { paragraph in
        Record(
          [
            ("dup_group", .text(group.identifier)), ("dup_count", .integer(group.paragraphs.count)),
          ] + paragraph.fields)
      }
    }
  }

  /// The groups as JSON.
  ///
  /// - Parameters:
  ///   - typed: The query as the user typed it, if there is one.
  ///   - query: The query as it was read.
  package func record(typed: String? = nil, query: Query? = nil) -> Record {
    Record([
      ("schema", .integer(SearchAnswer.schema)), ("query", .text(typed)),
      ("read_as", .text(query?.description)),
      (
        "totals",
        .record(
          Record([("groups", .integer(groupCount)), ("paragraphs", .integer(paragraphCount))]))
      ),
      ("groups", .records(groups.map(\.record))),
    ])
  }
}

extension CopyGroup {
  /// The group as JSON, with all its paragraphs.
  var record: Record {
    Record([
      ("dup_group", .text(identifier)), ("dup_count", .integer(paragraphs.count)),
      ("found", .integer(found)), ("reports", .integer(reportCount)),
      ("year_from", .integer(years?.lowerBound)), ("year_to", .integer(years?.upperBound)),
      ("regions", .path(regions)),
      ("paragraphs", .records(paragraphs.map { Record($0.fields) })),
    ])
  }
}

extension CopiedParagraph {
  static let columns = [
    "similarity", "paragraph", "paragraph_id", "report_id", "title", "report_year", "region_code",
    "region_name", "source_path", "source_part",
  ]

  /// The values of the columns.
  var fields: [(String, Cell)] {
    [
      ("similarity", .number(similarity)), ("paragraph", .text(paragraph.text)),
      ("paragraph_id", .text(paragraph.identifier)), ("report_id", .text(report.identifier)),
      ("title", .text(report.title)), ("report_year", .integer(report.year.year)),
      ("region_code", .text(region.code)), ("region_name", .text(region.name)),
      ("source_path", .text(report.sourcePaths.first)), ("source_part", .integer(report.part)),
    ]
  }
}

extension ReportPair {
  /// The columns of a table of pairs.
  package static let columns = [
    "characters", "paragraphs", "share", "earlier_id", "earlier_title", "earlier_year",
    "earlier_region", "earlier_path", "later_id", "later_title", "later_year", "later_region",
    "later_path",
  ]

  /// The pair as a row of a table and as JSON.
  package var record: Record {
    Record(
      [
        ("characters", .integer(characters)), ("paragraphs", .integer(paragraphs)),
        ("share", .number(share)),
      ] + Self.fields(of: earlier, "earlier") + Self.fields(of: later, "later"))
  }

  private static func fields(of report: IndexedReport, _ side: String) -> [(String, Cell)] {
    [
      (side + "_id", .text(report.identifier)), (side + "_title", .text(report.title)),
      (side + "_year", .integer(report.year.year)), (side + "_region", .text(report.region.name)),
      (side + "_path", .text(report.sourcePaths.first)),
    ]
  }
}

extension ReportCopies {
  /// The columns of a table: a row for each paragraph that has a copy in an earlier report.
  package static let columns =
    CopiedParagraph.columns + [
      "dup_count", "origin", "origin_id", "origin_title", "origin_year", "origin_region",
      "origin_path",
    ]

  /// The rows of a table.
  package var records: [Record] { taken.map { Record($0.fields) } }

  /// What of the report stands in others, as JSON.
  package var record: Record {
    Record([
      ("schema", .integer(SearchAnswer.schema)), ("report_id", .text(report.identifier)),
      ("title", .text(report.title)), ("report_year", .integer(report.year.year)),
      ("region_name", .text(report.region.name)),
      ("source_path", .text(report.sourcePaths.first)), ("characters", .integer(characterCount)),
      ("taken_characters", .integer(takenCharacterCount)), ("taken_share", .number(takenShare)),
      ("sources", .records(sources.map(\.record))), ("takers", .records(takers.map(\.record))),
      ("paragraphs", .records(taken.map { Record($0.fields) })),
    ])
  }
}

extension ReportCopies.Taken {
  fileprivate var fields: [(String, Cell)] {
    paragraph.fields + [
      ("dup_count", .integer(count)), ("origin", .text(origin.paragraph.text)),
      ("origin_id", .text(origin.paragraph.identifier)),
      ("origin_title", .text(origin.report.title)),
      ("origin_year", .integer(origin.report.year.year)),
      ("origin_region", .text(origin.region.name)),
      ("origin_path", .text(origin.report.sourcePaths.first)),
    ]
  }
}
