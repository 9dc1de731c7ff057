#if PostgreSQL
  import TextAnalysis

  /// The characters and the pairs of neighbouring characters of folded texts: by them a server finds
  /// paragraphs.
  struct Grams {
    private let tokenizer = BigramTokenizer()

    /// Returns the folded text of a paragraph, and its grams, each once and ascending.
    ///
    /// A gram has eight bytes at most, and none of them is zero: a number holds it.
    ///
    /// - Complexity: O(*n* log *n*) in its length.
    func fold(_ text: UnsafeBufferPointer<UInt8>) -> (folded: [UInt8], grams: [UInt64]) {
      var folded: [UInt8] = []
      var grams: [UInt64] = []
      // Each character of the folded text begins one token.
      tokenizer.forEachToken(in: text, for: .document) { term, _ in
        let character = UnsafeBufferPointer(rebasing: term[..<Self.length(ofCharacter: term[0])])
        folded += character
        grams.append(Self.number(of: character))
        if character.count < term.count { grams.append(Self.number(of: term)) }
        return true
      }
      grams.sort()
      var distinct: [UInt64] = []
      for gram in grams where gram != distinct.last { distinct.append(gram) }
      return (folded, distinct)
    }

    /// Returns by which grams a literal is looked for, as PostgreSQL writes an array: its pairs, or its
    /// only character.
    static func array(of literal: FoldedText) -> String {
      let count = literal.characterCount
      return array(of: count < 2 ? [literal] : (0..<count - 1).map { literal.part($0..<$0 + 2) })
    }

    /// Returns the characters of a literal, as PostgreSQL writes an array.
    static func array(ofCharactersOf literal: FoldedText) -> String {
      array(of: (0..<literal.characterCount).map { literal.part($0..<$0 + 1) })
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
