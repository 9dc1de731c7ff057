package import Corpus

extension ReportYear.Basis {
  /// Returns the name of the basis.
  package func label(in language: Language) -> String {
    switch self {
    case .manual: language.choose("人工更正", "manual correction")
    case .metadata: language.choose("元数据", "metadata")
    case .title: language.choose("题名", "title")
    case .filename: language.choose("文件名", "file name")
    case .heading: language.choose("标题", "heading")
    case .signature: language.choose("落款", "signature")
    case .published: language.choose("发布日期", "publication date")
    case .textMajority: language.choose("正文中多数年份", "majority of years in the text")
    case .unknown: language.choose("不详", "unknown")
    }
  }
}

extension YearSpan.Basis {
  /// Returns the name of the basis.
  package func label(in language: Language) -> String {
    switch self {
    case .clause: language.choose("本句", "sentence")
    case .frame: language.choose("段首", "paragraph opening")
    case .heading: language.choose("标题", "heading")
    case .relative: language.choose("相对时间", "relative expression")
    case .section: language.choose("所在部分", "section")
    case .report: language.choose("报告年份", "report year")
    case .undated: language.choose("无", "none")
    }
  }
}

extension YearSpan.Kind {
  /// Returns the name of the kind.
  package func label(in language: Language) -> String {
    switch self {
    case .fact: language.choose("事实", "fact")
    case .target: language.choose("目标", "target")
    case .placeholder: language.choose("年份已隐去", "year redacted")
    case .none: language.choose("无", "none")
    }
  }
}

extension SectionKind {
  /// Returns the name of the kind.
  package func label(in language: Language) -> String {
    switch self {
    case .review: language.choose("回顾", "review")
    case .plan: language.choose("计划", "plan")
    case .problem: language.choose("问题", "problems")
    case .experience: language.choose("经验", "experience")
    case .other: language.choose("其他", "other")
    }
  }
}

extension Region.Basis {
  /// Returns the name of the basis.
  package func label(in language: Language) -> String {
    switch self {
    case .manual: language.choose("人工更正", "manual correction")
    case .metadata: language.choose("元数据", "metadata")
    case .title: language.choose("题名", "title")
    case .signature: language.choose("落款", "signature")
    case .issuer: language.choose("发文机关", "issuer")
    case .source: language.choose("文件名", "file name")
    case .heading: language.choose("标题", "heading")
    case .body: language.choose("正文中的地名", "place names in the text")
    case .anonymised: language.choose("名称已隐去", "name redacted")
    case .ambiguous: language.choose("有歧义", "ambiguous")
    case .unknown: language.choose("不详", "unknown")
    }
  }
}

extension Issuer.Basis {
  /// Returns the name of the basis.
  package func label(in language: Language) -> String {
    switch self {
    case .manual: language.choose("人工更正", "manual correction")
    case .metadata: language.choose("元数据", "metadata")
    case .title: language.choose("题名", "title")
    case .signature: language.choose("落款", "signature")
    case .page: language.choose("网页注明的来源", "source named on the page")
    }
  }
}

extension ChromeReason {
  /// Returns the name of the reason.
  package func label(in language: Language) -> String {
    switch self {
    case .navigation: language.choose("导航", "navigation")
    case .interface: language.choose("界面文字", "interface text")
    case .siteName: language.choose("网站名", "site name")
    case .publication: language.choose("发布信息", "publication details")
    case .copyright: language.choose("版权声明", "copyright notice")
    case .address: language.choose("网址", "web address")
    case .editorial: language.choose("编者按", "editorial note")
    case .related: language.choose("相关推荐", "related pages")
    case .truncation: language.choose("未显示全文", "truncation notice")
    case .advertisement: language.choose("广告", "advertisement")
    case .pageTitle: language.choose("页面标题", "page title")
    case .repeatedTitle: language.choose("重复的题名", "repeated title")
    case .surroundings: language.choose("正文以外", "outside the main text")
    case .runningHead: language.choose("页眉页脚", "page header or footer")
    case .repetition: language.choose("重复的段落", "repeated passage")
    case .artifact: language.choose("程序残留", "software artifact")
    case .hidden: language.choose("隐藏的文字", "hidden text")
    case .annotation: language.choose("注音", "pronunciation")
    }
  }
}

extension Paragraph.Kind {
  /// Returns the name of the kind.
  package func label(in language: Language) -> String {
    switch self {
    case .title: language.choose("题名", "title")
    case .heading: language.choose("标题", "heading")
    case .body: language.choose("正文", "body")
    case .list: language.choose("列表项", "list item")
    case .table: language.choose("表格行", "table row")
    case .signature: language.choose("落款", "signature")
    }
  }
}
