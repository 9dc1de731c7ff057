import TextAnalysis

/// A checksum of the tokens and positions of each paragraph. It is a sum of hashes and therefore
/// independent of the order in which tokens are read.
struct TokenSums {
  /// The sums by paragraph id.
  private(set) var sums: [UInt64]

  /// Computes the sums from the postings of the whole index.
  ///
  /// - Parameter count: The upper bound of paragraph ids, exclusive.
  /// - Throws: ``UnreadablePages``, or a `DatabaseError`.
  /// - Complexity: O(*n*) in the tokens.
  init(of pages: SegmentPages, count: Int) throws {
    var sums = [UInt64](repeating: 0, count: count)
    try pages.forEachTerm { term, lists in
      let hash = term.reduce(Self.start) { Self.hash($0, $1) }
      var cursor = try MergedCursor(lists, in: pages)
      while try cursor.next() {
        guard cursor.row < count else { throw UnreadablePages.paragraph(Int(cursor.row)) }
        var decoder = PositionDecoder(cursor.positions)
        while try decoder.next() {
          sums[Int(cursor.row)] &+= Self.token(hash, at: decoder.position)
        }
      }
    }
    self.sums = sums
  }

  /// Returns the sum of a text.
  static func sum(of text: String, by tokenizer: BigramTokenizer) -> UInt64 {
    var text = text
    var sum: UInt64 = 0
    var position: UInt32 = 0
    text.withUTF8 { text in
      tokenizer.forEachToken(in: text, for: .document) { term, _ in
        sum &+= token(term.reduce(start) { hash($0, $1) }, at: position)
        position += 1
        return true
      }
    }
    return sum
  }

  // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Returns the hash of a term at a position. It is mixed, so that exchanging two tokens changes
  /// the sum.
  private static func token(_ hash: UInt64, at position: UInt32) -> UInt64 {
    var mixed = hash &+ UInt64(position) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 31)
  }
}
