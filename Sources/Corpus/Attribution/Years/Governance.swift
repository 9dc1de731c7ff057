/// Assigns a time expression to each position of a paragraph.
///
/// The nearest expression before a position in its sentence applies, else the first one after it in
/// its clause. For `全县2010年招生5人(2009年6人),在2011年的基础上增加,共8人。`:
///
/// | Place          | 全县2010年招生 | 5人(2009年6人 | `),`  | 在2011年的基础上增加 | `,共8人。` |
/// |----------------|----------------|---------------|-------|-----------------------|-----------|
/// | Its expression | `2010年`       | `2009年`      | `2010年` | `2011年`           | `2010年`  |
///
/// An expression inside brackets applies up to the closing bracket. Brackets that contain only an
/// expression date the word before them: 目标 in `目标(2015年)`.
struct Governance {
  /// A range of folded characters, with the index of its expression in ``rulers``.
  struct Piece {
    let range: Range<Int>
    let ruler: Int?
  }

  /// An expression with its scope.
  struct Ruler {
    let expression: TimeExpression
    /// The scope in folded characters. It begins with the word that the brackets qualify, if any.
    let range: Range<Int>
    /// The first position before the expression to which it may apply if no earlier expression
    /// does.
    let lowerLimit: Int
    /// True if brackets or quotation marks limit the scope.
    let isBracketed: Bool
    /// The zero-based index of the sentence.
    let sentence: Int
  }

  /// The expressions in text order.
  private(set) var rulers: [Ruler] = []
  /// Adjacent ranges that cover the text.
  private(set) var pieces: [Piece] = []
  private let text: YearText
  private let sentenceEnds: [Int]
  private var cursor = 0
  /// The indices of the expressions in scope, each with a scope that ends after that of the next.
  private var open: [Int] = []

  /// Assigns the expressions of a scanned paragraph.
  init(_ scanner: TimeScanner) {
    text = scanner.text
    sentenceEnds = scanner.sentenceEnds
    var sentence = 0
    for found in scanner.expressions {
      while sentence + 1 < sentenceEnds.count,
        sentenceEnds[sentence] <= found.expression.range.lowerBound
      {
        sentence += 1
      }
      let previousEnd = rulers.last?.expression.range.upperBound ?? 0
      rulers.append(Self.ruler(found, scanner, sentence: sentence, after: previousEnd))
    }
    divide()
  }

  /// The index in ``rulers`` of an expression that opens the paragraph and is followed by a comma.
  var frame: Int? {
    guard let first = rulers.first, !first.isBracketed, first.expression.reach == .sentence,
      text[first.expression.tailEnd] == ","
    else { return nil }
    let start = first.expression.range.lowerBound
    guard start <= 12, (0..<start).allSatisfy({ Self.canStandBeforeFrame(text[$0]) }) else {
      return nil
    }
    return 0
  }

  private static func ruler(
    _ found: TimeScanner.Found, _ scanner: TimeScanner, sentence: Int, after previousEnd: Int
  ) -> Ruler {
    let expression = found.expression
    let sentenceStart = sentence == 0 ? 0 : scanner.sentenceEnds[sentence - 1]
    var start = expression.range.lowerBound
    var end = scanner.sentenceEnds[sentence]
    if case .upTo(let place) = expression.reach { end = min(end, place) }
    var lowerLimit = sentenceStart
    var isBracketed = false
    if let place = scanner.brackets.closed(from: found.pair) {
      let pair = scanner.brackets.pairs[place]
      let isWhole =
        pair.open + 1 == start && expression.tailEnd == pair.close
      if pair.form == .bracket || !isWhole {
        isBracketed = true
        lowerLimit = max(lowerLimit, pair.open + 1)
        end = min(end, max(pair.close ?? end, expression.range.upperBound))
        if isWhole, pair.form == .bracket {
          start = max(
            Self.startOfWord(scanner.text, before: pair.open), previousEnd, sentenceStart)
        }
      }
    }
    return Ruler(
      expression: expression, range: start..<max(end, expression.range.upperBound),
      lowerLimit: lowerLimit, isBracketed: isBracketed, sentence: sentence)
  }

  /// Returns the start of the word that brackets qualify: up to two Han characters, or a number
  /// with its unit.
  private static func startOfWord(_ text: YearText, before place: Int) -> Int {
    var start = place
    while start > place - 2, text[start - 1].isHan { start -= 1 }
    while start > place - 12, NumberRun.digit(text[start - 1]) != nil || text[start - 1] == "." {
      start -= 1
    }
    return start
  }

  private static func canStandBeforeFrame(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "(", ")", ".", ",", "、", ":", "-", "—", "•", "·", "●", "◆", "★", "■", "\"", " ",
      "*":
      true
    default: YearText.isOne(scalar, of: "一二三四五六七八九十第是在自从于截至止到")
    }
  }

  /// Processes the sentences in order. No scope extends beyond its sentence.
  private mutating func divide() {
    var next = 0
    for sentence in sentenceEnds.indices {
      while next < rulers.count, rulers[next].sentence == sentence {
        advance(to: rulers[next].range.lowerBound, before: next)
        begin(next)
        next += 1
      }
      advance(to: sentenceEnds[sentence], before: nil)
      open.removeAll(keepingCapacity: true)
    }
  }

  private mutating func begin(_ ruler: Int) {
    // A scope that ends no later than the new one cannot apply again.
    while let last = open.last, rulers[last].range.upperBound <= rulers[ruler].range.upperBound {
      open.removeLast()
    }
    open.append(ruler)
  }

  private mutating func advance(to place: Int, before next: Int?) {
    while let last = open.last, rulers[last].range.upperBound <= place {
      append(until: rulers[last].range.upperBound, ruler: last)
      open.removeLast()
    }
    if let last = open.last {
      append(until: place, ruler: last)
    } else {
      advanceUnruled(to: place, before: next)
    }
  }

  /// Assigns positions without a preceding expression to the first one after them in their clause.
  private mutating func advanceUnruled(to place: Int, before next: Int?) {
    guard cursor < place, var ruler = next else { return append(until: place, ruler: nil) }
    let sentence = rulers[ruler].sentence
    // A bracketed expression does not apply to the text before its brackets.
    while rulers[ruler].isBracketed, rulers[ruler].lowerLimit > cursor, ruler + 1 < rulers.count,
      rulers[ruler + 1].sentence == sentence, ruler < next! + 4
    {
      ruler += 1
    }
    let limit = rulers[ruler].lowerLimit
    var start = rulers[ruler].expression.range.lowerBound
    guard start - place < 120 else { return append(until: place, ruler: nil) }
    while start > max(cursor, limit), !text[start - 1].endsClause { start -= 1 }
    append(until: min(start, place), ruler: nil)
    append(until: place, ruler: ruler)
  }

  private mutating func append(until end: Int, ruler: Int?) {
    guard end > cursor else { return }
    pieces.append(Piece(range: cursor..<end, ruler: ruler))
    cursor = end
  }
}
