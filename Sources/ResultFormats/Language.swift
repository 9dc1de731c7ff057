/// The languages of messages, labels and other text for people.
package enum Language: Hashable, Sendable {
  /// Simplified Chinese.
  case chinese
  /// English.
  case english

  /// Chooses the language from the environment: the first non-empty variable of `LC_ALL`,
  /// `LC_MESSAGES` and `LANG`. Locales that begin with `zh` select Chinese, all others English.
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }

  /// Returns the variant of a text in this language.
  package func choose(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String)
    -> String
  {
    switch self {
    case .chinese: chinese()
    case .english: english()
    }
  }
}
