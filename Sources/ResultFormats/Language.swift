/// The languages that the program speaks to people.
package enum Language: Hashable, Sendable {
  /// Simplified Chinese.
  case chinese
  /// English.
  case english

  /// Chooses the language by the locale's variables, the first that is set: `LC_ALL`, `LC_MESSAGES`,
  /// `LANG`. Locales of `zh` get Chinese, all others English.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }

  /// Chooses between the two forms of a text.
  package func choose(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String)
    -> String
  {
    switch self {
    case .chinese: chinese()
    case .english: english()
    }
  }
}
