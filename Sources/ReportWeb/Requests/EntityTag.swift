import Corpus
import ResultFormats

/// The entity tag of a response. It changes with the index, the concepts, the language and the
/// program.
///
/// The tag is weak because the same content may be sent with or without compression.
struct EntityTag {
  /// The tag as written in headers.
  let text: String

  /// - Parameters:
  ///   - index: The version of the index.
  ///   - concepts: The version of the concepts.
  ///   - build: The build of the program.
  init(
    index: String, concepts: String, _ language: Language, build: String = ProgramBuild.digest
  ) {
    let parts = [index, concepts, language.tag, build].joined(separator: "\n")
    let digest = Array(parts.utf8).withUnsafeBytes { Digest(of: $0) }
    text = "W/\"\(digest.hexadecimal.prefix(32))\""
  }

  /// True if one of the values of `If-None-Match` is this tag.
  func isKnown(by values: [String]) -> Bool {
    values.joined(separator: ",").split(separator: ",").contains { value in
      let tag = value.drop { $0 == " " }
      return tag == text || tag == text.dropFirst(2) || tag == "*"
    }
  }
}
