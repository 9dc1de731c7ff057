import TextAnalysis

/// What the page's editor says about the text: `下面是小编为大家整理的工作总结,供大家参考。`
struct EditorialLead: ChromeRule {
  let reason = ChromeReason.editorial
  private let purposes: [FoldedText] = ["大家", "各位", "整理", "参考", "帮助"]

  func takes(_ line: ChromeCandidate) -> Bool {
    line.text.contains("小编") && line.contains(purposes)
  }
}
