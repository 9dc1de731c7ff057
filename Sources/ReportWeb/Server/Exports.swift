import Foundation
import Hummingbird
import Logging
import ReportSearch
import ResultFormats

/// The downloads: hits and counts of a query, their provenance, and references to reports.
struct Exports: Sendable {
  let site: Site

  /// The formats that consist of a single file.
  static let formats = HitListOptions.Format.allCases.filter { $0 != .stata }

  /// Returns the hits of a query as a file. Contains all hits unless the options have a limit.
  ///
  /// - Parameter logger: Receives the reason if the file is truncated.
  /// - Precondition: The format is among ``formats``.
  func file(
    _ typed: HitList.TypedQuery, _ options: HitListOptions, logger: Logger
  ) async throws -> Response {
    let download = Download(
      type: Self.type(of: options.format),
      fileName: Self.fileName(of: typed) + "." + options.format.rawValue)
    return try await download.response(
      from: site.downloads, within: site.downloadLimit, logger: logger
    ) { open, body in
      if options.format == .xlsx {
        try PrivateFolder.with { folder in
          let path = folder + "/list.xlsx"
          _ = try HitListFile(path: path, options).write(
            [typed], from: open.index,
            Provenance(of: open.index, programVersion: programVersion), date: Date())
          try body.write(fileAt: path)
        }
      } else {
        // Without a byte order mark, Excel reads CSV files in the system's legacy encoding.
        if options.format == .csv { try body.write("\u{FEFF}") }
        _ = try HitList(options).write([typed], from: open.index, to: { try body.write($0) })
      }
    }
  }

  /// Returns the provenance of a file of hits.
  func provenance(
    _ typed: HitList.TypedQuery, _ options: HitListOptions
  ) async throws -> Response {
    let record = try await site.pool.withIndex(within: site.timeLimit) { open in
      let totals = try open.index.search(typed.query, limit: 0).totals
      return try Provenance(of: open.index, programVersion: programVersion).record(
        of: [HitList.Answer(query: typed, totals: totals)], options.record, date: Date())
    }
    return Self.provenance(record, of: typed, options.format.rawValue)
  }

  /// Returns a table of counts or their chart.
  ///
  /// - Throws: A ``WebError``, also if the counts cannot be drawn.
  func counts(
    _ typed: HitList.TypedQuery, _ state: CountsState, _ format: CountFile.Format,
    _ language: Language
  ) async throws -> Response {
    let bytes = try await site.downloads.withIndex(within: site.downloadLimit) { open in
      let panel = try CountPanel(
        of: [typed], by: state.rowAxis, and: state.columnAxis, in: open.index)
      let file = CountFile(panel)
      switch format {
      case .csv: return ByteBuffer(string: "\u{FEFF}" + file.csv)
      case .tsv: return ByteBuffer(string: file.tsv)
      case .json: return ByteBuffer(string: JSONFormat().line(panel.record) + "\n")
      case .text:
        return ByteBuffer(string: WideTable(state.measure, language: language).text(of: panel))
      case .svg:
        guard let chart = try? YearChart(panel, state.measure, language: language) else {
          throw WebError(.invalidParameter("format", "csv | tsv | xlsx | json"))
        }
        return ByteBuffer(string: chart.svg())
      case .xlsx:
        return try PrivateFolder.with { folder in
          let path = folder + "/counts.xlsx"
          try file.write(
            nil, to: path, .xlsx, Provenance(of: open.index, programVersion: programVersion),
            date: Date())
          return ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
        }
      }
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: Self.type(of: format), .cacheControl: "no-store",
        .contentDisposition: Download(
          type: Self.type(of: format),
          fileName: Self.fileName(of: typed) + "." + format.rawValue
        ).disposition,
      ], body: ResponseBody(byteBuffer: bytes))
  }

  /// Returns the provenance of a table of counts.
  func countsProvenance(
    _ typed: HitList.TypedQuery, _ state: CountsState, _ format: CountFile.Format
  ) async throws -> Response {
    let record = try await site.downloads.withIndex(within: site.downloadLimit) { open in
      let panel = try CountPanel(
        of: [typed], by: state.rowAxis, and: state.columnAxis, in: open.index)
      return try Provenance(of: open.index, programVersion: programVersion).record(
        of: panel.totals, panel.options, date: Date())
    }
    return Self.provenance(record, of: typed, format.rawValue)
  }

  /// Returns a report as a BibTeX or RIS record.
  func reference(
    to report: String, _ format: HitListOptions.Format
  ) async throws -> Response {
    let text = try await site.pool.withIndex(within: site.timeLimit) { open in
      let reference = Reference(try open.index.report(identifiedBy: report))
      return format == .bibtex ? reference.bibTeX : reference.ris
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: Self.type(of: format), .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"report.\(format.rawValue)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static func provenance(
    _ record: Record, of typed: HitList.TypedQuery, _ format: String
  ) -> Response {
    var response = APIResponse.json(record)
    let name = Self.fileName(of: typed) + ".\(format).provenance.json"
    response.headers[.contentDisposition] =
      "attachment; filename=\"provenance.json\"; filename*=UTF-8''\(Parameters.encoded(name))"
    response.headers[.cacheControl] = "no-store"
    return response
  }

  private static func type(of format: CountFile.Format) -> String {
    switch format {
    case .csv: type(of: HitListOptions.Format.csv)
    case .tsv: type(of: HitListOptions.Format.tsv)
    case .xlsx: type(of: HitListOptions.Format.xlsx)
    case .json: type(of: HitListOptions.Format.json)
    case .text: "text/plain; charset=utf-8"
    case .svg: "image/svg+xml; charset=utf-8"
    }
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

  /// Returns the first 60 Unicode scalars of the query as a file name. Characters that file systems
  /// reject, whitespace, `.` and `%` become `_`.
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
