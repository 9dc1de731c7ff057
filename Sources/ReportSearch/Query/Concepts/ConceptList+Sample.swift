extension ConceptList {
  /// The built-in concept list, which also serves as a template for user lists.
  ///
  /// Some scraped pages replace a character by a Latin letter, such as D for 党. Others use a short
  /// form or the full name. Only spellings with an unambiguous meaning are listed. The table is
  /// compiled in, so the program stays a single file, and it is parsed like any other list.
  public static let sample: ConceptList = {
    do { return try ConceptList(table) } catch { preconditionFailure("the sample: \(error)") }
  }()

  private static let table = """
    # name\tvariant\texclusions
    党建\t党建
    党建\tD建
    党建\t党的建设
    党史学习教育\t党史学习教育
    党史学习教育\tDS学习教育
    二十大\t二十大\t二十大街
    二十大\t20D
    双减\t双减
    双减\t减轻义务教育阶段学生作业负担和校外培训负担
    两免一补\t两免一补
    两免一补\t免杂费、免书本费、逐步补助寄宿生生活费
    两免一补\t免学杂费、免书本费、补助寄宿生生活费
    三公\t三公经费
    三公\t三公\t三公里|三公斤|三公分|三公尺|三公顷|三公开|三公示|三公司
    控辍保学\t控辍保学
    控辍保学\t控流保学
    普九\t普九
    普九\t普及九年义务教育
    普九\t普及九年制义务教育
    两基\t两基\t两基地|两基点|两基本|两基层
    两基\t基本普及九年义务教育和基本扫除青壮年文盲
    两基\t基本普及九年义务教育、基本扫除青壮年文盲
    特岗教师\t特岗教师
    特岗教师\t特设岗位教师
    国培计划\t国培计划
    国培计划\t中小学教师国家级培训计划
    五项管理\t五项管理
    五项管理\t作业、睡眠、手机、读物、体质管理
    思政课\t思政课
    思政课\t思想政治课
    思政课\t思想政治理论课
    新冠\t新冠
    新冠\t新型冠状病毒
    一带一路\t一带一路
    一带一路\t丝绸之路经济带和21世纪海上丝绸之路
    放管服\t放管服
    放管服\t简政放权、放管结合、优化服务
    """
}
