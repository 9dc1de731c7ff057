import TextAnalysis

/// A button or a box of the page, alone on its line: `搜索`, `返回顶部`.
struct InterfaceWord: ChromeRule {
  let reason = ChromeReason.interface
  private let words: [FoldedText] = [
    "搜索", "首页", "登录", "注册", "登录注册", "返回顶部", "打印", "打印本页", "关闭", "关闭窗口", "收藏", "加入收藏",
    "设为首页", "分享", "分享到", "复制", "复制全文", "下载", "下载全文", "下载文档", "展开全文", "字号", "大 中 小",
  ]

  func takes(_ line: ChromeCandidate) -> Bool { line.isOne(of: words) }
}
