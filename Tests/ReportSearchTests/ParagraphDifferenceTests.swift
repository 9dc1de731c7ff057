import Corpus
import ReportSearch
import TestSupport
import Testing

/// The differences between two paragraphs, as a reader would mark them.
struct ParagraphDifferenceTests {
  /// Returns the parts of a difference in one string: deletions in `[-…-]`, insertions in `{+…+}`,
  /// and after a substitution the kind of mention that was replaced.
  private func marked(_ difference: ParagraphDifference) -> String {
    difference.parts.map { part in
      switch part.kind {
      case .equal: part.right
      case .deletion: "[-\(part.left)-]"
      case .insertion: "{+\(part.right)+}"
      case .substitution: "[-\(part.left)-]{+\(part.right)+}\(part.mention?.rawValue ?? "")"
      }
    }.joined()
  }

  @Test(arguments: [
    ("2011年新建学校8所。", "2012年新建学校8所。", "[-2011年-]{+2012年+}year新建学校8所。"),
    ("江阳区新建学校8所。", "泸县新建学校13所。", "[-江阳区-]{+泸县+}place新建学校[-8-]{+13+}number所。"),
    (
      "临岚县投入一千二百万元。", "青溪县投入三千万元。",
      "[-临岚县-]{+青溪县+}place投入[-一千二百-]{+三千+}number万元。"
    ),
    ("白云村新建学校。", "松林村新建学校。", "[-白云-]{+松林+}place村新建学校。"),
    ("巩固率99.5%，下降0.2%", "巩固率99.8%，下降0.2%", "巩固率[-99.5%-]{+99.8%+}number，下降0.2%"),
    ("“十二五”期间，工作扎实。", "“十三五”期间，工作扎实。", "[-“十二五”期间-]{+“十三五”期间+}year，工作扎实。"),
    ("加强管理。", "加强管理。狠抓质量。", "加强管理。{+狠抓质量。+}"),
    ("加强管理。狠抓质量。", "狠抓质量。", "[-加强管理。-]狠抓质量。"),
    ("控輟保学工作", "控辍保學工作", "控辍保學工作"),
    ("新建 学校", "新建学校\u{200B}", "新建学校\u{200B}"),
    ("", "", ""), ("", "有", "{+有+}"), ("有", "", "[-有-]"),
    ("校园的安全工作", "师德师风的建设情况", "[-校园的安全工作-]{+师德师风的建设情况+}"),
  ])
  func `differences are marked`(left: String, right: String, wanted: String) {
    #expect(marked(ParagraphDifference(from: left, to: right)) == wanted)
  }

  @Test(.law, arguments: LawSeeds.seeds(200))
  func `the parts of each side join to its text, and a text equals itself`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet =
      Array("控辍輟学2011年县区江阳泸，。 ％".unicodeScalars) + (seed % 2 == 0 ? Alphabets.hostile : [])
    let left = "控" + random.string(of: alphabet, length: 0...40)
    var right = left
    if seed % 3 > 0 { right = random.string(of: alphabet, length: 0...5) + right }
    if seed % 5 > 0 { right += random.string(of: alphabet, length: 0...40) }
    let difference = ParagraphDifference(from: left, to: right)
    #expect(difference.parts.map(\.left).joined() == left)
    #expect(difference.parts.map(\.right).joined() == right)
    var (leftEnd, rightEnd) = (0, 0)
    for part in difference.parts {
      #expect(part.leftRange.lowerBound == leftEnd && part.rightRange.lowerBound == rightEnd)
      (leftEnd, rightEnd) = (part.leftRange.upperBound, part.rightRange.upperBound)
      if part.kind != .substitution { #expect(part.mention == nil) }
      if part.kind == .deletion { #expect(part.rightRange.isEmpty) }
      if part.kind == .insertion { #expect(part.leftRange.isEmpty) }
    }
    let same = ParagraphDifference(from: left, to: left)
    #expect(same.parts.allSatisfy { $0.kind == .equal } && same.similarity == 1)
  }
}
