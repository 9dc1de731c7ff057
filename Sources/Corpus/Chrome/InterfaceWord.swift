import TextAnalysis

/// Controls of the page, alone on their line: `搜索`, `打印 关闭`, `【字体：大 中 小】`.
struct InterfaceWord: ChromeRule {
  let reason = ChromeReason.interface
  private let words: [String.UnicodeScalarView] = [
    "搜索", "首页", "登录", "注册", "登录注册", "返回顶部", "打印", "打印本页", "关闭", "关闭窗口", "收藏", "加入收藏",
    "设为首页", "分享", "分享到", "复制", "复制全文", "下载", "下载全文", "下载文档", "展开全文", "字号", "字体", "大", "中", "小",
    "e-mail推荐", "正在加载", "加载中", "自动播放", "自动播放开关", "广告", "阅读全文", "查看全文", "阅读剩余全文", "点击展开", "收起全文",
  ].sorted { $0.count > $1.count }.map { FoldedText($0).string.unicodeScalars }
  private let marks = Set("|·:.-[]【】()∨▼﹀>» ".unicodeScalars)

  func takes(_ line: ChromeCandidate) -> Bool {
    guard line.text.characterCount <= 30 else { return false }
    var rest = line.text.string.unicodeScalars.filter { !marks.contains($0) }[...]
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(word.count)
    }
    return true
  }
}
