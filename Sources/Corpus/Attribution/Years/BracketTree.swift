/// The brackets, titles and quotations of a paragraph, and which stands in which.
///
/// Marks without a partner are left out of account; a quotation ends with its sentence.
struct BracketTree {
  /// What a pair of marks holds.
  enum Form {
    /// `(…)`, `〔…〕`, `【…】`, `[…]`
    case bracket
    /// `《…》`
    case title
    /// `"…"`
    case quotation
  }

  /// A pair of marks.
  struct Pair {
    let form: Form
    let open: Int
    /// The place of the closing mark, or `nil` if there is none.
    var close: Int?
    /// The pair around it, or -1.
    let parent: Int
    fileprivate let closing: Unicode.Scalar
  }

  /// The pairs in the order of their opening marks.
  private(set) var pairs: [Pair] = []
  /// The pairs that are open at the place that has been reached, the outermost first.
  private var open: [Int] = []

  /// More marks than that within one another are no brackets any more.
  private static let deepest = 8

  /// The innermost pair that is open, or -1.
  var current: Int { open.last ?? -1 }

  /// Takes a mark at a place.
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

  /// Takes the end of a sentence.
  mutating func endSentence() {
    while let last = open.last, pairs[last].form == .quotation { open.removeLast() }
  }

  /// The innermost closed pair around a place that was read inside a pair, or `nil`.
  func closed(from pair: Int) -> Int? {
    var pair = pair
    while pair >= 0 {
      if pairs[pair].close != nil { return pair }
      pair = pairs[pair].parent
    }
    return nil
  }

  /// Whether a pair is a title or stands in one.
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
