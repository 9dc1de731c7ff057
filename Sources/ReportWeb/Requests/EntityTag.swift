import ResultFormats

/// A name for the content of a response: the same as long as index, language and program are.
///
/// It is weak: the same content may be sent compressed or not.
struct EntityTag {
  /// The tag as headers hold it.
  let text: String

  init(_ version: String, _ language: Language) {
    text = "W/\"\(version)-\(language.choose("zh", "en"))-\(programVersion)\""
  }

  /// Whether one of the values of `If-None-Match` is this tag.
  func isKnown(by values: [String]) -> Bool {
    values.joined(separator: ",").split(separator: ",").contains { value in
      let tag = value.drop { $0 == " " }
      return tag == text || tag == text.dropFirst(2) || tag == "*"
    }
  }
}
