import TextAnalysis

/// Copyright notices and credits: `版权声明:本文由网友上传`, `转载请保留,谢谢!`.
struct CopyrightNotice: ChromeRule {
  let reason = ChromeReason.copyright
  private let labels: [FoldedText] = ["版权声明", "免责声明", "版权所有"]
  private let labelsWithoutSentence: [FoldedText] = ["技术支持"]
  private let beginnings: [FoldedText] = [
    "转载请注明", "转载请保留", "如有侵权", "若有侵权", "©", "copyright",
  ]

  func takes(_ line: ChromeCandidate) -> Bool {
    line.isLabelled(labels) || line.begins(with: beginnings)
      || line.isLabelled(labelsWithoutSentence) && !line.isSentence
  }
}
