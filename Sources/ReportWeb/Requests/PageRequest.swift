import Hummingbird
import ResultFormats

/// The address and the language of a request for a page.
struct PageRequest: Sendable {
  private let path: String
  private let parameters: Parameters
  /// The search encoded in the address.
  let state: SearchState
  /// The language to answer in.
  let language: Language

  /// - Throws: A ``WebError`` if the address is not UTF-8.
  init(_ request: Request) throws(WebError) {
    self.init(request, try Parameters(decoding: request.uri.query ?? ""))
  }

  /// Creates the request of an error page. Parameters that cannot be decoded are ignored.
  init(failed request: Request) {
    self.init(
      request, (try? Parameters(decoding: request.uri.query ?? "")) ?? Parameters([]))
  }

  private init(_ request: Request, _ parameters: Parameters) {
    path = request.uri.path
    self.parameters = parameters
    state = SearchState(parameters)
    language = request.language
  }

  /// The parameters that a new search keeps: all except the query and the page number.
  var keptPairs: [View] {
    state.changed { $0.query = "" }.parameters.pairs.filter { !$0.value.isEmpty }
      .map { ["name": $0.name, "value": $0.value] }
  }

  /// The address of the start page, in the same language.
  var homeAddress: String { "/" + (state.language.map { "?lang=\($0)" } ?? "") }

  /// The address of the same page in the other language.
  var otherLanguageAddress: String {
    let pairs = parameters.pairs.filter { $0.name != "lang" }.map { ($0.name, $0.value) }
    let address = Parameters(pairs + [("lang", language.choose("en", "zh"))]).encoded
    return path + "?" + address
  }
}
