import Foundation
import HTTPTypes
import Hummingbird
import ReportSearch
import ReportSearchPostgreSQL
import ResultFormats
import WebSettings

/// What all requests share.
struct Site: Sendable {
  let settings: ServerSettings
  let parser: QueryParser
  let pool: IndexPool
  /// The indexes that downloads use: these are long, and pages do not wait for them.
  let downloads: IndexPool
  let templates: Templates
  let assets = Assets()
  let access: AccessControl

  /// - Throws: If the table of concepts cannot be read.
  init(_ settings: ServerSettings) throws {
    self.settings = settings
    if let concepts = settings.concepts {
      let table = try String(contentsOfFile: concepts, encoding: .utf8)
      parser = QueryParser(concepts: ConceptList.sample.merging(try ConceptList(table)))
    } else {
      parser = QueryParser()
    }
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let place = IndexPlace(settings.index)
    pool = IndexPool(
      place, count: max(1, settings.simultaneousPages ?? processors),
      waiting: settings.waitingRequests)
    downloads = IndexPool(
      place, count: max(1, settings.simultaneousDownloads),
      waiting: settings.waitingRequests)
    templates = try Templates()
    access = AccessControl(secret: settings.secret)
  }

  /// How long a page may take.
  var timeLimit: Duration { .seconds(settings.secondsPerPage) }

  /// How long a download may take.
  var downloadLimit: Duration { .seconds(settings.secondsPerDownload) }

  /// A response with a page that needs no index.
  func page(
    _ page: some Page, to asked: PageRequest, status: HTTPResponse.Status = .ok
  ) -> Response {
    response(text(of: page, to: asked), status: status)
  }

  /// A response with a page about the index, unless the reader has it already.
  ///
  /// - Throws: A ``WebError``.
  func page(
    to request: Request,
    _ make: @escaping @Sendable (PageRequest, Searcher) throws -> any Page
  ) async throws -> Response {
    let asked = try PageRequest(request)
    let known = request.headers[values: .ifNoneMatch]
    let made = try await pool.withIndex(within: timeLimit) { open -> (tag: String, text: String?) in
      let tag = EntityTag(try open.version(), asked.language)
      if tag.isKnown(by: known) { return (tag.text, nil) }
      return (tag.text, text(of: try make(asked, open.index), to: asked))
    }
    var response = made.text.map { self.response($0) } ?? Response(status: .notModified)
    response.headers[.eTag] = made.tag
    response.headers[.cacheControl] = access.isNeeded ? "private, no-cache" : "no-cache"
    response.headers[.vary] = "Accept-Language"
    return response
  }

  private func text(of page: any Page, to asked: PageRequest) -> String {
    let frame: View = [
      "windowTitle": page.title, "lang": asked.language.tag, "words": Words.of(asked.language),
      "assets": assets.version, "box": asked.state.query, "kept": asked.keptPairs,
      "home": asked.homeAddress, "otherLanguage": asked.otherLanguageAddress,
      "otherTag": asked.language.other.tag,
    ]
    return templates.text(of: page.template, frame.merging(page.view) { $1 })
  }

  private func response(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
