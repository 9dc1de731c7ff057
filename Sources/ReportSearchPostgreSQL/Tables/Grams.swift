#if PostgreSQL
  import TextAnalysis

  /// The characters and bigrams of folded texts, by which a server finds paragraphs.
  struct Grams {
    private let tokenizer = BigramTokenizer()

    /// The data that a server stores for a paragraph's text.
    struct FoldedParagraph {
      /// The folded text, in UTF-8.
      var folded: [UInt8] = []
      /// The number of characters in ``folded``.
      var characterCount = 0
      /// The distinct grams, ascending.
      var grams: [UInt64] = []
    }

    /// Folds the text of a paragraph.
    ///
    /// A gram has at most eight bytes, none of which is zero, so that an integer can represent it.
    ///
    /// - Complexity: O(*n* log *n*) in the length of the text.
    func fold(_ text: UnsafeBufferPointer<UInt8>) -> FoldedParagraph {
      var paragraph = FoldedParagraph()
      var grams: [UInt64] = []
      // Each character of the folded text starts one token.
      tokenizer.forEachToken(in: text, for: .document) { term, _ in
        let character = UnsafeBufferPointer(rebasing: term[..<Self.length(ofCharacter: term[0])])
        paragraph.folded += character
        paragraph.characterCount += 1
        grams.append(Self.number(of: character))
        if character.count < term.count { grams.append(Self.number(of: term)) }
        return true
      }
      grams.sort()
      for gram in grams where gram != paragraph.grams.last { paragraph.grams.append(gram) }
      return paragraph
    }

    /// Returns the grams that a paragraph must contain to match a literal: its bigrams, or its only
    /// character. The format is that of a PostgreSQL array literal.
    static func array(of literal: FoldedText) -> String {
      let count = literal.characterCount
      return array(of: count < 2 ? [literal] : (0..<count - 1).map { literal.part($0..<$0 + 2) })
    }

    /// Returns the characters of a literal as a PostgreSQL array literal.
    static func array(ofCharactersOf literal: FoldedText) -> String {
      array(of: (0..<literal.characterCount).map { literal.part($0..<$0 + 1) })
    }

    /// Returns grams as a text array in PostgreSQL's binary format.
    static func binaryArray(of grams: [UInt64]) -> [UInt8] {
      var bytes: [UInt8] = []
      func append(_ number: Int) {
        withUnsafeBytes(of: Int32(number).bigEndian) { bytes += $0 }
      }
      // The number of dimensions, a flag for NULLs, and the OID of the type `text`; then the length
      // and the lower bound of the dimension.
      for number in grams.isEmpty ? [0, 0, 25] : [1, 0, 25, grams.count, 1] { append(number) }
      for gram in grams {
        let length = 8 - gram.leadingZeroBitCount / 8
        append(length)
        withUnsafeBytes(of: gram.bigEndian) { bytes += $0.suffix(length) }
      }
      return bytes
    }

    private static func array(of grams: [FoldedText]) -> String {
      let quoted = grams.map { gram in
        let escaped = gram.string.unicodeScalars.map {
          $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)"
        }
        return "\"" + escaped.joined() + "\""
      }
      return "{" + quoted.joined(separator: ",") + "}"
    }

    private static func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func length(ofCharacter first: UInt8) -> Int {
      first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }
  }
#endif
