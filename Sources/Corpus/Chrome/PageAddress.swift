import TextAnalysis

/// The address and origin of the page: `链接地址:http://…`, `《工作总结》由:范文网整理`, or a bare address.
struct PageAddress: ChromeRule {
  let reason = ChromeReason.address
  private let labels: [FoldedText] = [
    "链接地址", "本文地址", "本文链接", "本文标题", "原文地址", "原文链接", "文章链接",
  ]
  private let addresses: [FoldedText] = ["本文地址:", "本文链接:"]
  private let origin: FoldedText = "》由:"
  private let collected: FoldedText = "整理"
  private let schemes: [FoldedText] = ["http://", "https://", "www."]

  func takes(_ line: ChromeCandidate) -> Bool {
    if line.isLabelled(labels) || line.contains(addresses) { return true }
    if line.begins(with: schemes) { return line.text.utf8.allSatisfy { $0 < 0x80 } }
    return line.text.hasSuffix(collected) && line.text.contains(origin)
  }
}
