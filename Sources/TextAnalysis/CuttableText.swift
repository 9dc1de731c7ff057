/// A text as an array of Unicode scalars, with the offsets at which it may be cut. Cuts are allowed
/// between grapheme clusters, the characters that users perceive.
public struct CuttableText: Sendable {
  private let scalars: [Unicode.Scalar]
  private let isBoundary: [Bool]

  /// Finds the boundaries of grapheme clusters.
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

  /// The number of scalars.
  public var characterCount: Int { scalars.count }

  /// Returns the last boundary at or before a scalar offset. Offsets outside the text are clamped.
  public func boundary(before place: Int) -> Int {
    var place = min(max(place, 0), scalars.count)
    while !isBoundary[place] { place -= 1 }
    return place
  }

  /// Returns the first boundary at or after a scalar offset. Offsets outside the text are clamped.
  public func boundary(behind place: Int) -> Int {
    var place = min(max(place, 0), scalars.count)
    while !isBoundary[place] { place += 1 }
    return place
  }

  /// Returns the text of a range of scalar offsets.
  public subscript(range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
