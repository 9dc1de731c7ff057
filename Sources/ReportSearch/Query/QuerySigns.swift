/// The characters that mean something in queries; full-width forms mean the same as ASCII.
enum QuerySigns {
  /// Returns the ASCII form of a full-width character, and any other as it is.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value)
      ? Unicode.Scalar(scalar.value - 0xFF01 + 0x21)! : scalar
  }

  /// Returns the mark that closes a quotation opened by a mark, or `nil` if it opens none.
  static func closingMark(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\"": "\""
    case "“": "”"
    case "「": "」"
    case "『": "』"
    case "＂": "＂"
    default: nil
    }
  }
}

/// A character of a query with what may stand before it.
struct QueryCharacter: Hashable {
  /// The character.
  let scalar: Unicode.Scalar
  /// Where it stands in the query, in characters from 0.
  let place: Int
  /// Whether a backslash before it or quotation marks around it make it text.
  let isText: Bool

  /// The operator that it may be, as an ASCII character; `nil` if it is text.
  var sign: Unicode.Scalar? { isText ? nil : QuerySigns.ascii(scalar) }
}

extension Sequence<QueryCharacter> {
  /// The characters as a string, without control characters, which no text has.
  var text: String {
    var text = String.UnicodeScalarView()
    for character in self where !character.scalar.isControl { text.append(character.scalar) }
    return String(text)
  }

  /// The characters as operators are written: full-width forms as ASCII.
  var asciiText: String {
    var text = String.UnicodeScalarView()
    for character in self { text.append(QuerySigns.ascii(character.scalar)) }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space.
  var isSpace: Bool { properties.isWhitespace }

  /// Whether it is a control character, and no white space.
  var isControl: Bool { properties.generalCategory == .control && !isSpace }
}
