import Foundation
import ResultFormats

extension Language {
  /// Creates the language of a request: `?lang=` if present, else the preferred supported language
  /// of `Accept-Language`, else Chinese.
  init(parameter: String?, acceptLanguage: String?) {
    switch parameter {
    case "zh": self = .chinese
    case "en": self = .english
    default:
      let wanted = (acceptLanguage ?? "").split(separator: ",").compactMap { part in
        let words = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
        let quality = words.dropFirst().first.flatMap { Double($0.drop { $0 != "=" }.dropFirst()) }
        return words.first.map { (tag: $0, quality: quality ?? 1) }
      }
      let best = wanted.filter { $0.quality > 0 }.enumerated()
        .sorted { ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset) }
        .lazy.map(\.element.tag).first { $0.hasPrefix("zh") || $0.hasPrefix("en") }
      self = best?.hasPrefix("en") == true ? .english : .chinese
    }
  }

  /// The language tag for HTML.
  var tag: String { choose("zh-Hans", "en") }

  /// The other supported language.
  var other: Language { self == .chinese ? .english : .chinese }
}
