import Hummingbird
import ReportSearch
import ResultFormats

/// The parameters of a request to the API: what it does not know or cannot use, it refuses.
struct APIParameters: Sendable {
  /// The language of messages in the answer.
  let language: Language
  private let parameters: Parameters

  /// - Throws: A ``WebError`` if there is one that is not allowed.
  init(_ request: Request, allowed: Set<String>) throws(WebError) {
    parameters = try Parameters(decoding: request.uri.query ?? "")
    language = request.language
    if let unknown = parameters.pairs.first(where: {
      !allowed.contains($0.name) && $0.name != "lang"
    }) {
      throw WebError(.unknownParameter(unknown.name))
    }
  }

  /// A text that must be there.
  func text(_ name: String) throws(WebError) -> String {
    guard let text = parameters[name] else { throw WebError(.missingParameter(name)) }
    return text
  }

  /// All texts under a name, one at least.
  func texts(_ name: String) throws(WebError) -> [String] {
    let texts = parameters.all(name)
    if texts.isEmpty { throw WebError(.missingParameter(name)) }
    return texts
  }

  /// A whole number.
  func number(
    _ name: String, in range: ClosedRange<Int>, else usual: Int
  ) throws(WebError) -> Int {
    guard let text = parameters[name] else { return usual }
    guard let number = Int(text), range.contains(number) else {
      throw WebError(.invalidParameter(name, "\(range.lowerBound)–\(range.upperBound)"))
    }
    return number
  }

  /// One of several words.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, else usual: Value
  ) throws(WebError) -> Value where Value.RawValue == String {
    try choice(name, else: usual, among: Array(Value.allCases))
  }

  /// One of several words, some of all that there are.
  func choice<Value: RawRepresentable>(
    _ name: String, else usual: Value, among values: [Value]
  ) throws(WebError) -> Value where Value.RawValue == String {
    guard let text = parameters[name] else { return usual }
    guard let value = values.first(where: { $0.rawValue == text }) else {
      throw WebError(.invalidParameter(name, values.map(\.rawValue).joined(separator: " | ")))
    }
    return value
  }

  /// Yes or no: `true` or `false`, and no if it is not there.
  func isTrue(_ name: String) throws(WebError) -> Bool {
    switch parameters[name] {
    case "true": true
    case "false", nil: false
    default: throw WebError(.invalidParameter(name, "true | false"))
    }
  }

  /// Facets, with commas between them.
  func facets(_ name: String) throws(WebError) -> [Facet] {
    var facets: [Facet] = []
    for word in (parameters[name] ?? "").split(separator: ",") {
      guard let facet = Facet(rawValue: String(word)) else {
        let words = Facet.allCases.map(\.rawValue).joined(separator: ",")
        throw WebError(.invalidParameter(name, words))
      }
      if !facets.contains(facet) { facets.append(facet) }
    }
    return facets
  }
}
