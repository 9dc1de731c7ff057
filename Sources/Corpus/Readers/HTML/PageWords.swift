import TextAnalysis

/// Recognizes short lines that are about the page and not part of its text.
///
/// The words are common. Reports contain 分享 and 评论, too. They count only directly above and below
/// the main text, and in the evaluation of a block.
enum PageWords {
  /// Returns true if a line is metadata of the article or a page control: `来源：办公室`, `【打印】【关闭】`,
  /// `上一篇：…`, `2013-01-08 10:22`.
  static func areAboutPage(_ line: String) -> Bool {
    guard let text = short(line) else { return false }
    return words.occur(in: text.utf8) || beginnings.contains { text.hasPrefix($0) }
      || isDate(text) || isSectionLabel(line) || isDated(text, line)
  }

  /// Returns true if a line contains a date and no sentence: `枫桥客户端 2024年1月18日发布`.
  private static func isDated(_ text: FoldedText, _ line: String) -> Bool {
    text.characterCount <= 60 && text.utf8.contains { (0x30...0x39).contains($0) }
      && !line.unicodeScalars.contains { "。，；！".unicodeScalars.contains($0) }
      && datedWords.occur(in: text.utf8) && PublicationLine.date(in: line) != nil
  }

  /// Returns true if a line is a labelled link to another page: `>>>推荐阅读：…`, `广告 …`.
  static func areOffer(_ line: String) -> Bool {
    guard line.utf8.count <= 600 else { return false }
    let text = PageTitle.folded(line).filter(\.isLetter)
    return text.hasPrefix("广告")
      || sectionOpenings.contains { opening in
        text.hasPrefix(opening)
          && sectionEndings.contains { text.dropFirst(opening.count).hasPrefix($0) }
      }
  }

  /// Returns true if a line is a page number: `第2页/共4页`.
  static func arePageNumber(_ line: String) -> Bool {
    line.utf8.count <= 40 && line.hasPrefix("第") && line.hasSuffix("页")
      && line.unicodeScalars.allSatisfy { "第页共/ 0123456789，、".unicodeScalars.contains($0) }
  }

  /// Returns true if a sentence is about the page or its site: `本站内容未经许可不得转载。`
  static func areDisclaimer(_ line: String) -> Bool {
    guard line.utf8.count <= 600 else { return false }
    return disclaimers.occur(in: FoldedText(line).utf8)
  }

  /// Returns true if a line belongs to the foot of a page: the operator of the site, its
  /// registration.
  static func areFoot(_ line: String) -> Bool {
    guard line.utf8.count <= 600 else { return false }
    return feet.occur(in: FoldedText(line).utf8)
  }

  /// Returns true if a short line names the author or contains a date.
  static func areByline(_ line: String) -> Bool {
    guard let text = short(line), text.characterCount <= 40 else { return false }
    return bylines.contains { text.hasPrefix($0) } || PublicationLine.date(in: line) != nil
  }

  /// Returns true if a line is the heading of a list of other pages, of comments or of a form.
  static func isSectionLabel(_ line: String) -> Bool {
    guard line.utf8.count <= 150, line.utf8.count >= 6 else { return false }
    // 【工作总结（5篇）】相关文章
    let label = line.lastIndex(of: "】").map { line[line.index(after: $0)...] } ?? line[...]
    let text = PageTitle.folded(String(label)).filter(\.isLetter)
    guard (2...12).contains(text.unicodeScalars.count) else { return false }
    if sections.contains(text) { return true }
    for opening in sectionOpenings where text.hasPrefix(opening) {
      let rest = text.dropFirst(opening.count)
      if sectionEndings.contains(where: { rest.hasPrefix($0) }) { return true }
    }
    return text.hasSuffix("排行") || text.hasSuffix("排行榜") || text.hasSuffix("导航")
  }

  private static func short(_ line: String) -> FoldedText? {
    guard line.utf8.count <= 400 else { return nil }
    let text = FoldedText(line)
    guard text.characterCount <= 100, !text.contains(fullStop) || text.characterCount <= 30 else {
      return nil
    }
    return text
  }

  private static let fullStop: FoldedText = "。"

  /// Returns true if a line is a date, with or without a time and brackets.
  private static func isDate(_ text: FoldedText) -> Bool {
    guard text.characterCount <= 24, text.utf8.contains(where: { (0x30...0x39).contains($0) })
    else {
      return false
    }
    let rest = text.string.unicodeScalars.filter { !dateMarks.contains($0) }
    return rest.isEmpty && PublicationLine.date(in: text.string) != nil
      && (text.string.contains(":") || !text.string.contains("年"))
  }

  private static let dateMarks = Set("0123456789-/.:年月日时分秒[]()【】 ".unicodeScalars)

  private static let words = WordSet([
    "责任编辑", "责编", "编辑:", "作者:", "来源:", "供稿", "撰稿:", "审核:", "校对:", "录入", "发布者", "发布人", "发布时间",
    "发布日期", "公布日期", "发布单位", "发布机构", "发布于", "发表于", "发稿", "更新时间", "更新日期", "更新于", "浏览", "阅读次数", "阅读量",
    "阅读:", "阅读(", "人阅读", "点击", "访问量", "访问次数", "人气", "字号", "字体", "打印", "关闭窗口", "关闭本页", "关闭页面", "分享到",
    "分享至", "收藏", "扫一扫", "扫码", "二维码", "qq空间", "新浪微博", "朋友圈", "上一篇", "下一篇", "上一条", "下一条", "上一页",
    "下一页",
    "返回顶部", "返回列表", "返回首页", "返回上页", "点赞", "条评论", "发表评论", "举报", "复制链接", "评论(", "赞同", "提问者", "文本预览",
    "采纳率",
    "推荐于", "信息员", "索引号", "当前位置", "所在位置",
    "所在的位置", "的位置:", "版权", "icp备", "备案号", "公网安备", "网站标识码", "主办单位", "承办单位", "技术支持", "copyright",
    "all rights reserved", "powered by", "阅读原文", "下载次数", "次下载", "只看该作者", "倒序浏览", "[详情]", "查看详情",
    "加入收藏",
    "设为首页", "今天是", "欢迎访问", "欢迎您", "浏览器", "javascript", "免责声明", "侵权", "转载", "已下载", "点击下载", "打包下载",
  ])
  private static let datedWords = WordSet([
    "发布", "阅读", "来源", "浏览", "编辑", "作者", "客户端", "看过", "分类", "投稿", "评论", "上传", "更新", "发表",
  ])
  private static let disclaimers = WordSet([
    "自行上传", "仅供网友", "仅供学习", "书面授权", "仅代表", "不代表本", "观点或立场", "联系客服", "与我们联系", "及时删除", "更多内容请",
    "为您提供", "意见反馈", "在线客服", "付费会员",
    "本站所有", "本站内容", "本站不", "本站仅", "本站声明", "本站提供", "本站转载", "本网站", "版权归", "版权所有", "侵权请", "如有侵权",
    "若有侵权",
    "涉及版权", "未经许可", "未经授权", "不得转载", "转载请", "免责声明", "与本站", "与本网", "用户上传", "网友上传", "来源于网络", "来自网络",
    "来自互联网", "联系我们删除", "联系删除", "扫描二维码", "长按识别", "您的浏览器",
  ])
  private static let feet = WordSet([
    "icp备", "公网安备", "网站标识码", "版权所有", "copyright", "all rights reserved", "powered by", "主办单位:",
    "技术支持:",
  ])
  private static let beginnings: [FoldedText] = [
    "分享", "标签", "关键词", "关键字", "tag:", "tags:", "上传", "编辑/", "微信", "原创", "(完)", "[完]", "主题词",
  ]
  private static let bylines: [FoldedText] = [
    "文/", "图/", "文字:", "图片:", "摄影:", "作者", "记者", "本报记者", "本报讯记者", "通讯员", "编辑", "来源", "时间:", "日期:",
  ]
  private static let sections: Set<String> = [
    "友情链接", "网友评论", "文章评论", "用户评论", "发表评论", "全部评论", "评论列表", "我要评论", "网友留言", "我要留言", "猜你喜欢", "大家都在看",
    "用户登录", "会员登录", "用户登陆", "栏目列表", "网站公告", "本站公告", "站内公告", "站内搜索", "全站搜索", "今日关注", "今日头条", "点击排名",
    "联系我们", "联系方式", "关于我们", "关注我们", "扫一扫", "归档", "文章导航", "版权声明", "免责声明", "网上调查", "在线调查", "投票调查",
    "图片新闻",
    "图文推荐", "专题专栏", "共享此文章", "分享到", "评论", "分享", "你可能喜欢", "您可能感兴趣", "看了又看", "热门搜索", "新闻排行", "为你推荐",
    "为您推荐",
  ]
  private static let sectionOpenings = [
    "相关", "类似", "推荐", "热门", "热点", "最新", "最近", "精彩", "同类", "本类", "本栏", "延伸", "更多", "同栏目", "猜您", "本周",
    "本月",
    "随机",
    "编辑", "其他", "站内", "特别", "看过", "您可能",
  ]
  private static let sectionEndings = [
    "新闻", "文章", "信息", "阅读", "链接", "资讯", "推荐", "报道", "文档", "资料", "专题", "更新", "动态", "公告", "图文", "图片",
    "排行",
    "稿件", "评论", "标签", "下载", "话题", "范文", "关注", "点击", "课件", "试题", "帖子", "主题", "热点", "头条", "视频", "喜欢",
    "热门",
    "问题", "栏目", "荐读", "精选", "搜索", "感兴趣",
  ]
}

/// A set of words that are searched for in a text in a single pass.
struct WordSet: Sendable {
  private let words: [UInt32: [[UInt8]]]

  /// Creates a set of folded words.
  init(_ words: [FoldedText]) {
    self.words = Dictionary(grouping: words.map(\.utf8)) { Self.key($0, 0) }
  }

  /// Returns true if one of the words occurs in folded text.
  ///
  /// - Complexity: O(*n*), because few words begin with the same characters.
  func occur(in text: [UInt8]) -> Bool {
    for place in text.indices where text[place] & 0xC0 != 0x80 {
      guard let candidates = words[Self.key(text, place)] else { continue }
      if candidates.contains(where: { text[place...].starts(with: $0) }) { return true }
    }
    return false
  }

  /// Returns the hash key of a word, its first bytes: one Han character or two letters.
  private static func key(_ text: [UInt8], _ place: Int) -> UInt32 {
    let count = text[place] < 0x80 ? 2 : 3
    return text[place...].prefix(count).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
