import TextAnalysis

/// The position of the page in its site, and links to its neighbours: `当前位置:范文网 > 总结`, `下一篇:工作计划`.
struct Navigation: ChromeRule {
  let reason = ChromeReason.navigation
  private let labels: [FoldedText] = [
    "当前位置", "您的位置", "你的位置", "您的当前位置", "您现在的位置", "上一篇", "下一篇", "上一页", "下一页",
    "返回首页", "返回列表", "上一篇文章与下一篇文章",
  ]

  func takes(_ line: ChromeCandidate) -> Bool { line.isLabelled(labels) }
}
