/// A text in the folded form that the index and queries use, with a mapping to the original.
///
/// ```swift
/// let text = FoldedText("落實ＱＱ群的控輟 保學")
/// text.string                                        // "落实qq群的控辍保学"
/// let match = text.occurrences(of: FoldedText("控辍保学"))[0]  // 6..<10
/// text.originalUTF8Range(ofCharacters: match)        // the bytes of 控輟 保學
/// ```
///
/// In this type and everything that counts them, characters are Unicode scalars.
public struct FoldedText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The folded text in UTF-8.
  public let utf8: [UInt8]
  /// The offset of each character in ``utf8``, followed by the offset of the end.
  let starts: [UInt32]
  /// The byte offset in the original at which the source of each character begins.
  let originStarts: [UInt32]
  /// The byte offset in the original at which the source of each character ends.
  let originEnds: [UInt32]

  /// Folds a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedText(utf8: $0) }
  }

  /// Folds a string literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// Folds UTF-8 text. Invalid bytes count as U+FFFD.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(utf8 text: UnsafeBufferPointer<UInt8>) {
    var buffer = FoldingBuffer()
    buffer.fold(text)
    utf8 = Array(UnsafeBufferPointer(start: buffer.utf8, count: buffer.utf8Count))
    starts = Array(UnsafeBufferPointer(start: buffer.starts, count: buffer.count + 1))
    originStarts = Array(UnsafeBufferPointer(start: buffer.originStarts, count: buffer.count))
    originEnds = Array(UnsafeBufferPointer(start: buffer.originEnds, count: buffer.count))
  }

  /// The folded text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The number of folded characters.
  public var characterCount: Int { originStarts.count }

  /// True if the folded text is empty.
  public var isEmpty: Bool { originStarts.isEmpty }

  /// Returns the byte range in ``utf8`` of a range of folded characters.
  public func utf8Range(ofCharacters characters: Range<Int>) -> Range<Int> {
    Int(starts[characters.lowerBound])..<Int(starts[characters.upperBound])
  }

  /// Returns the smallest byte range of the original text that contains the sources of a range of
  /// folded characters. It may contain white space and invisible characters between them.
  public func originalUTF8Range(ofCharacters characters: Range<Int>) -> Range<Int> {
    guard !characters.isEmpty else { return 0..<0 }
    var lower = UInt32.max
    var upper: UInt32 = 0
    for index in characters {
      lower = min(lower, originStarts[index])
      upper = max(upper, originEnds[index])
    }
    return Int(lower)..<Int(upper)
  }

  /// Returns the folded characters whose sources overlap a byte range of the original text, or
  /// `nil` if there are none.
  ///
  /// - Complexity: O(*n*).
  public func characters(fromOriginalUTF8 range: Range<Int>) -> Range<Int>? {
    let came = originStarts.indices.filter {
      originStarts[$0] < range.upperBound && range.lowerBound < originEnds[$0]
    }
    guard let first = came.first, let last = came.last else { return nil }
    return first..<last + 1
  }

  /// Returns a part of the text. Its characters are counted from 0, and it maps to the same
  /// original.
  public func part(_ characters: Range<Int>) -> FoldedText {
    FoldedText(part: characters, of: self)
  }

  private init(part characters: Range<Int>, of text: FoldedText) {
    let bytes = text.utf8Range(ofCharacters: characters)
    utf8 = Array(text.utf8[bytes])
    starts = text.starts[characters.lowerBound...characters.upperBound].map {
      $0 - UInt32(bytes.lowerBound)
    }
    originStarts = Array(text.originStarts[characters])
    originEnds = Array(text.originEnds[characters])
  }

  /// Returns true if a literal occurs in the text.
  public func contains(_ literal: FoldedText) -> Bool {
    utf8.withUnsafeBufferPointer { text in
      literal.utf8.withUnsafeBufferPointer { text.firstOccurrence(of: $0, from: 0) != nil }
    }
  }

  /// Returns true if the text begins with a literal.
  public func hasPrefix(_ literal: FoldedText) -> Bool { utf8.starts(with: literal.utf8) }

  /// Returns true if the text ends with a literal.
  public func hasSuffix(_ literal: FoldedText) -> Bool {
    utf8.count >= literal.utf8.count && utf8.suffix(literal.utf8.count).elementsEqual(literal.utf8)
  }

  /// Returns the matches of a literal: its leftmost non-overlapping occurrences, as ranges of
  /// folded characters. 哈哈 occurs once in 哈哈哈.
  ///
  /// - Returns: Ranges in ascending order; none for an empty literal.
  /// - Complexity: O(*n*) for text of any natural language.
  public func occurrences(of literal: FoldedText) -> [Range<Int>] {
    guard !literal.isEmpty else { return [] }
    var ranges: [Range<Int>] = []
    utf8.withUnsafeBufferPointer { text in
      literal.utf8.withUnsafeBufferPointer { wanted in
        var place = 0
        var character = 0
        while let found = text.firstOccurrence(of: wanted, from: place) {
          while starts[character] < found { character += 1 }
          ranges.append(character..<character + literal.characterCount)
          place = found + wanted.count
        }
      }
    }
    return ranges
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Returns the offset of the first occurrence of a byte sequence at or after an offset.
  fileprivate func firstOccurrence(of wanted: UnsafeBufferPointer<UInt8>, from place: Int) -> Int? {
    guard !wanted.isEmpty, count >= wanted.count else { return nil }
    var place = place
    let last = count - wanted.count
    let first = wanted[0]
    while place <= last {
      if self[place] == first {
        var length = 1
        while length < wanted.count, self[place &+ length] == wanted[length] { length &+= 1 }
        if length == wanted.count { return place }
      }
      place &+= 1
    }
    return nil
  }
}
