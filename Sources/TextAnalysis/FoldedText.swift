/// A text as the index and the query see it, with the way back to the original.
///
/// ```swift
/// let text = FoldedText("落實ＱＱ群的控輟 保學")
/// text.string                                        // "落实qq群的控辍保学"
/// let match = text.occurrences(of: FoldedText("控辍保学"))[0]  // 6..<10
/// text.originalUTF8Range(ofCharacters: match)        // the bytes of 控輟 保學
/// ```
///
/// Characters are Unicode scalars here and in everything that counts them.
public struct FoldedText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The folded text in UTF-8.
  public let utf8: [UInt8]
  /// Where each character begins in ``utf8``; one more entry says where the last one ends.
  let starts: [UInt32]
  /// The first byte of the original that each character came from.
  let originStarts: [UInt32]
  /// The byte of the original behind the last one that each character came from.
  let originEnds: [UInt32]

  /// Folds a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedText(utf8: $0) }
  }

  /// Folds a text that is written in the program.
  public init(stringLiteral text: String) { self.init(text) }

  /// Folds UTF-8 text; bytes that are no UTF-8 count as U+FFFD.
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

  /// Whether nothing of the text is left by folding.
  public var isEmpty: Bool { originStarts.isEmpty }

  /// Returns the bytes of ``utf8`` that spell a range of folded characters.
  public func utf8Range(ofCharacters characters: Range<Int>) -> Range<Int> {
    Int(starts[characters.lowerBound])..<Int(starts[characters.upperBound])
  }

  /// Returns the smallest range of the original text, in UTF-8 bytes, that a range of folded
  /// characters came from; it may hold white space and invisible characters between them.
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

  /// Returns the folded characters that came from a range of the original text, in UTF-8 bytes, even
  /// in part; `nil` if none did.
  ///
  /// - Complexity: O(*n*).
  public func characters(fromOriginalUTF8 range: Range<Int>) -> Range<Int>? {
    let came = originStarts.indices.filter {
      originStarts[$0] < range.upperBound && range.lowerBound < originEnds[$0]
    }
    guard let first = came.first, let last = came.last else { return nil }
    return first..<last + 1
  }

  /// Returns a part of the text, with its characters counted from 0 and the way back to the same original.
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

  /// Returns whether a literal occurs in the text.
  public func contains(_ literal: FoldedText) -> Bool {
    utf8.withUnsafeBufferPointer { text in
      literal.utf8.withUnsafeBufferPointer { text.firstOccurrence(of: $0, from: 0) != nil }
    }
  }

  /// Returns whether the text begins with a literal.
  public func hasPrefix(_ literal: FoldedText) -> Bool { utf8.starts(with: literal.utf8) }

  /// Returns whether the text ends with a literal.
  public func hasSuffix(_ literal: FoldedText) -> Bool {
    utf8.count >= literal.utf8.count && utf8.suffix(literal.utf8.count).elementsEqual(literal.utf8)
  }

  /// Returns the matches of a literal: its leftmost occurrences that do not overlap, as ranges of
  /// folded characters. 哈哈 occurs once in 哈哈哈, as people count.
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
  /// Returns the place of the first occurrence of some bytes at or after a place.
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
