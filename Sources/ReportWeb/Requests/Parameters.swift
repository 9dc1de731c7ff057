import Foundation

/// The parameters of an address or a form, as `application/x-www-form-urlencoded`.
struct Parameters: Hashable, Sendable {
  /// A parameter name and its value.
  struct Pair: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// The pairs, in the order of the address.
  let pairs: [Pair]

  init(_ pairs: [(String, String)]) { self.pairs = pairs.map { Pair(name: $0, value: $1) } }

  /// Parses the query component of an address, or the body of a form.
  ///
  /// - Throws: A ``WebError`` if a name or a value is not UTF-8.
  init(decoding text: String) throws(WebError) {
    var pairs: [Pair] = []
    for part in text.split(separator: "&") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      pairs.append(
        Pair(name: try Self.decoded(halves[0]), value: try Self.decoded(halves.dropFirst().first)))
    }
    self.pairs = pairs
  }

  /// The first nonempty value with the given name, or `nil` if there is none.
  subscript(_ name: String) -> String? {
    pairs.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// Returns the distinct nonempty values with the given name.
  func all(_ name: String) -> [String] {
    var seen: Set<String> = []
    return pairs.filter { $0.name == name && !$0.value.isEmpty && seen.insert($0.value).inserted }
      .map(\.value)
  }

  /// The pairs as the query component of an address, without `?`.
  var encoded: String {
    pairs.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
  }

  private static func decoded(_ text: Substring?) throws(WebError) -> String {
    let text = text.map { $0.replacing("+", with: " ") } ?? ""
    guard let decoded = text.removingPercentEncoding else { throw WebError(.invalidAddress) }
    return decoded
  }

  /// Returns the text with all characters percent-encoded except ASCII letters, digits and `-._~`.
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  private static let unreserved = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
