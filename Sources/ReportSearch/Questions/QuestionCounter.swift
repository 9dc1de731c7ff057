import TextAnalysis

/// Counts non-overlapping occurrences of a question's terms in texts.
struct QuestionCounter {
  private let tokenizer = BigramTokenizer()
  /// The term number, from 1, of each character of the Basic Multilingual Plane; 0 for other
  /// characters.
  private var numbers = [UInt16](repeating: 0, count: 0x10000)
  /// The term numbers of characters beyond that plane.
  private var rareNumbers: [UInt32: UInt16] = [:]
  /// The index of each bigram among the terms, by the term numbers of its characters.
  private var pairs: [UInt32: Int] = [:]

  /// Prepares counting.
  ///
  /// - Parameter terms: Single characters first, then bigrams of these.
  init(_ terms: [FoldedText]) {
    for (place, term) in terms.enumerated() {
      let scalars = term.string.unicodeScalars.map(\.value)
      if scalars.count == 2 {
        pairs[Self.key(number(of: scalars[0]), number(of: scalars[1]))] = place
      } else if scalars[0] < numbers.count {
        numbers[Int(scalars[0])] = UInt16(place + 1)
      } else {
        rareNumbers[scalars[0]] = UInt16(place + 1)
      }
    }
  }

  /// Adds the counts of a text to `counts`, which is in the order of the terms.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func add(_ text: String, to counts: inout [UInt32]) {
    var text = text
    var last: UInt16 = 0
    // The first token that may start another bigram of two equal characters without overlapping the
    // last one.
    var free = 0
    var place = 0
    text.withUTF8 { text in
      tokenizer.forEachToken(in: text, for: .document) { term, _ in
        let number = number(of: Self.firstScalar(of: term))
        if number != 0 {
          counts[Int(number) - 1] += 1
          if last != 0, !pairs.isEmpty, let pair = pairs[Self.key(last, number)],
            last != number || place > free
          {
            counts[pair] += 1
            if last == number { free = place + 1 }
          }
        }
        last = number
        place += 1
        return true
      }
    }
  }

  @inline(__always)
  private func number(of scalar: UInt32) -> UInt16 {
    scalar < 0x10000 ? numbers[Int(scalar)] : rareNumbers[scalar] ?? 0
  }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }

  @inline(__always)
  private static func firstScalar(of utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let first = UInt32(utf8[0])
    func next(_ place: Int) -> UInt32 { UInt32(utf8[place]) & 0x3F }
    if first < 0x80 { return first }
    if first < 0xE0 { return (first & 0x1F) << 6 | next(1) }
    if first < 0xF0 { return (first & 0x0F) << 12 | next(1) << 6 | next(2) }
    return (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
  }
}
