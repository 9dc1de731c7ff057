import TextAnalysis

/// Notices that the page does not show the whole text: `因篇幅问题不能全部显示,请点此查看更多更全内容`.
struct TruncationNotice: ChromeRule {
  let reason = ChromeReason.truncation
  private let notices: [FoldedText] = [
    "因篇幅问题不能全部显示", "点此查看更多", "点击查看更多", "点击阅读全文", "点击展开全文",
  ]

  func takes(_ line: ChromeCandidate) -> Bool {
    line.text.characterCount <= 60 && line.contains(notices)
  }
}
