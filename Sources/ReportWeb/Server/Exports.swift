import Foundation
import Hummingbird
import ReportSearch
import ResultFormats

/// All hits of a query as a file, under the filters shown.
struct Exports: Sendable {
  let site: Site

  /// The formats that can be sent while they are written.
  static let formats = HitListOptions.Format.allCases.filter(\.isText)

  /// The file. The options' limit is none: nothing is cut.
  ///
  /// - Precondition: The format is among ``formats``.
  func file(
    _ typed: HitList.TypedQuery, _ options: HitListOptions
  ) async throws -> Response {
    let download = Download(
      type: Self.type(of: options.format),
      fileName: Self.fileName(of: typed) + "." + options.format.rawValue)
    return try await download.response(
      from: site.downloads, within: site.downloadLimit, patience: site.patience
    ) { open, write in
      // Excel takes a CSV file without this mark for one in the system's old encoding.
      if options.format == .csv { try write("\u{FEFF}") }
      _ = try HitList(options).write([typed], from: open.index, to: write)
    }
  }

  /// What stands beside the file: how it was made.
  func provenance(
    _ typed: HitList.TypedQuery, _ options: HitListOptions
  ) async throws -> Response {
    let record = try await site.pool.withIndex(within: site.timeLimit) { open in
      let totals = try open.index.search(typed.query, limit: 0).totals
      return try Provenance(of: open.index, programVersion: programVersion).record(
        of: [HitList.Answer(query: typed, totals: totals)], options.record, date: Date())
    }
    var response = APIResponse.json(record)
    let name = Self.fileName(of: typed) + ".\(options.format.rawValue).provenance.json"
    response.headers[.contentDisposition] =
      "attachment; filename=\"provenance.json\"; filename*=UTF-8''\(Parameters.encoded(name))"
    response.headers[.cacheControl] = "no-store"
    return response
  }

  private static func type(of format: HitListOptions.Format) -> String {
    switch format {
    case .csv, .stata: "text/csv; charset=utf-8"
    case .tsv: "text/tab-separated-values; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .json: "application/json; charset=utf-8"
    case .jsonl: "application/x-ndjson; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .bibtex: "application/x-bibtex; charset=utf-8"
    case .ris: "application/x-research-info-systems; charset=utf-8"
    }
  }

  /// The query as the name of a file: what file systems refuse becomes `_`.
  private static func fileName(of typed: HitList.TypedQuery) -> String {
    let characters = typed.query.description.unicodeScalars.prefix(60).map { scalar -> Character in
      let isRefused =
        "/\\:*?\"<>|.%".unicodeScalars.contains(scalar)
        || scalar.properties.generalCategory == .control || scalar.properties.isWhitespace
      return isRefused ? "_" : Character(scalar)
    }
    return String(characters)
  }
}
