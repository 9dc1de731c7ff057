/// The nested brackets, titles and quotations of a paragraph.
///
/// Unmatched marks are ignored. A quotation ends with its sentence.
struct BracketTree {
  /// The kind of a pair of marks.
  enum Form {
    /// `(…)`, `〔…〕`, `【…】`, `[…]`
    case bracket
    /// `《…》`
    case title
    /// `"…"`
    case quotation
  }

  struct Pair {
    let form: Form
    let open: Int
    /// The position of the closing mark, or `nil` if there is none.
    var close: Int?
    /// The index of the enclosing pair in ``BracketTree/pairs``, or -1.
    let parent: Int
    fileprivate let closing: Unicode.Scalar
  }

  /// The pairs in the order of their opening marks.
  private(set) var pairs: [Pair] = []
  /// The indices of the open pairs at the current position, the outermost first.
  private var open: [Int] = []

  /// The maximum nesting depth. Opening marks beyond it are ignored.
  private static let deepest = 8

  /// The index of the innermost open pair, or -1.
  var current: Int { open.last ?? -1 }

  /// Processes the character at a position.
  mutating func take(_ scalar: Unicode.Scalar, at place: Int) {
    switch scalar {
    case "(": begin(.bracket, place, closing: ")")
    case "[": begin(.bracket, place, closing: "]")
    case "〔": begin(.bracket, place, closing: "〕")
    case "【": begin(.bracket, place, closing: "】")
    case "《": begin(.title, place, closing: "》")
    case "\"":
      if open.contains(where: { pairs[$0].form == .quotation }) {
        end("\"", place)
      } else {
        begin(.quotation, place, closing: "\"")
      }
    default: end(scalar, place)
    }
  }

  /// Processes the end of a sentence, which closes open quotations.
  mutating func endSentence() {
    while let last = open.last, pairs[last].form == .quotation { open.removeLast() }
  }

  /// Returns the index of the innermost closed pair at or above `pair` in the tree, or `nil`.
  ///
  /// This is the pair that encloses text read while `pair` was open.
  func closed(from pair: Int) -> Int? {
    var pair = pair
    while pair >= 0 {
      if pairs[pair].close != nil { return pair }
      pair = pairs[pair].parent
    }
    return nil
  }

  /// Returns true if a pair is a title (《》) or lies inside one.
  func isInTitle(_ pair: Int) -> Bool {
    var pair = closed(from: pair)
    while let place = pair {
      if pairs[place].form == .title { return true }
      pair = closed(from: pairs[place].parent)
    }
    return false
  }

  private mutating func begin(_ form: Form, _ place: Int, closing: Unicode.Scalar) {
    guard open.count < Self.deepest else { return }
    pairs.append(Pair(form: form, open: place, close: nil, parent: current, closing: closing))
    open.append(pairs.count - 1)
  }

  private mutating func end(_ scalar: Unicode.Scalar, _ place: Int) {
    guard let depth = open.lastIndex(where: { pairs[$0].closing == scalar }) else { return }
    pairs[open[depth]].close = place
    open.removeSubrange(depth...)
  }
}
