import TextAnalysis

/// Remarks by the editor of the page about the text: `下面是小编为大家整理的工作总结,供大家参考。`
struct EditorialLead: ChromeRule {
  let reason = ChromeReason.editorial
  private let editor: FoldedText = "小编"
  private let editors: [FoldedText] = [
    "是小编", "下小编", "面小编", "站小编", "网小编", "由小编", "小编为", "小编给", "小编今天", "小编陆续", "小编整理", "小编精心", "小编收集",
    "小编带来", "小编推荐",
  ]
  private let purposes: [FoldedText] = ["大家", "各位", "整理", "参考", "帮助"]

  func takes(_ line: ChromeCandidate) -> Bool {
    line.text.contains(editor) && line.contains(editors) && line.contains(purposes)
  }
}
