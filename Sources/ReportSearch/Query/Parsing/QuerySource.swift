import TextAnalysis

/// The characters of a query, with lookups that need no parser state.
///
/// All offsets are in Unicode scalars.
struct QuerySource {
  /// The characters.
  let scalars: [Unicode.Scalar]
  /// The offsets of characters that are text even if they look like operators. Lenient parsing adds
  /// the ranges of errors.
  let textPlaces: Set<Int>

  /// The number of characters.
  var count: Int { scalars.count }

  /// Returns the ASCII form of a character that may be an operator; `nil` for text and at the end.
  func sign(at place: Int) -> Unicode.Scalar? {
    place < count && !textPlaces.contains(place) ? QuerySigns.ascii(scalars[place]) : nil
  }

  /// Returns `true` if the character at an offset is a backslash that escapes the next one.
  func escapes(at place: Int) -> Bool {
    place + 1 < count && scalars[place] == "\\" && !textPlaces.contains(place)
  }

  /// Returns the end of a quotation that begins at an offset, or `nil` if none begins there or it
  /// is not closed.
  func quotationEnd(at place: Int) -> Int? {
    guard let closing = closingMark(at: place) else { return nil }
    var end = place + 1
    while end < count {
      if escapes(at: end) {
        end += 2
      } else if scalars[end] == closing, !textPlaces.contains(end) {
        return end + 1
      } else {
        end += 1
      }
    }
    return nil
  }

  /// Returns the closing mark of a quotation that begins at an offset.
  func closingMark(at place: Int) -> Unicode.Scalar? {
    guard place < count, !textPlaces.contains(place) else { return nil }
    return QuerySigns.closingMark(of: scalars[place])
  }

  /// Returns characters with escapes and quotations resolved.
  ///
  /// - Parameter quoted: The range inside quotation marks, whose characters are text.
  func characters(in range: Range<Int>, quoted: Range<Int>? = nil) -> [QueryCharacter] {
    var characters: [QueryCharacter] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let isEscaped = escapes(at: place) && place + 1 < range.upperBound
      if isEscaped { place += 1 }
      let isText =
        isEscaped || textPlaces.contains(place) || quoted?.contains(place) ?? false
      characters.append(QueryCharacter(scalar: scalars[place], place: place, isText: isText))
      place += 1
    }
    return characters
  }

  // MARK: Fields

  /// A name before a colon.
  struct FieldName {
    /// The folded name.
    let name: String
    /// The offset after the colon.
    let start: Int
  }

  /// Returns the name before a colon that begins at an offset, whether or not it is a known field.
  func fieldName(at place: Int) -> FieldName? {
    var end = place
    while let sign = sign(at: end), !scalars[end].isSpace,
      !"\\|()\"“「『".unicodeScalars.contains(sign)
    {
      if sign == ":" {
        let name = String(String.UnicodeScalarView(scalars[place..<end]))
        return end > place ? FieldName(name: FoldedText(name).string, start: end + 1) : nil
      }
      end += 1
    }
    return nil
  }

  /// Returns the name before a colon that begins at an offset, if it is a known field.
  func fieldValue(at place: Int) -> FieldName? {
    fieldName(at: place).flatMap { QueryField(name: $0.name) == nil ? nil : $0 }
  }
}

/// A field: a name that gives the value after its colon a special meaning.
enum QueryField: Hashable {
  case filter(FilterParser.Field)
  case original
  case same

  /// Creates a field from its folded name.
  init?(name: String) {
    switch name {
    case "original": self = .original
    case "same": self = .same
    default:
      guard let field = FilterParser.Field(name: name) else { return nil }
      self = .filter(field)
    }
  }

  /// The English names of all fields, sorted.
  static let names = (FilterParser.Field.allCases.map(\.rawValue) + ["original", "same"]).sorted()
}
