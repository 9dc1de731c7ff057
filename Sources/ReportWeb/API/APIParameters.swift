import Hummingbird
import ReportSearch
import ResultFormats

/// The query parameters of an API request. Unknown parameters and invalid values are errors.
struct APIParameters: Sendable {
  /// The language of messages in the answer.
  let language: Language
  private let parameters: Parameters

  /// - Throws: A ``WebError`` if the request has a parameter that is neither in `allowed` nor
  ///   `lang`.
  init(_ request: Request, allowed: Set<String>) throws(WebError) {
    parameters = try Parameters(decoding: request.uri.query ?? "")
    language = request.language
    if let unknown = parameters.pairs.first(where: {
      !allowed.contains($0.name) && $0.name != "lang"
    }) {
      throw WebError(.unknownParameter(unknown.name))
    }
  }

  /// Returns the value of a required parameter.
  func text(_ name: String) throws(WebError) -> String {
    guard let text = parameters[name] else { throw WebError(.missingParameter(name)) }
    return text
  }

  /// Returns the distinct values of a required parameter that can be repeated.
  func texts(_ name: String) throws(WebError) -> [String] {
    let texts = parameters.all(name)
    if texts.isEmpty { throw WebError(.missingParameter(name)) }
    return texts
  }

  /// Returns an integer in `range`, or `usual` if the parameter is missing.
  func number(
    _ name: String, in range: ClosedRange<Int>, else usual: Int
  ) throws(WebError) -> Int {
    guard let text = parameters[name] else { return usual }
    guard let number = Int(text), range.contains(number) else {
      throw WebError(.invalidParameter(name, "\(range.lowerBound)–\(range.upperBound)"))
    }
    return number
  }

  /// Returns the case whose raw value is given, or `usual` if the parameter is missing.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, else usual: Value
  ) throws(WebError) -> Value where Value.RawValue == String {
    try choice(name, else: usual, among: Array(Value.allCases))
  }

  /// Returns the element of `values` whose raw value is given, or `usual` if the parameter is
  /// missing.
  func choice<Value: RawRepresentable>(
    _ name: String, else usual: Value, among values: [Value]
  ) throws(WebError) -> Value where Value.RawValue == String {
    guard let text = parameters[name] else { return usual }
    guard let value = values.first(where: { $0.rawValue == text }) else {
      throw WebError(.invalidParameter(name, values.map(\.rawValue).joined(separator: " | ")))
    }
    return value
  }

  /// Returns the Boolean value of a parameter, `true` or `false`; false if it is missing.
  func isTrue(_ name: String) throws(WebError) -> Bool {
    switch parameters[name] {
    case "true": true
    case "false", nil: false
    default: throw WebError(.invalidParameter(name, "true | false"))
    }
  }

  /// Returns the facets of a comma-separated list, without duplicates.
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
