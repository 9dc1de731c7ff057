import TextAnalysis

/// References to other pages: `推荐访问:工作计划 工作总结`, `"教育局工作总结"延伸阅读`.
struct RelatedReading: ChromeRule {
  let reason = ChromeReason.related
  private let further: FoldedText = "\"延伸阅读"
  private let labels: [FoldedText] = [
    "推荐访问", "推荐专题", "推荐阅读", "相关推荐", "相关文章", "相关阅读", "相关专题", "猜你喜欢", "热门推荐", "热门文章",
    "最近更新", "最新更新", "延伸阅读", "相关标签",
  ]

  func takes(_ line: ChromeCandidate) -> Bool {
    line.isLabelled(labels) && !line.isSentence
      || (line.text.characterCount <= 40 && line.text.hasSuffix(further))
  }
}
