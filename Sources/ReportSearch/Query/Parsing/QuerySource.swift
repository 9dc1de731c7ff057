import TextAnalysis

/// The characters of a query, and what can be told of them without reading the whole.
struct QuerySource {
  /// The characters.
  let scalars: [Unicode.Scalar]
  /// Where characters are text whatever they are: what a lenient reading could not read.
  let textPlaces: Set<Int>

  /// The number of characters.
  var count: Int { scalars.count }

  /// The operator that a character may be, as an ASCII character.
  func sign(at place: Int) -> Unicode.Scalar? {
    place < count && !textPlaces.contains(place) ? QuerySigns.ascii(scalars[place]) : nil
  }

  /// Whether a character makes the next one text.
  func escapes(at place: Int) -> Bool {
    place + 1 < count && scalars[place] == "\\" && !textPlaces.contains(place)
  }

  /// Returns the place behind a quotation that begins at a place, or `nil` if none does or it is never
  /// closed.
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

  /// Returns the mark that closes the quotation that begins at a place.
  func closingMark(at place: Int) -> Unicode.Scalar? {
    guard place < count, !textPlaces.contains(place) else { return nil }
    return QuerySigns.closingMark(of: scalars[place])
  }

  /// Returns characters with what backslashes and quotation marks make of them.
  ///
  /// - Parameter quoted: The characters inside quotation marks, which are text.
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
    /// The place behind the colon.
    let start: Int
  }

  /// Returns the name of a field that begins at a place, known or not.
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

  /// Returns the name of a field that is known.
  func fieldValue(at place: Int) -> FieldName? {
    fieldName(at: place).flatMap { QueryField(name: $0.name) == nil ? nil : $0 }
  }
}

/// What a name before a colon may ask for.
enum QueryField: Hashable {
  case filter(FilterParser.Field)
  case original
  case same

  /// Takes a field by its folded name.
  init?(name: String) {
    switch name {
    case "original": self = .original
    case "same": self = .same
    default:
      guard let field = FilterParser.Field(name: name) else { return nil }
      self = .filter(field)
    }
  }

  /// The names by which fields are known, in English.
  static let names = (FilterParser.Field.allCases.map(\.rawValue) + ["original", "same"]).sorted()
}
