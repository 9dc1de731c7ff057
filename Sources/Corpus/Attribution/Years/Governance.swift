/// Decides which time expression tells the time of each place of a paragraph.
///
/// The nearest expression before a place in its sentence does, else the first after it in its clause.
/// For `全县2010年招生5人(2009年6人),在2011年的基础上增加,共8人。`:
///
/// | Place          | 全县2010年招生 | 5人(2009年6人 | `),`  | 在2011年的基础上增加 | `,共8人。` |
/// |----------------|----------------|---------------|-------|-----------------------|-----------|
/// | Its expression | `2010年`       | `2009年`      | `2010年` | `2011年`           | `2010年`  |
///
/// Inside brackets an expression counts up to their end; brackets that hold nothing else say when the
/// word before them is true: 目标 of `目标(2015年)`.
struct Governance {
  /// A stretch of folded characters and the place of its expression in ``rulers``.
  struct Piece {
    let range: Range<Int>
    let ruler: Int?
  }

  /// An expression and how far it rules.
  struct Ruler {
    let expression: TimeExpression
    /// The places that it rules; they begin with the word that its brackets qualify.
    let range: Range<Int>
    /// The first place before it that it may rule, if nothing before does.
    let lowerLimit: Int
    /// Whether brackets or quotation marks end what it rules.
    let isBracketed: Bool
    /// The sentence that it stands in, from 0.
    let sentence: Int
  }

  /// The expressions in the order of the text.
  private(set) var rulers: [Ruler] = []
  /// Adjacent stretches that cover the text.
  private(set) var pieces: [Piece] = []
  private let text: YearText
  private let sentenceEnds: [Int]
  private var cursor = 0
  /// The rulers that have begun, each reaching farther than the next.
  private var open: [Int] = []

  /// Finds the pieces of a scanned paragraph.
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

  /// The place in ``rulers`` of the expression that opens the paragraph before a comma.
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

  /// The beginning of the word that brackets qualify: two characters, or a number with its unit.
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

  /// Walks through the paragraph; each ruler begins, and ends at the latest with its sentence.
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
    // What ends no later than the new one is never asked again.
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

  /// Gives the places that nothing before rules to the first expression after them in their clause.
  private mutating func advanceUnruled(to place: Int, before next: Int?) {
    guard cursor < place, var ruler = next else { return append(until: place, ruler: nil) }
    let sentence = rulers[ruler].sentence
    // Brackets say nothing of what stands before them.
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
