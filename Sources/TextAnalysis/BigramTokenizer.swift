/// Splits text into overlapping pairs of characters.
///
/// Chinese is written without spaces, so a word is found by the pairs of characters that spell it: a
/// phrase of the pairs of 工作报告 matches every paragraph that says 工作报告, and no other. One rule
/// holds for Han, Latin, digits and punctuation alike: *every character of the folded text begins
/// exactly one token, itself and the character after it; the last character stands alone.*
///
/// Tokenizing `教师QQ群。`:
///
/// | Term     | 教师 | 师q | qq  | q群  | 群。  | 。    |
/// |----------|------|-----|-----|------|-------|-------|
/// | Position | 0    | 1   | 2   | 3    | 4     | 5     |
/// | UTF-8    | 0–6  | 3–7 | 6–8 | 7–11 | 8–14  | 11–14 |
///
/// A query of two or more characters is the phrase of its pairs, without the lone last character. A
/// query of one character is the prefix query on it, and exact too.
///
/// An instance holds memory that it uses again for the next text: one for each thread.
public final class BigramTokenizer {
  /// Why a text is tokenized.
  public enum Purpose: Sendable {
    /// It is to be stored: the last character stands alone.
    case document
    /// It is looked for: a lone last character would have to end the paragraph.
    case phrase
  }

  private var buffer = FoldingBuffer()

  /// Creates a tokenizer.
  public init() {}

  /// Calls a closure with each token of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are none count as U+FFFD.
  ///   - purpose: Whether the text is stored or looked for.
  ///   - body: Takes the term in UTF-8, valid only during the call, and the range of the original that
  ///     it came from, in bytes. Positions count up from 0. Stops when it returns `false`.
  /// - Complexity: O(*n*), without an allocation once the memory has grown to the text.
  @inline(__always)
  public func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, for purpose: Purpose,
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ utf8Range: Range<Int>) -> Bool
  ) {
    buffer.fold(text)
    // The pointers are taken once: each look at the buffer through this object would be checked.
    let (count, utf8, starts) = (buffer.count, buffer.utf8, buffer.starts)
    let (originStarts, originEnds) = (buffer.originStarts, buffer.originEnds)
    let tokens = purpose == .phrase && count > 1 ? count - 1 : count
    var index = 0
    while index < tokens {
      let last = index &+ 1 < count ? index &+ 1 : index
      let start = Int(starts[index])
      let term = UnsafeBufferPointer(start: utf8 + start, count: Int(starts[last &+ 1]) &- start)
      let lower = min(originStarts[index], originStarts[last])
      let upper = max(originEnds[index], originEnds[last])
      guard body(term, Int(lower)..<Int(upper)) else { return }
      index &+= 1
    }
  }

  /// Calls a closure with the folded form of the text that was tokenized last, in UTF-8, valid only during
  /// the call.
  public func withLastFoldedText<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try body(UnsafeBufferPointer(start: buffer.utf8, count: buffer.utf8Count))
  }

  /// Returns the tokens of a text that is to be stored.
  public func tokens(inDocument text: String) -> [Token] { tokens(in: text, for: .document) }

  /// Returns the tokens of a text that is looked for.
  public func tokens(inPhrase text: String) -> [Token] { tokens(in: text, for: .phrase) }

  private func tokens(in text: String, for purpose: Purpose) -> [Token] {
    var text = text
    var tokens: [Token] = []
    text.withUTF8 { text in
      forEachToken(in: text, for: purpose) { term, utf8Range in
        let term = String(decoding: term, as: UTF8.self)
        tokens.append(Token(term: term, position: tokens.count, utf8Range: utf8Range))
        return true
      }
    }
    return tokens
  }
}
