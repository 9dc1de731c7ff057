/// A text by its characters (Unicode scalars), with the places at which it may be cut: where what people take
/// for one character begins or ends.
public struct CuttableText: Sendable {
  private let scalars: [Unicode.Scalar]
  private let isBoundary: [Bool]

  /// Finds the places.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var boundaries = [Bool](repeating: false, count: scalars.count + 1)
    var place = 0
    for character in text {
      boundaries[place] = true
      place += character.unicodeScalars.count
    }
    boundaries[place] = true
    isBoundary = boundaries
  }

  /// The number of characters.
  public var characterCount: Int { scalars.count }

  /// The last place at or before another at which the text may be cut.
  public func boundary(before place: Int) -> Int {
    var place = min(max(place, 0), scalars.count)
    while !isBoundary[place] { place -= 1 }
    return place
  }

  /// The first place at or behind another at which the text may be cut.
  public func boundary(behind place: Int) -> Int {
    var place = min(max(place, 0), scalars.count)
    while !isBoundary[place] { place += 1 }
    return place
  }

  /// The characters of a range.
  public subscript(range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
