/// Splits text into overlapping pairs of characters (bigrams).
///
/// Chinese is written without spaces, so a word is found by the bigrams that spell it. The phrase
/// query for the bigrams of 工作报告 matches every paragraph that contains 工作报告, and no other. One rule
/// applies to Han characters, Latin letters, digits and punctuation alike: *every character of the
/// folded text begins exactly one token, which consists of itself and the next character; the last
/// character is a token by itself.*
///
/// Tokenizing `教师QQ群。`:
///
/// | Term     | 教师 | 师q | qq  | q群  | 群。  | 。    |
/// |----------|------|-----|-----|------|-------|-------|
/// | Position | 0    | 1   | 2   | 3    | 4     | 5     |
/// | UTF-8    | 0–6  | 3–7 | 6–8 | 7–11 | 8–14  | 11–14 |
///
/// A query of two or more characters is the phrase of its bigrams, without the final single
/// character. A query of one character is a prefix query, which is exact as well.
///
/// An instance reuses its memory from text to text. Use one instance per thread.
public final class BigramTokenizer {
  /// The purpose of the tokens.
  public enum Purpose: Sendable {
    /// Indexing. The last character is a token by itself.
    case document
    /// Searching. The last character is omitted, because its single token occurs only at the end of
    /// a paragraph.
    case phrase
  }

  private var buffer = FoldingBuffer()

  /// Creates a tokenizer.
  public init() {}

  /// Calls a closure with each token of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8. Invalid bytes count as U+FFFD.
  ///   - purpose: The purpose of the tokens.
  ///   - body: Receives the term in UTF-8, which is valid only during the call, and the byte range
  ///     of the original text that it came from. Positions count up from 0. Tokenization stops when
  ///     the closure returns `false`.
  /// - Complexity: O(*n*). No memory is allocated after the buffer has grown to the size of the
  ///   text.
  @inline(__always)
  public func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, for purpose: Purpose,
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ utf8Range: Range<Int>) -> Bool
  ) {
    buffer.fold(text)
    // Copies of the pointers avoid an exclusivity check for each access to the buffer.
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

  /// Calls a closure with the folded form of the last tokenized text, in UTF-8. The buffer is valid
  /// only during the call.
  public func withLastFoldedText<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try body(UnsafeBufferPointer(start: buffer.utf8, count: buffer.utf8Count))
  }

  /// Returns the tokens for indexing a text.
  public func tokens(inDocument text: String) -> [Token] { tokens(in: text, for: .document) }

  /// Returns the tokens for searching for a text.
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
