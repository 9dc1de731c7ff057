import Hummingbird
import ResultFormats

/// What a page is asked for: by which address, in which language.
struct PageRequest: Sendable {
  private let path: String
  private let parameters: Parameters
  /// The search that the address holds.
  let state: SearchState
  /// The language to answer in.
  let language: Language

  /// - Throws: A ``WebError`` if the address is no UTF-8.
  init(_ request: Request) throws(WebError) {
    self.init(request, try Parameters(decoding: request.uri.query ?? ""))
  }

  /// A request that could not be answered, whatever is wrong with its address.
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

  /// The pairs that a new search keeps: everything but its text and its page.
  var keptPairs: [View] {
    state.changed { $0.query = "" }.parameters.pairs.filter { !$0.value.isEmpty }
      .map { ["name": $0.name, "value": $0.value] }
  }

  /// The address of the page without a query.
  var homeAddress: String { "/" + (state.language.map { "?lang=\($0)" } ?? "") }

  /// The address of the same page in the other language.
  var otherLanguageAddress: String {
    let pairs = parameters.pairs.filter { $0.name != "lang" }.map { ($0.name, $0.value) }
    let address = Parameters(pairs + [("lang", language.choose("en", "zh"))]).encoded
    return path + "?" + address
  }
}
