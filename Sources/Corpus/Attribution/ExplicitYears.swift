/// Finds calendar years written out in a report's text: `2011年`, `二〇一一年`.
///
/// This conservative scan answers questions about the report as a whole, such as its year. It
/// distinguishes plain statements about a year from other uses:
///
/// | Text                          | Role         |
/// |-------------------------------|--------------|
/// | `2011年，全县新建学校8所`         | `fact`       |
/// | `截至2011年底`                  | `fact`       |
/// | `2012年要新建学校3所`             | `plan`       |
/// | `到2020年`, `力争2015年`, `2015年前` | `target`     |
/// | `比2010年增长5%`, `自2008年以来`    | `background` |
/// | `《某某规划（2011年修订）》`        | `background` |
/// | `2011级`, `2011-2012学年`        | none         |
enum ExplicitYears {
  /// Returns the years in headings, body text and lists, in text order.
  ///
  /// - Parameter isPlan: Returns true if the paragraph at an index describes future work.
  /// - Complexity: O(*n*) in the bytes of the text.
  static func evidence(
    in paragraphs: [Paragraph], isPlan: (Int) -> Bool
  ) -> [DatedEvidence] {
    var evidence: [DatedEvidence] = []
    for (place, paragraph) in paragraphs.enumerated()
    where kinds.contains(paragraph.kind) && namesYear(paragraph.text) {
      evidence += Scan(paragraph, at: place, isPlan: isPlan(place)).evidence
    }
    return evidence
  }

  /// The kinds of paragraph that are scanned.
  private static let kinds: Set<Paragraph.Kind> = [.heading, .body, .list]

  /// Returns true if the text contains 年 after at least four bytes, the length of a year in ASCII
  /// digits.
  ///
  /// This inexpensive check avoids the full scan of most paragraphs.
  private static func namesYear(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var place = 4
      while place + 2 < bytes.count {
        if bytes[place] == 0xE5, bytes[place + 1] == 0xB9, bytes[place + 2] == 0xB4 { return true }
        place += 1
      }
      return false
    }
  }
}

/// The scan of one paragraph.
private struct Scan {
  private(set) var evidence: [DatedEvidence] = []
  private let scalars: [Unicode.Scalar]
  private let isPlan: Bool

  init(_ paragraph: Paragraph, at place: Int, isPlan: Bool) {
    scalars = Array(paragraph.text.unicodeScalars)
    self.isPlan = isPlan
    var depth = 0
    // The number of a heading or list item is not part of its first clause: 一、2011年.
    var clause = HeadingMarker(startOf: paragraph.text)?.characterCount ?? 0
    for (index, scalar) in scalars.enumerated() {
      switch Mark(scalar) {
      case .opening: depth += 1
      case .closing: depth = max(0, depth - 1)
      case .clauseEnd: clause = index + 1
      case .sentenceEnd:
        clause = index + 1
        // An unclosed bracket ends with its sentence.
        depth = 0
      case nil: break
      }
      guard scalar == "年", index >= clause + 4,
        let year = YearDigits.year(scalars[index - 4..<index]),
        index == 4 || YearDigits.digit(scalars[index - 5]) == nil
      else { continue }
      let end = end(of: index) { $0 != nil && $0 != .opening && $0 != .closing }
      let sentence = sentence(around: index)
      let role = depth > 0 ? .background : role(of: index, from: clause, to: end, in: sentence)
      let words = String(String.UnicodeScalarView(scalars[clause..<end].prefix(40)))
      evidence.append(
        DatedEvidence(
          year: year, month: month(behind: index), role: role,
          isDone: role == .fact && Self.isDone(sentence),
          isHeading: paragraph.kind == .heading,
          words: String(words.drop { $0.isWhitespace }), paragraph: place))
    }
  }

  /// Returns the role of the year before the 年 at `place`, from the words of its clause and
  /// sentence.
  private func role(
    of place: Int, from start: Int, to end: Int, in sentence: ArraySlice<Unicode.Scalar>
  ) -> DatedEvidence.Role {
    let start = max(start, place - Self.reach)
    let before = scalars[start..<place - 4].suffix(6).reversed().filter {
      !$0.properties.isWhitespace
    }
    if let last = before.first {
      if last == "到" || last == "至" {
        let isUntilNow = before.count > 1 && (before[1] == "截" || before[1] == "止")
        if !isUntilNow { return .target }
      }
      let isJoined =
        Self.joints.contains(last) && before.count > 1
        && (before[1] == "年" || before[1] == "月" || YearDigits.digit(before[1]) != nil)
      if isJoined || Self.bases.contains(last) { return .background }
    }
    if let role = roleByRest(scalars[(place + 1)..<end]) { return role }
    if Self.targetWords.occurs(in: scalars[start..<place - 4]) { return .target }
    if Self.names.occurs(in: scalars[start..<end]) { return .background }
    return isPlan || Self.planWords.occurs(in: sentence) ? .plan : .fact
  }

  /// Returns the role indicated by the words after 年 (前, 以来, 起, another year), or `nil`.
  private func roleByRest(_ rest: ArraySlice<Unicode.Scalar>) -> DatedEvidence.Role? {
    guard let next = rest.first else { return nil }
    if Self.nouns.contains(next) { return .background }
    let second = rest.dropFirst().first
    if next == "以" || next == "之" { return second == "前" ? .target : .background }
    if Self.joints.contains(next), let second, YearDigits.digit(second) != nil {
      return .background
    }
    guard let place = rest.prefix(9).firstIndex(of: "前") else { return nil }
    // 2011年前三季度 is part of 2011, whereas 2011年底前 is a deadline.
    let following = rest.dropFirst(place + 1 - rest.startIndex).first
    let isPart = following.map { YearDigits.digit($0) != nil || "十半几".unicodeScalars.contains($0) }
    return isPart == true ? nil : .target
  }

  /// Returns the sentence around a position, limited to ``reach`` characters on either side.
  private func sentence(around place: Int) -> ArraySlice<Unicode.Scalar> {
    let before = scalars[max(0, place - Self.reach)..<place]
    let start = before.lastIndex { Mark($0) == .sentenceEnd }.map { $0 + 1 }
    return scalars[(start ?? before.startIndex)..<end(of: place) { $0 == .sentenceEnd }]
  }

  /// Returns the end of the clause or sentence at a position, limited to ``reach`` characters.
  private func end(of place: Int, where isEnd: (Mark?) -> Bool) -> Int {
    let rest = scalars[place...].prefix(Self.reach)
    return rest.firstIndex { isEnd(Mark($0)) } ?? rest.endIndex
  }

  private func month(behind place: Int) -> Int? {
    var value: Int?
    for scalar in scalars[(place + 1)...].prefix(3) {
      if scalar == "月" { return value.flatMap { (1...12).contains($0) ? $0 : nil } }
      if scalar == "十" {
        value = 10
      } else if let digit = YearDigits.digit(scalar) {
        value =
          value.map { $0 == 10 && scalar.value > 0xFF ? 10 + digit : $0 * 10 + digit } ?? digit
      } else {
        return nil
      }
    }
    return nil
  }

  /// Returns true if the sentence describes something completed.
  private static func isDone(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
    doneWords.occurs(in: sentence)
      || zip(sentence, sentence.dropFirst()).contains { $1 == "了" && $0 != "为" && $0 != "除" }
  }

  /// A punctuation mark that delimits brackets, clauses or sentences.
  private enum Mark {
    case opening, closing, clauseEnd, sentenceEnd

    init?(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "《", "〈", "（", "(", "〔", "[", "【", "「", "『": self = .opening
      case "》", "〉", "）", ")", "〕", "]", "】", "」", "』": self = .closing
      case "。", "！", "？", "；", "!", "?", ";": self = .sentenceEnd
      case "，", ",", "：", ":": self = .clauseEnd
      default: return nil
      }
    }
  }

  private static let joints = Set("-–—－~～至到、和与".unicodeScalars)
  /// Characters before a year that make it a base of comparison or the start of a span.
  private static let bases = Set("比较同自从".unicodeScalars)
  /// Characters after 年 that make the year part of a noun or the start of a span.
  private static let nouns = Set("级届版代起后第".unicodeScalars)
  /// The maximum number of characters read on either side of a year.
  private static let reach = 100
  /// Words that make a year part of a proper name or of a page's publication line.
  private static let names: Vocabulary = [
    "奥运", "亚运", "亚洲运动会", "世博", "世界博览会", "世界杯", "全运会", "www.", "来源", "发布时间", "门户网站",
  ]
  private static let doneWords: Vocabulary = [
    "已", "荣获", "获得", "被评", "被授予", "获评", "同比", "胜利召开", "回顾", "完成情况",
  ]
  private static let targetWords: Vocabulary = ["力争", "争取", "预计", "预期", "目标", "提前", "面向", "迎接"]
  private static let planWords: Vocabulary = [
    "力争", "争取", "确保", "打算", "计划", "规划", "目标", "将", "拟", "下一步", "下步", "明年", "来年", "今后", "预算", "奠定",
    "打下",
    "打好基础", "迎接", "展望", "我们要", "还要", "年要", "新的一年", "必须", "继续", "草案", "设想",
  ]
}
