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
  let concepts: ConceptTable
  let pool: IndexPool
  /// The indexes that downloads use: these are long, and pages do not wait for them.
  let downloads: IndexPool
  let templates: Templates
  let assets = Assets()
  let access: AccessControl

  /// - Throws: If a template is wrong.
  init(_ settings: ServerSettings) throws {
    self.settings = settings
    concepts = ConceptTable(
      path: settings.concepts, mayBeMissing: settings.conceptsMayBeMissing)
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
  /// - Parameter concepts: The concepts that the page is made with; `nil` if it needs none.
  /// - Throws: A ``WebError``.
  func page(
    to request: Request, with concepts: ConceptTable.Concepts? = nil,
    _ make: @escaping @Sendable (PageRequest, Searcher) throws -> any Page
  ) async throws -> Response {
    let asked = try PageRequest(request)
    return try await answer(to: request, with: concepts) { index in
      text(of: try make(asked, index), to: asked)
    } response: {
      self.response($0)
    }
  }

  /// A response with a text about the index, unless the reader has it already.
  ///
  /// - Parameters:
  ///   - concepts: The concepts that the text is made with; `nil` if it needs none.
  ///   - make: Makes the text.
  ///   - response: Makes a response of the text.
  /// - Throws: A ``WebError``.
  func answer(
    to request: Request, with concepts: ConceptTable.Concepts?,
    _ make: @escaping @Sendable (Searcher) throws -> String, response: (String) -> Response
  ) async throws -> Response {
    let language = request.language
    let known = request.headers[values: .ifNoneMatch]
    let made = try await pool.withIndex(within: timeLimit) { open -> (tag: String, text: String?) in
      let tag = EntityTag(
        index: try open.version(), concepts: concepts?.version ?? "", language)
      if tag.isKnown(by: known) { return (tag.text, nil) }
      return (tag.text, try make(open.index))
    }
    var response = made.text.map(response) ?? Response(status: .notModified)
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
