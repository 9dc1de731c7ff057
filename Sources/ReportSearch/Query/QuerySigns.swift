/// The special characters of the query syntax. Full-width forms are equivalent to ASCII.
enum QuerySigns {
  /// Returns the ASCII form of a full-width character, and any other character unchanged.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value)
      ? Unicode.Scalar(scalar.value - 0xFF01 + 0x21)! : scalar
  }

  /// Returns the closing mark for an opening quotation mark, or `nil` if a character is not one.
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

/// A character of a query after escapes and quotations are resolved.
struct QueryCharacter: Hashable {
  /// The character.
  let scalar: Unicode.Scalar
  /// The offset in the query, in Unicode scalars.
  let place: Int
  /// True if the character is escaped, is quoted or was marked as text.
  let isText: Bool

  /// The ASCII form of a character that may be an operator; `nil` if it is text.
  var sign: Unicode.Scalar? { isText ? nil : QuerySigns.ascii(scalar) }
}

extension Sequence<QueryCharacter> {
  /// The characters as a string, without control characters, which indexed text does not contain.
  var text: String {
    var text = String.UnicodeScalarView()
    for character in self where !character.scalar.isControl { text.append(character.scalar) }
    return String(text)
  }

  /// The characters as a string, with full-width forms converted to ASCII.
  var asciiText: String {
    var text = String.UnicodeScalarView()
    for character in self { text.append(QuerySigns.ascii(character.scalar)) }
    return String(text)
  }
}

extension Unicode.Scalar {
  var isSpace: Bool { properties.isWhitespace }

  /// True if the scalar is a control character other than white space.
  var isControl: Bool { properties.generalCategory == .control && !isSpace }
}
