import Foundation

/// The names and values behind the `?` of an address, as forms write them.
struct Parameters: Hashable, Sendable {
  /// A name with a value.
  struct Pair: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// The pairs in their order.
  let pairs: [Pair]

  init(_ pairs: [(String, String)]) { self.pairs = pairs.map { Pair(name: $0, value: $1) } }

  /// Reads what stands behind the `?`, or the body of a form.
  ///
  /// - Throws: A ``WebError`` if something is no UTF-8.
  init(decoding text: String) throws(WebError) {
    var pairs: [Pair] = []
    for part in text.split(separator: "&") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      pairs.append(
        Pair(name: try Self.decoded(halves[0]), value: try Self.decoded(halves.dropFirst().first)))
    }
    self.pairs = pairs
  }

  /// The first value under a name, or `nil` if there is none or it is empty.
  subscript(_ name: String) -> String? {
    pairs.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// All values under a name that are not empty, each once.
  func all(_ name: String) -> [String] {
    var seen: Set<String> = []
    return pairs.filter { $0.name == name && !$0.value.isEmpty && seen.insert($0.value).inserted }
      .map(\.value)
  }

  /// The pairs as they stand behind a `?`.
  var encoded: String {
    pairs.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
  }

  private static func decoded(_ text: Substring?) throws(WebError) -> String {
    let text = text.map { $0.replacing("+", with: " ") } ?? ""
    guard let decoded = text.removingPercentEncoding else { throw WebError(.invalidAddress) }
    return decoded
  }

  /// A text in which only letters and digits of ASCII and `-._~` stand for themselves.
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  private static let unreserved = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
