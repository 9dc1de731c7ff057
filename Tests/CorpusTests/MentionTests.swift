import Corpus
import TextAnalysis
import Testing

/// The mentions of years, places and numbers in a text.
struct MentionTests {
  @Test(arguments: [
    ("2011年江阳区新建学校13所", "year:2011年 place:江阳区 number:13"),
    ("“十二五”期间增长12.5%", "year:\"十二五\"期间 number:12.5%"),
    ("XX县今年投入三十二万元", "place:xx县 year:今年 number:三十二"),
    ("统一安排，一些学校", ""), ("1,234人和0.5", "number:1,234 number:0.5"),
    ("二〇一一年", "year:二〇一一年"), ("20xx年，在四川省", "year:20xx年 place:四川省"), ("", ""),
  ])
  func `mentions are found`(text: String, wanted: String) {
    let folded = FoldedText(text)
    let scalars = Array(folded.string.unicodeScalars)
    let found = Mention.mentions(in: text, folded: folded).map { mention in
      "\(mention.kind):" + String(String.UnicodeScalarView(scalars[mention.characters]))
    }
    #expect(found.joined(separator: " ") == wanted)
  }
}
